package app.larder.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Photos in {@code larder.photo_bytes}: on a server, and in a database in memory. */
final class PhotoTable implements PhotoShelf {

    private static final String MINE = " where b.user_id = :user and b.sha256 = :sha256";

    private final Sessions sessions;

    PhotoTable(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        return sessions.read(session -> session
                .createNativeQuery("select b.bytes from larder.photo_bytes b" + MINE, byte[].class)
                .setParameter("user", sessions.userId())
                .setParameter("sha256", sha256)
                .getResultList()
                .stream()
                .findFirst());
    }

    @Override
    public boolean has(String sha256) {
        return !sessions.read(session -> session
                        .createNativeQuery("select b.sha256 from larder.photo_bytes b" + MINE, String.class)
                        .setParameter("user", sessions.userId())
                        .setParameter("sha256", sha256)
                        .getResultList())
                .isEmpty();
    }

    @Override
    public void put(String sha256, byte[] bytes) {
        sessions.write(session -> {
            int there = session.createNativeMutationQuery(
                            "update larder.photo_bytes b set unused_since = null" + MINE)
                    .setParameter("user", sessions.userId())
                    .setParameter("sha256", sha256)
                    .executeUpdate();
            return there > 0
                    ? there
                    : session.createNativeMutationQuery("insert into larder.photo_bytes (user_id, sha256, bytes)"
                                    + " values (:user, :sha256, :bytes) on conflict do nothing")
                            .setParameter("user", sessions.userId())
                            .setParameter("sha256", sha256)
                            .setParameter("bytes", bytes)
                            .executeUpdate();
        });
    }

    @Override
    public int collect(Set<String> needed) {
        return sessions.write(session -> {
            List<String> here = session.createNativeQuery(
                            "select b.sha256 from larder.photo_bytes b where b.user_id = :user", String.class)
                    .setParameter("user", sessions.userId())
                    .getResultList();
            for (String sha256 : here) {
                boolean used = needed.contains(sha256);
                session.createNativeMutationQuery("update larder.photo_bytes b set unused_since = "
                                + (used ? "null" : "current_timestamp") + MINE
                                + " and b.unused_since is " + (used ? "not null" : "null"))
                        .setParameter("user", sessions.userId())
                        .setParameter("sha256", sha256)
                        .executeUpdate();
            }
            return session.createNativeMutationQuery(
                            "delete from larder.photo_bytes b where b.user_id = :user and b.unused_since < :before")
                    .setParameter("user", sessions.userId())
                    .setParameter("before", Instant.now().minus(PhotoStore.KEPT))
                    .executeUpdate();
        });
    }
}
