package app.larder.store;

import app.larder.backup.BackupContent;
import app.larder.backup.BackupRows;
import app.larder.backup.BackupSource;
import app.larder.backup.Comparison;
import app.larder.backup.Restored;
import app.larder.recipes.Recipe;
import app.larder.sync.RowKey;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import tools.jackson.databind.json.JsonMapper;

/** One person's rows in the local file and their photos, as backups need them. */
final class LocalBackup implements BackupRows {

    private final Sessions sessions;
    private final IngredientTerms terms;
    private final TextKeeper text;
    private final JsonMapper mapper;
    private final PhotoShelf shelf;
    private final Consumer<Set<RowKey>> told;
    private volatile boolean stopped;

    /**
     * A person's rows and photos.
     *
     * @param told hears of the rows that a restore or its undo wrote
     */
    LocalBackup(
            Sessions sessions,
            IngredientTerms terms,
            TextKeeper text,
            JsonMapper mapper,
            PhotoShelf shelf,
            Consumer<Set<RowKey>> told) {
        this.sessions = sessions;
        this.terms = terms;
        this.text = text;
        this.mapper = mapper;
        this.shelf = shelf;
        this.told = told;
    }

    /** The larder is being closed: a backup under way ends without one. */
    void stop() {
        stopped = true;
    }

    @Override
    public <T> T read(Function<BackupSource, T> work) {
        return onRows((session, statements) -> {
            // All statements see the rows as they are at the first one.
            isolation(statements, "snapshot");
            try {
                Set<String> needed =
                        new TreeSet<>(PhotoRows.needed(session, new Trash<>(TrashRow.RECIPE, Recipe.class, mapper)));
                return work.apply(new BackupTables(
                        statements, sessions.userId(), () -> stopped, photo -> eachPhoto(needed, photo)));
            } finally {
                isolation(statements, "read committed");
            }
        });
    }

    /** A photo that is not here, or not whole, can't be backed up; its row is. */
    private void eachPhoto(Set<String> needed, BiConsumer<String, byte[]> photo) {
        for (String sha256 : needed) {
            shelf.get(sha256).ifPresent(bytes -> photo.accept(sha256, bytes));
        }
    }

    private static void isolation(Statements statements, String level) {
        statements.make(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set session characteristics as transaction isolation level " + level);
            }
        });
    }

    @Override
    public Comparison compare(BackupContent backup) {
        BackupPhotos photos = BackupPhotos.of(backup, shelf);
        return onRows((_, statements) ->
                new BackupComparison(new SyncContent(statements, sessions.userId()), photos).of(backup));
    }

    private <T> T onRows(BiFunction<StatelessSession, Statements, T> work) {
        return sessions.read(session -> session.doReturningWork(connection -> {
            try (Statements statements = new Statements(connection)) {
                return work.apply(session, statements);
            }
        }));
    }

    @Override
    public Restored restore(BackupContent backup) {
        // Bytes first: a row never names a photo that could still fail to come.
        return restoreRows(backup, BackupPhotos.of(backup, shelf).put(backup, shelf));
    }

    /** As {@link #restore}, but for the photos' bytes. */
    Restored restoreRows(BackupContent backup, BackupPhotos photos) {
        RestoredRows[] rows = new RestoredRows[1];
        Comparison compared = write((session, statements, recipes) -> {
            BackupRestoring restoring = new BackupRestoring(session, statements, sessions.userId(), recipes, photos);
            Comparison done = restoring.restore(backup, mapper);
            rows[0] = restoring.done();
            return done;
        });
        told.accept(rows[0].keys());
        return new Restored(compared, () -> {
            write((_, statements, recipes) -> {
                rows[0].undo(new SyncContent(statements, sessions.userId()), recipes);
                return true;
            });
            told.accept(rows[0].keys());
        });
    }

    private interface Work<T> {
        T in(StatelessSession session, Statements statements, PulledRecipes recipes);
    }

    private record Done<T>(T result, PulledRecipes recipes, long stamp) {}

    /** Writes as people do, so that sync sees it, and lets searches follow. */
    private <T> T write(Work<T> work) {
        try {
            return sessions.write(
                            session -> session.doReturningWork(connection -> {
                                try (Statements statements = new Statements(connection)) {
                                    PulledRecipes recipes = new PulledRecipes(session, sessions.userId(), terms);
                                    T result = work.in(session, statements, recipes);
                                    recipes.index(() -> {});
                                    long stamp = text.renewStamp(session);
                                    return new Done<>(result, recipes, stamp);
                                }
                            }),
                            done -> done.recipes().stored(text, done.stamp()))
                    .result();
        } catch (RuntimeException e) {
            terms.forget();
            throw e;
        }
    }
}
