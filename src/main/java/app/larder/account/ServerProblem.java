package app.larder.account;

import java.util.List;

/**
 * One thing that stands between this computer and a database, with what to do about it.
 *
 * @param facts what the kind's sentence names, in the order its documentation gives; never a password or a whole address
 */
public record ServerProblem(Kind kind, List<String> facts) {

    /** Keeps its own list. */
    public ServerProblem {
        facts = List.copyOf(facts);
    }

    /** A problem with the facts its kind asks for. */
    public static ServerProblem of(Kind kind, String... facts) {
        return new ServerProblem(kind, List.of(facts));
    }

    /** In plain English, with the cure. */
    public String sentence() {
        String text = kind.sentence;
        for (int i = 0; i < facts.size(); i++) {
            text = text.replace("{" + i + "}", facts.get(i));
        }
        return text;
    }

    /** What is wrong. The facts stand in braces in the sentence: {0} is the first. */
    public enum Kind {
        NO_SCHEME("A database address starts with postgresql://, like postgresql://user:password@host:5432/postgres."),
        PASSWORD_PLACEHOLDER(
                "The address still has a placeholder where the password belongs: put the real password there."),
        USER_PLACEHOLDER("The address still has a placeholder where the user name belongs: put the real name there."),
        HOST_PLACEHOLDER(
                "The address still has a placeholder where the server's name belongs: put the real name there."),
        IPV6_BRACKETS("An IPv6 address stands in brackets, like [2001:db8::1]:5432."),
        SEVERAL_SERVERS("The address names several servers; Larder connects to one."),
        SOCKET_FILE("The address names a socket file; Larder connects over the network: use localhost."),
        NO_HOST("The address names no server: a host stands after the @."),
        BAD_HOST("The server's name in the address has a sign no such name has. A password with special signs must be"
                + " percent-encoded, like %23 for #."),
        BAD_PORT("The port in the address is not a number from 1 to 65535."),
        POOLED_USER_NAME("On a Supabase pooler the user name is the role, a dot and the project's reference, like"
                + " postgres.abcdefghijklmnop: copy the address from the project's Connect dialog."),
        /** {0}: the modes there are. */
        BAD_SSL_MODE("sslmode in the address must be one of {0}."),
        /** {0}: the parameter. */
        BAD_SECONDS("{0} in the address is not a number of seconds."),
        BAD_ENCODING("The percent-encoding in the address is not UTF-8: write %25 for a percent sign."),
        ZERO_CHARACTER("The address holds a zero character, which no server takes."),
        /** {0}: the file. */
        NO_CERTIFICATE_FILE("The root certificate {0} can't be read: choose the file again."),
        /** {0}: the file. */
        BAD_CERTIFICATE_FILE("The file {0} holds no certificate: choose the root certificate that the database's"
                + " provider offers."),

        /** {0}: the host. */
        NAME_NOT_FOUND("There is no server named {0}: look for a typing error, and whether this computer is online. A"
                + " paused project has no name either: wake it up on its dashboard."),
        /** {0}: the host. */
        IPV6_ONLY("{0} has an IPv6 address only, and this computer's network has none: use the address of the session"
                + " pooler from the project's Connect dialog."),
        /** {0}: the host, {1}: the port. */
        REFUSED("Nothing answers at {0}, port {1}: look at the port, and whether the database is running. After many"
                + " wrong passwords a provider also shuts this computer out for a while."),
        /** {0}: the host, {1}: the port. */
        UNREACHABLE("There is no way to {0}, port {1}: look whether this computer is online, and whether a firewall or"
                + " the provider's network rules shut it out."),
        /** {0}: the host, {1}: the port, {2}: the seconds waited. */
        SILENT("{0}, port {1}, did not answer within {2} seconds: look at the port, the network, and whether the"
                + " database is running."),
        /** {0}: the host, {1}: the port. */
        NOT_POSTGRES("Something else than Postgres answers at {0}, port {1}: a database's port is usually 5432, never"
                + " that of a web page."),
        /** {0}: the host, {1}: the port. */
        CLOSED("{0}, port {1}, ended the connection in the middle of the greeting: try again, and look whether the port"
                + " is the database's."),
        /** {0}: the host. */
        NO_TLS("{0} offers no encryption: switch it on at the server. Larder sends no password in the open."),
        /** {0}: the host. */
        CERTIFICATE_UNKNOWN("The certificate of {0} is signed by nobody this computer knows: choose the root"
                + " certificate that the database's provider offers (Supabase: in the database settings)."),
        /** {0}: the host. */
        CERTIFICATE_OTHER_NAME("The certificate at {0} is for another name: look for a typing error in the address. If"
                + " the name is right, somebody else answers in its place: don't go on."),
        /** {0}: the host. */
        CERTIFICATE_EXPIRED("The certificate of {0} is not valid at this time: look at this computer's clock, else the"
                + " server's owner has to renew it."),
        /** {0}: the host. */
        TLS_FAILED("This computer and {0} found no encryption both accept: the server needs TLS 1.2 or newer."),

        /** {0}: the user name. */
        WRONG_PASSWORD("The database refused the password of {0}: copy the address again, or set a new password at the"
                + " provider. Larder does not try again by itself."),
        NO_PASSWORD("The address has no password, and the database asks for one: put it between user name and @."),
        /** {0}: the user name. */
        NOT_ALLOWED("The database does not let {0} in from here: this computer was revoked, or the server's rules"
                + " forbid it. Ask for a new invitation."),
        TENANT_NOT_FOUND("The pooler knows no such project: it may be paused (wake it up on its dashboard), in another"
                + " region, or the user name lacks its reference. Copy the address from the Connect dialog."),
        /** {0}: the database's name. */
        NO_DATABASE("The server has no database named {0}: look at the end of the address."),
        TOO_MANY_CONNECTIONS("The database lets nobody more in at the moment: close other programs that use it, or try"
                + " again in a minute."),
        STARTING("The database is just starting or shutting down: try again in a minute."),
        READ_ONLY("The database takes no changes at the moment: it is full, or a copy of another one."),
        /** {0}: the oldest version Larder works with. */
        OLD_POSTGRES("The server's Postgres is too old: Larder needs {0} or newer."),

        /** {0}: the user name. */
        NO_RIGHT_TO_SET_UP("{0} may not set up Larder's tables: use the address of the database's owner for that once."),
        NEWER("The database was changed by a newer Larder: please update Larder on this computer."),
        /** {0}: the tables or columns in the way. */
        OTHER_TABLES("Tables of another program stand where Larder's belong ({0}): use another database, or see what"
                + " \"larder database migrate --adopt\" says about them."),
        NOT_SET_UP("The database has no tables of Larder's yet: its owner sets it up once, with \"larder database"
                + " migrate\" or in the window."),
        TRANSACTION_POOLER("Tables can't be set up through a transaction pooler: give the address of the database"
                + " itself, or of a pooler in session mode."),
        ROWS_NOT_APART("The database was made by another program and doesn't keep people's rows apart yet: its owner"
                + " switches that on with \"larder database migrate --adopt --secure-for\"."),
        SIGNED_OUT("You are signed out of the family's database: sign in again."),
        /** {0}: what the server said, without anything secret. */
        OTHER("The database said: {0}"),

        /** A warning. */
        ENCRYPTED_ANYWAY("The address allows an unencrypted connection; Larder encrypts it all the same."),
        /** A warning. */
        NOT_VERIFIED("The connection is encrypted, but not verified: another computer could pose as the server."
                + " sslmode=verify-full checks it."),
        /** A warning. */
        WANTS_ROOT_CERTIFICATE("Supabase signs its servers' certificates itself: save the root certificate from the"
                + " project's database settings and name the file with sslrootcert."),
        /** A warning. {0}: the parameter. */
        UNKNOWN_PARAMETER("The address's parameter \"{0}\" is not known here and was left out.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }
}
