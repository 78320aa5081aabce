package app.larder.store;

import app.larder.recipes.Photo;
import app.larder.sync.PhotoLuggage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** One person's photos beside the local file, as sync carries them. */
final class SyncPhotos implements PhotoLuggage {

    /** A note for each photo that the server has. */
    static final String SENT = "PHOTO ";

    private static final String BY_SIZE = " group by p.sha256 order by min(p.size), p.sha256";

    private final Sessions sessions;
    private final PhotoShelf shelf;
    private volatile Consumer<String> arrived = _ -> {};

    SyncPhotos(Sessions sessions, PhotoShelf shelf) {
        this.sessions = sessions;
        this.shelf = shelf;
    }

    /** What is told of the bytes that came, on a thread that must not be kept waiting. */
    void whenArrived(Consumer<String> listener) {
        arrived = listener;
    }

    private <T> T within(Function<Statements, T> work, boolean writes) {
        Function<org.hibernate.StatelessSession, T> inside = session -> session.doReturningWork(connection -> {
            try (Statements statements = new Statements(connection)) {
                return work.apply(statements);
            }
        });
        return writes ? sessions.write(inside) : sessions.read(inside);
    }

    private List<String> hashes(String from) {
        return within(statements -> statements.list("select p.sha256 from larder.recipe_photos p" + from + BY_SIZE,
                row -> row.getString(1)), false);
    }

    @Override
    public List<String> toSend() {
        return hashes(" join larder.sync_dirty d on d.entity = 'recipe_photos' and d.row_id = p.id where not exists"
                + " (select 1 from larder.sync_notes n where n.slot = '" + SENT + "' || p.sha256)");
    }

    @Override
    public List<String> toFetch() {
        return hashes("").stream().filter(sha256 -> !shelf.has(sha256)).toList();
    }

    @Override
    public Optional<byte[]> bytes(String sha256) {
        return shelf.get(sha256);
    }

    @Override
    public void sent(Set<String> sha256s) {
        within(statements -> {
            sha256s.forEach(sha256 -> statements.update(
                    "merge into larder.sync_notes (slot, note) key (slot) values (?, '')", SENT + sha256));
            return sha256s.size();
        }, true);
    }

    @Override
    public boolean fetched(String sha256, byte[] bytes) {
        if (!Photo.hash(bytes).equals(sha256)) {
            return false;
        }
        shelf.put(sha256, bytes);
        arrived.accept(sha256);
        return true;
    }
}
