package app.larder.cli;

import app.larder.account.Computer;
import app.larder.account.ServerAddress;
import app.larder.account.ServerCheck;
import app.larder.account.ServerCheck.Found;
import app.larder.account.ServerCheck.Step;
import app.larder.account.ServerProblem;
import app.larder.account.ServerSetUp;
import app.larder.account.ServerSetUp.Adoption;
import app.larder.account.ServerSetUp.Invitation;
import app.larder.account.ServerSetUp.RowSecurity;
import app.larder.words.Sentence;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The family's own Postgres, set up and looked after without a window. */
@Command(
        name = "database",
        mixinStandardHelpOptions = true,
        description = {
            "The family's own Postgres: set it up, look at it, let computers in.",
            "",
            "The address, like postgresql://user:password@host:5432/postgres, comes from DATABASE_URL, from --url-file, or"
                    + " is asked for; never from an argument, which other programs could read. Only migrate, verify,"
                    + " invite and revoke need the owner's, and none keeps it."
        })
public final class DatabaseCommand {

    private static final Map<Step, String> STEPS = Map.of(
            Step.ADDRESS, "Read the address",
            Step.LOOK_UP, "Look up the server",
            Step.REACH, "Reach the server",
            Step.ENCRYPT, "Encrypt the connection",
            Step.SIGN_IN, "Sign in",
            Step.TABLES, "Look at the tables");

    private final ServerCheck check;
    private final ServerSetUp setUp;
    private final Map<String, String> environment;

    /**
     * The command.
     *
     * @param environment where DATABASE_URL may stand
     */
    public DatabaseCommand(ServerCheck check, ServerSetUp setUp, Map<String, String> environment) {
        this.check = check;
        this.setUp = setUp;
        this.environment = environment;
    }

    @Command(name = "status", mixinStandardHelpOptions = true, description =
            "Tries the address step by step and says what is there. Changes nothing.")
    int status(@Mixin AddressOptions from) {
        PrintStream out = Utf8.out();
        Found found = check.check(from.address(environment), result -> {
                    ServerProblem problem = result.problem();
                    out.println((problem != null ? "FAILED  " : result.needless() ? "-       " : "ok      ")
                            + STEPS.get(result.step())
                            + (result.needless() ? ": not needed on one and the same computer, and not offered" : ""));
                    if (problem != null) {
                        Utf8.err().println(Terminal.plain(problem.sentence()));
                    }
                })
                .found();
        if (found == null) {
            return Exit.FAILED;
        }
        found.warnings().forEach(warning -> out.println("Note: " + Terminal.plain(warning.sentence())));
        out.println(tables(found));
        out.println(
                switch (found.role()) {
                    case OWNER -> "This address may set up and change the tables: keep it for that, and let computers in"
                            + " with \"larder database invite\".";
                    case COMPUTER -> "This address is a computer's: it sees the rows of whoever signs in there.";
                    case STRANGER -> "This address may do nothing with Larder's tables.";
                });
        return Exit.DONE;
    }

    private static String tables(Found found) {
        return switch (found.tables()) {
            case NONE -> "The database has no tables of Larder's yet: \"larder database migrate\" makes them.";
            case OTHERS -> "Another program made the tables: \"larder database migrate --adopt\" says whether Larder can use"
                    + " them.";
            case OLDER -> "The tables are older than this Larder, which works with them: \"larder database migrate\" brings"
                    + " them up to date.";
            case CURRENT -> "The tables are as this Larder needs them.";
        };
    }

    @Command(name = "migrate", mixinStandardHelpOptions = true, description = {
        "Makes Larder's tables or brings them up to date, all of it or nothing, as the owner.",
        "Tables of another program are left alone unless --adopt: it reports what would be done to them, and does it only"
                + " with --yes."
    })
    int migrate(
            @Mixin AddressOptions from,
            @Option(names = "--adopt", description = "Use five tables that another program made.") boolean adopt,
            @Option(names = "--yes", description = "Do what --adopt reports.") boolean yes,
            @Option(
                            names = "--secure-for",
                            split = ",",
                            paramLabel = "ROLE",
                            description = "With --adopt: keep people's rows apart from now on. The named roles go on"
                                    + " seeing all rows; \"none\" names none. Every other role but the owner sees no"
                                    + " rows any more.")
                    @Nullable Set<String> secureFor) {
        ServerAddress owner = from.address(environment);
        PrintStream out = Utf8.out();
        if (!adopt) {
            setUp.migrate(owner);
            out.println("The tables are as this Larder needs them. \"larder database invite NAME\" lets a computer in.");
            return Exit.DONE;
        }
        if (secureFor != null && secureFor.contains("none") && secureFor.size() > 1) {
            Utf8.err().println("--secure-for takes roles or \"none\", not both; nothing was changed.");
            return Exit.USAGE;
        }
        Adoption adoption = setUp.look(owner);
        print(adoption, out);
        if (!adoption.refused().isEmpty()) {
            Utf8.err().println("Larder can't use these tables; nothing was changed.");
            return Exit.FAILED;
        }
        if (!yes) {
            Utf8.err().println("Nothing was changed. Add --yes to do it, and --secure-for to keep people's rows apart.");
            return Exit.FAILED;
        }
        setUp.adopt(owner, new RowSecurity(
                secureFor != null, secureFor == null || secureFor.contains("none") ? Set.of() : secureFor));
        out.println(secureFor == null
                ? "Done. People's rows are not kept apart yet, so no computer can be invited: see --secure-for."
                : "Done. People's rows are kept apart; \"larder database invite NAME\" lets a computer in.");
        return Exit.DONE;
    }

    private static void print(Adoption adoption, PrintStream out) {
        print("IN THE WAY  ", adoption.refused(), out);
        print("would do    ", adoption.taken(), out);
        print("not with --secure-for  ", adoption.round(), out);
        adoption.roles().forEach(role -> out.println(Terminal.plain("program     " + role.role() + " may " + role.rights()
                + (adoption.secured() ? "." : "; with --secure-for it sees no rows unless you name it."))));
    }

    private static void print(String before, List<Sentence> sentences, PrintStream out) {
        sentences.forEach(sentence -> out.println(before + Terminal.plain(sentence.english())));
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, description =
            "Compares tables, functions, triggers, rules, grants and roles with what they should be. Changes nothing.")
    int verify(@Mixin AddressOptions from) {
        List<String> differences = setUp.verify(from.address(environment));
        if (differences.isEmpty()) {
            Utf8.out().println("Everything is as it should be.");
            return Exit.DONE;
        }
        differences.forEach(difference -> Utf8.out().println(Terminal.plain(difference)));
        Utf8.err().println("\"larder database migrate\" puts Larder's own functions, triggers, rules and grants right."
                + " Views and functions of other programs only their owner can change, as the sentence about each says.");
        return Exit.FAILED;
    }

    @Command(name = "invite", mixinStandardHelpOptions = true, description =
            "Makes a login for one more computer, and prints its address and a code with which one person can sign up.")
    int invite(
            @Mixin AddressOptions from,
            @Parameters(paramLabel = "NAME", description = "What to call the computer, like \"Kitchen\".") String name) {
        Invitation invitation = setUp.invite(from.address(environment), name);
        PrintStream out = Utf8.out();
        out.println("Address for " + Terminal.plain(name) + " (keep it secret; it is shown only now):");
        out.println(invitation.address());
        out.println("Code to sign up one person within 14 days:");
        out.println(invitation.code());
        out.println("To let the computer in no more: larder database revoke " + invitation.login());
        return Exit.DONE;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description =
            "Lets a computer in no more. Without a login, lists the computers.")
    int revoke(
            @Mixin AddressOptions from,
            @Parameters(paramLabel = "LOGIN", arity = "0..1") @Nullable String login) {
        ServerAddress owner = from.address(environment);
        if (login == null) {
            setUp.computers(owner).forEach(computer -> Utf8.out().println(row(computer)));
            return Exit.DONE;
        }
        if (!setUp.revoke(owner, login)) {
            throw new CommandFailure(Exit.FAILED, "There is no computer with the login " + login + ".");
        }
        Utf8.out().println("The computer is let in no more.");
        return Exit.DONE;
    }

    private static String row(Computer computer) {
        String last = computer.lastSignIn() == null ? "nobody signed in yet" : "last sign-in " + computer.lastSignIn();
        return Terminal.plain(java.util.stream.Stream.of(
                        computer.login(), computer.name(), last, computer.revoked() ? "revoked" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  ")));
    }
}
