package app.larder.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A way to connections, in the shape libraries ask for. */
final class ConnectionSource implements DataSource {

    /** How long a pool that closes waits for a connection that is just being made. */
    private static final int PATIENCE_SECONDS = 5;

    private final Opening opening;

    ConnectionSource(Opening opening) {
        this.opening = opening;
    }

    /** Makes or lends a connection. */
    interface Opening {
        Connection open() throws SQLException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return opening.open();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return PATIENCE_SECONDS;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(ConnectionSource.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
