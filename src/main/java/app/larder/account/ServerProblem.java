package app.larder.account;

import app.larder.words.Sentence;
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

    /** What is wrong, with the cure. */
    public Sentence said() {
        return Sentence.of("account.server." + kind.name(), facts.toArray());
    }

    /** As {@link #said}, in plain English. */
    public String sentence() {
        return said().english();
    }

    /** Whether the server can't be reached just now, as opposed to having answered what waiting does not change. */
    boolean passing() {
        return switch (kind) {
            case NAME_NOT_FOUND, REFUSED, UNREACHABLE, SILENT, CLOSED, STARTING, IPV6_ONLY, TOO_MANY_CONNECTIONS -> true;
            default -> false;
        };
    }

    /** What is wrong. The sentences are the texts {@code account.server.*}; facts stand in braces there: {0} is the first. */
    public enum Kind {
        NO_SCHEME,
        PASSWORD_PLACEHOLDER,
        USER_PLACEHOLDER,
        HOST_PLACEHOLDER,
        IPV6_BRACKETS,
        SEVERAL_SERVERS,
        SOCKET_FILE,
        NO_HOST,
        BAD_HOST,
        BAD_PORT,
        POOLED_USER_NAME,
        /** {0}: the modes there are. */
        BAD_SSL_MODE,
        /** {0}: the parameter. */
        BAD_SECONDS,
        BAD_ENCODING,
        ZERO_CHARACTER,
        /** {0}: the file. */
        NO_CERTIFICATE_FILE,
        /** {0}: the file. */
        BAD_CERTIFICATE_FILE,

        /** {0}: the host. */
        NAME_NOT_FOUND,
        /** {0}: the host. */
        IPV6_ONLY,
        /** {0}: the host, {1}: the port. */
        REFUSED,
        /** {0}: the host, {1}: the port. */
        UNREACHABLE,
        /** {0}: the host, {1}: the port, {2}: the seconds waited. */
        SILENT,
        /** {0}: the host, {1}: the port. */
        NOT_POSTGRES,
        /** {0}: the host, {1}: the port. */
        CLOSED,
        /** {0}: the host. */
        NO_TLS,
        /** {0}: the host. */
        CERTIFICATE_UNKNOWN,
        /** {0}: the host. */
        CERTIFICATE_OTHER_NAME,
        /** {0}: the host. */
        CERTIFICATE_EXPIRED,
        /** {0}: the host. */
        TLS_FAILED,

        /** {0}: the user name. */
        WRONG_PASSWORD,
        NO_PASSWORD,
        /** {0}: the user name. */
        NOT_ALLOWED,
        TENANT_NOT_FOUND,
        /** {0}: the database's name. */
        NO_DATABASE,
        TOO_MANY_CONNECTIONS,
        STARTING,
        READ_ONLY,
        /** {0}: the oldest version Larder works with. */
        OLD_POSTGRES,

        /** {0}: the user name. */
        NO_RIGHT_TO_SET_UP,
        NEWER,
        /** {0}: the tables or columns in the way. */
        OTHER_TABLES,
        NOT_SET_UP,
        TRANSACTION_POOLER,
        ROWS_NOT_APART,
        SIGNED_OUT,
        PASSWORD_ASKED,
        PASSWORD_UNPROTECTED,
        /** {0}: what the server said, without anything secret. */
        OTHER,

        /** A warning. */
        ENCRYPTED_ANYWAY,
        /** A warning. */
        NOT_VERIFIED,
        /** A warning. */
        WANTS_ROOT_CERTIFICATE,
        /** A warning. {0}: the parameter. */
        UNKNOWN_PARAMETER
    }
}
