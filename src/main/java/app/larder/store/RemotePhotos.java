package app.larder.store;

import app.larder.sync.PhotoServer;
import app.larder.sync.ServerTroubleException;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The photos of a family's server as sync carries them, over a connection of their own. */
public final class RemotePhotos implements PhotoServer, AutoCloseable {

    /** The longest photo on the slowest line somebody would wait for. */
    private static final int WATCHDOG_SECONDS = 900;

    private static final int PIECE = 1 << 20;

    private final RemotePool pool;
    private final Supplier<String> token;

    private RemotePhotos(RemotePool pool, Supplier<String> token) {
        this.pool = pool;
        this.token = token;
    }

    /** As {@link RemoteExchange#open}. */
    public static RemotePhotos open(DatabaseUrl computer, Supplier<String> token) {
        return new RemotePhotos(new RemotePool(computer, 1), token);
    }

    /** What is done with a statement whose first parameter is the token. */
    private interface Call<T> {
        T make(PreparedStatement statement) throws SQLException;
    }

    private <T> T call(String sql, Call<T> call) {
        try (Connection connection = pool.take();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(WATCHDOG_SECONDS);
            statement.setString(1, token.get());
            return call.make(statement);
        } catch (SQLException e) {
            throw new ServerTroubleException(
                    RemoteExchange.kind(e), "The server did not take or give a photo.", e);
        }
    }

    @Override
    public Set<String> missing() {
        return call("select larder.photo_missing_v1(?)", statement -> {
            Set<String> missing = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    missing.add(row.getString(1));
                }
            }
            return missing;
        });
    }

    @Override
    public void put(String sha256, byte[] bytes) {
        String outcome = call("select larder.photo_put_v1(?, ?, ?)", statement -> {
            statement.setString(2, sha256);
            statement.setBytes(3, bytes);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
        if (!outcome.equals("ok")) {
            throw new ServerTroubleException(
                    ServerTroubleException.Kind.REFUSED, "Nobody is signed in.", new IllegalStateException(outcome));
        }
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            Optional<byte[]> piece = piece(sha256, whole.size());
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            whole.writeBytes(piece.get());
            if (piece.get().length < PIECE) {
                return Optional.of(whole.toByteArray());
            }
        }
    }

    private Optional<byte[]> piece(String sha256, int first) {
        return call("select larder.photo_get_v1(?, ?, ?)", statement -> {
            statement.setString(2, sha256);
            statement.setInt(3, first);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getBytes(1));
            }
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}
