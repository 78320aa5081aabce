package app.larder.store;

import app.larder.sync.Server;
import app.larder.sync.ServerTroubleException;
import app.larder.sync.ServerTroubleException.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * A family's server as sync calls it: one statement in a transaction of its own, so that whether it was done is the only
 * question a cut leaves open, and sending it again answers that. Nothing is kept in the connection.
 */
public final class RemoteExchange implements Server, AutoCloseable {

    /**
     * A call older than this is cancelled: twice as long as the connection waits for a byte
     * ({@link DatabaseUrlParser}, socketTimeout). The logins' own statement_timeout comes first, unless they changed it.
     */
    private static final int WATCHDOG_SECONDS = 120;

    /** The token apart from the request, so that no complaint about the JSON repeats it. */
    private static final String CALL = "select larder.exchange_v1(pg_catalog.jsonb_build_object("
            + "'token', cast(? as pg_catalog.text)) || cast(? as pg_catalog.jsonb))";

    private final ExchangeConnection connection;
    private final Supplier<String> token;

    private RemoteExchange(ExchangeConnection connection, Supplier<String> token) {
        this.connection = connection;
        this.token = token;
    }

    /**
     * Connects at the first need.
     *
     * @param computer the address that this computer was given
     * @param token the token of whose rows are exchanged, as it is at each call
     */
    public static RemoteExchange open(DatabaseUrl computer, Supplier<String> token) {
        return new RemoteExchange(new ExchangeConnection(new RemoteLogin(computer)), token);
    }

    @Override
    public String exchange(String request) {
        try {
            return connection.ask(open -> call(open, request));
        } catch (SQLException e) {
            throw new ServerTroubleException(kind(e), "The server did not answer: " + state(e), e);
        }
    }

    private String call(Connection open, String request) throws SQLException {
        try (PreparedStatement call = open.prepareStatement(CALL)) {
            call.setQueryTimeout(WATCHDOG_SECONDS);
            call.setString(1, token.get());
            call.setString(2, request);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** What can be done about a failure (PostgreSQL 16, "PostgreSQL Error Codes"). */
    static Kind kind(SQLException failure) {
        String state = state(failure);
        return switch (state) {
            case "40001", "40P01", "55P03", "25006" -> Kind.AGAIN;
            case "42P01", "42883", "3F000" -> Kind.SCHEMA;
            case "42501" -> Kind.REFUSED;
            case "" -> onTheWay(failure) ? Kind.AGAIN : Kind.UNKNOWN;
            default -> switch (state.substring(0, 2)) {
                case "08", "53" -> Kind.AGAIN;
                case "28" -> Kind.REFUSED;
                // A statement that was cancelled may have been too much; a server that shuts down was not.
                case "57" -> state.equals("57014") ? Kind.UNKNOWN : Kind.AGAIN;
                default -> Kind.UNKNOWN;
            };
        };
    }

    private static String state(SQLException failure) {
        return OpenFailures.causes(failure).stream()
                .filter(SQLException.class::isInstance)
                .map(t -> ((SQLException) t).getSQLState())
                .filter(state -> state != null && state.length() == 5)
                .findFirst()
                .orElse("");
    }

    private static boolean onTheWay(SQLException failure) {
        return failure instanceof java.sql.SQLTransientException
                || OpenFailures.causes(failure).stream().anyMatch(IOException.class::isInstance);
    }

    @Override
    public void close() {
        connection.close();
    }
}
