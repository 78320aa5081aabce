package app.larder.store;

import app.larder.account.ServerProblem;
import app.larder.account.ServerProblem.Kind;
import app.larder.account.ServerProblemException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a server or the way to it means by a failure. */
final class ServerFailures {

    private ServerFailures() {}

    /** The failure to throw on: a problem with its cure. */
    static ServerProblemException of(Throwable failure, DatabaseUrl url) {
        for (Throwable t : OpenFailures.causes(failure)) {
            if (t instanceof ServerProblemException known) {
                return known;
            }
            if (t instanceof LarderOpenException open && open.kind() == LarderOpenException.Kind.NEWER) {
                return new ServerProblemException(ServerProblem.of(Kind.NEWER), failure);
            }
        }
        return new ServerProblemException(problem(failure, url), failure);
    }

    /** What a failed connection or statement means. */
    static ServerProblem problem(Throwable failure, DatabaseUrl url) {
        List<Throwable> causes = OpenFailures.causes(failure);
        ServerProblem said = causes.stream()
                .filter(SQLException.class::isInstance)
                .map(t -> said((SQLException) t, url))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (said != null) {
            return said;
        }
        for (Throwable t : causes.reversed()) {
            ServerProblem onTheWay = onTheWay(t, url);
            if (onTheWay != null) {
                return onTheWay;
            }
        }
        SQLException sql = causes.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .orElse(null);
        if (sql != null && (sql.getSQLState() == null || sql.getSQLState().startsWith("08"))) {
            return place(Kind.NOT_POSTGRES, url);
        }
        return ServerProblem.of(Kind.OTHER, oneLine(String.valueOf((sql == null ? failure : sql).getMessage())));
    }

    /** What the server itself, or the driver about its answer, says. */
    private static @Nullable ServerProblem said(SQLException sql, DatabaseUrl url) {
        String message = String.valueOf(sql.getMessage());
        String text = message.toLowerCase(Locale.ROOT);
        if (text.contains("tenant or user not found") || text.contains("project not found")) {
            return ServerProblem.of(Kind.TENANT_NOT_FOUND);
        }
        if (text.contains("max client connections") || text.contains("too many connections")
                || text.contains("circuit breaker")) {
            return ServerProblem.of(Kind.TOO_MANY_CONNECTIONS);
        }
        if (text.contains("no password was provided") || text.contains("password is an empty string")) {
            return ServerProblem.of(Kind.NO_PASSWORD);
        }
        if (text.contains("does not support ssl")) {
            return ServerProblem.of(Kind.NO_TLS, url.host());
        }
        if (text.contains("hostname") && text.contains("could not be verified")) {
            return ServerProblem.of(Kind.CERTIFICATE_OTHER_NAME, url.host());
        }
        if (text.contains("root certificate")) {
            String file = String.valueOf(url.setting("sslrootcert"));
            return ServerProblem.of(
                    text.contains("could not open") ? Kind.NO_CERTIFICATE_FILE : Kind.BAD_CERTIFICATE_FILE, file);
        }
        if (text.contains("connection attempt timed out")) {
            return ServerProblem.of(Kind.SILENT, url.host(), "" + url.port(), "" + url.patience());
        }
        return byState(sql.getSQLState() == null ? "" : sql.getSQLState(), url);
    }

    private static @Nullable ServerProblem byState(String state, DatabaseUrl url) {
        return switch (state) {
            case "28P01" -> ServerProblem.of(Kind.WRONG_PASSWORD, url.user());
            case "28000" -> ServerProblem.of(Kind.NOT_ALLOWED, url.user());
            case "3D000" -> ServerProblem.of(Kind.NO_DATABASE, url.database());
            case "53300" -> ServerProblem.of(Kind.TOO_MANY_CONNECTIONS);
            case "57P03" -> ServerProblem.of(Kind.STARTING);
            case "25006", "53100" -> ServerProblem.of(Kind.READ_ONLY);
            case "42501" -> ServerProblem.of(Kind.NO_RIGHT_TO_SET_UP, url.user());
            default -> null;
        };
    }

    private static @Nullable ServerProblem onTheWay(Throwable t, DatabaseUrl url) {
        return switch (t) {
            case UnknownHostException _ -> ServerProblem.of(Kind.NAME_NOT_FOUND, url.host());
            case SocketTimeoutException _ ->
                ServerProblem.of(Kind.SILENT, url.host(), "" + url.port(), "" + url.patience());
            case NoRouteToHostException _ -> place(Kind.UNREACHABLE, url);
            case ConnectException e -> place(says(e, "refused") ? Kind.REFUSED : Kind.UNREACHABLE, url);
            case CertificateExpiredException _ -> ServerProblem.of(Kind.CERTIFICATE_EXPIRED, url.host());
            case CertificateNotYetValidException _ -> ServerProblem.of(Kind.CERTIFICATE_EXPIRED, url.host());
            case CertPathValidatorException _ -> ServerProblem.of(Kind.CERTIFICATE_UNKNOWN, url.host());
            case SSLException e -> tls(e, url);
            case EOFException _ -> place(Kind.CLOSED, url);
            case SocketException e ->
                place(says(e, "reset") || says(e, "broken pipe") || says(e, "closed") ? Kind.CLOSED : Kind.UNREACHABLE, url);
            default -> null;
        };
    }

    private static ServerProblem tls(SSLException e, DatabaseUrl url) {
        if (says(e, "certification path") || says(e, "trust anchor")) {
            return ServerProblem.of(Kind.CERTIFICATE_UNKNOWN, url.host());
        }
        if (says(e, "no name matching") || says(e, "subject alternative")) {
            return ServerProblem.of(Kind.CERTIFICATE_OTHER_NAME, url.host());
        }
        if (says(e, "terminated the handshake") || says(e, "reset") || says(e, "closed")) {
            return place(Kind.CLOSED, url);
        }
        return ServerProblem.of(Kind.TLS_FAILED, url.host());
    }

    private static boolean says(Throwable t, String part) {
        return String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT).contains(part);
    }

    /** A problem of a host and a port. */
    static ServerProblem place(Kind kind, DatabaseUrl url) {
        return ServerProblem.of(kind, url.host(), String.valueOf(url.port()));
    }

    /** The first line of what a server says, which is another's words: short, without control characters. */
    private static String oneLine(String message) {
        String line = message.lines().findFirst().orElse("").replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }
}
