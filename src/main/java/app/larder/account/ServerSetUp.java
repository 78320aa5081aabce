package app.larder.account;

import app.larder.words.Sentence;
import java.util.List;
import java.util.Set;

/**
 * What the owner of a family's database does to it. Every call takes the owner's address anew and keeps nothing of it;
 * every call blocks and fails with a {@link ServerProblemException}.
 */
public interface ServerSetUp {

    /**
     * Makes the tables, or brings them up to date, with the rules that keep people's rows apart. Nothing happens to
     * tables of another program: see {@link #adopt}.
     */
    void migrate(ServerAddress owner);

    /**
     * Makes a login for one more computer.
     *
     * @param computerName what people will call it
     */
    Invitation invite(ServerAddress owner, String computerName);

    /**
     * Lets a computer in no more.
     *
     * @return whether there is a computer with that login
     */
    boolean revoke(ServerAddress owner, String login);

    /** Every computer that was let in, the newest first. */
    List<Computer> computers(ServerAddress owner);

    /** What differs from how Larder's tables, rules and roles should be, one English sentence each; empty if nothing. */
    List<String> verify(ServerAddress owner);

    /** What would have to be done to use five tables that another program made; changes nothing. */
    Adoption look(ServerAddress owner);

    /**
     * Uses five tables that another program made: does what {@link #look} reports.
     *
     * @param rows which other programs go on seeing all rows
     * @throws ServerProblemException if something of it is in the way
     */
    void adopt(ServerAddress owner, RowSecurity rows);

    /**
     * What a computer needs to use the database.
     *
     * @param login the login's name
     * @param address the whole address with the login's password, to be typed or pasted there; a secret
     * @param code lets one person sign up, once, within 14 days; a secret
     */
    record Invitation(String login, String address, String code) {

        @Override
        public String toString() {
            return "Invitation[" + login + "]";
        }
    }

    /**
     * How five tables of another program compare with what Larder needs.
     *
     * @param taken differences that are converted or lived with
     * @param refused differences that are in the way; adoption is impossible unless empty
     * @param roles every other role with rights on the tables, with its rights
     * @param secured whether row-level security is on for all five tables already
     * @param round what shows everybody's rows all the same; rows can't be kept apart unless empty
     */
    record Adoption(
            List<Sentence> taken,
            List<Sentence> refused,
            List<RoleRights> roles,
            boolean secured,
            List<Sentence> round) {}

    /** A role and what it may do with the five tables, like {@code select, insert}. */
    record RoleRights(String role, String rights) {}

    /**
     * Whether people's rows are kept apart by the database itself from now on.
     *
     * @param on without it, row-level security stays as it is and computers can't be invited
     * @param programs roles that get a rule of their own to go on seeing and writing every row; every other role but the
     *     owner sees none any more
     */
    record RowSecurity(boolean on, Set<String> programs) {

        /** Keeps its own set. */
        public RowSecurity {
            programs = Set.copyOf(programs);
        }
    }
}
