package app.larder.store;

import app.larder.account.FileKey;
import app.larder.account.NewId;
import app.larder.account.User;
import app.larder.kitchen.SearchNames;
import app.larder.recipes.Recipe;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An open database, brought up to date: a file on this computer, memory (for tests and samples), or a Postgres server.
 * Whatever it is, it gives the same repositories. Close it to let the file go.
 *
 * <p>Opening fails with a {@link LarderOpenException}, whose message is a sentence for the person at the computer.
 */
public final class Database implements AutoCloseable {

    /** The version of the newest tables this program knows. */
    public static final int NEWEST_TABLES = Migrations.NEWEST;

    /** Stands in sessions that look at no one's rows. */
    private static final UUID NOBODY = new UUID(0, 0);
    private final Lanes lanes;
    private final SessionFactory factory;
    private final JsonMapper mapper;
    private final @Nullable LocalDatabase local;
    private final @Nullable RemoteDatabase remote;
    private final Map<UUID, UserStore> stores = new ConcurrentHashMap<>();

    private Database(Lanes lanes, LocalDatabase local) {
        this.lanes = lanes;
        this.local = local;
        this.remote = null;
        this.mapper = Json.mapper();
        this.factory = Mapping.factory(local.pool(), Vendor.H2, mapper);
    }

    private Database(RemoteDatabase remote) {
        this.lanes = Lanes.callersThread();
        this.local = null;
        this.remote = remote;
        this.mapper = Json.mapper();
        this.factory = Mapping.factory(remote.source(), Vendor.POSTGRESQL, mapper);
    }

    /**
     * Opens the file {@code larder.mv.db} in a folder, which is made if need be; one folder an account.
     *
     * @throws LarderOpenException if it can't be opened
     */
    public static Database local(Path folder) {
        return local(folder, (FileKey) null);
    }

    /**
     * As {@link #local(Path)}, with what the file is encrypted with.
     *
     * @param key not closed before the database is; null for a readable file
     */
    public static Database local(Path folder, @Nullable FileKey key) {
        return local(lanes -> LocalDatabase.inFolder(folder, key, lanes.connections(), Migrations.own()));
    }

    static Database local(Path folder, Migrations migrations) {
        return local(lanes -> LocalDatabase.inFolder(folder, null, lanes.connections(), migrations));
    }

    /**
     * Opens a database that lives in memory and ends when it is closed.
     *
     * @param name two databases of one name are the same one
     */
    public static Database memory(String name) {
        return local(lanes -> LocalDatabase.inMemory(name, lanes.connections()));
    }

    private static Database local(Function<Lanes, LocalDatabase> open) {
        Lanes lanes = Lanes.ownThreads();
        try {
            return lanes.write(() -> {
                LocalDatabase local = open.apply(lanes);
                try {
                    return new Database(lanes, local);
                } catch (RuntimeException e) {
                    local.close();
                    throw e;
                }
            });
        } catch (RuntimeException e) {
            lanes.close();
            throw e;
        }
    }

    /**
     * Connects to a server and brings its tables up to date, as the role that owns them: people are kept apart by
     * Larder's own queries only. For tests and measurements; families connect with a computer's login.
     *
     * @throws LarderOpenException if the server can't be reached or refuses
     */
    public static Database remote(DatabaseUrl url) {
        return remote(RemoteDatabase.asOwner(url));
    }

    /**
     * Works on a server directly, with the login of this computer. It connects at the first need, so it opens without a
     * network. Every transaction bears the token, and the server shows the rows of the person it was given to; with none,
     * or one that is worth nothing any more, everything fails with {@link app.larder.account.ServerProblemException}.
     *
     * @param token gives a person's token; asked at the beginning of each of their transactions
     */
    public static Database remote(DatabaseUrl url, Function<UUID, String> token) {
        return remote(RemoteDatabase.asComputer(url, token));
    }

    private static Database remote(RemoteDatabase remote) {
        try {
            return new Database(remote);
        } catch (RuntimeException e) {
            remote.close();
            throw e;
        }
    }

    /**
     * The one person of a larder without accounts, made at the first call. Their password hash is {@code !}, which no
     * password has.
     *
     * @param name the name of the computer's own account; if it is blank, "cook"
     */
    public User localUser(String name) {
        // The oldest, whatever it is called by now: the computer's account may have been renamed.
        Optional<User> known = asNobody(session -> session
                .createSelectionQuery("from UserRow u order by u.createdAt, u.id", UserRow.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .map(row -> new User(row.id, row.username, row.createdAt, row.updatedAt))
                .findFirst());
        return known.orElseGet(() -> addUser(name.isBlank() || !CleanText.isClean(name) ? "cook" : name.strip()));
    }

    /** A new person nobody can sign in as. */
    User addUser(String username) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        User user = new User(NewId.at(now), username, now, now);
        return asNobody(session -> {
            session.createNativeMutationQuery(
                            "insert into public.users (id, username, password_hash, created_at, updated_at)"
                                    + " values (:id, :name, '!', :now, :now)")
                    .setParameter("id", user.id())
                    .setParameter("name", username)
                    .setParameter("now", now)
                    .executeUpdate();
            return user;
        });
    }

    /**
     * Makes this file the copy of an account of the family's: everything in it becomes that person's, under the same ids,
     * and is noted as not sent yet, in one transaction; every edit is noted from now on. Does nothing the next time. For a
     * file nobody has opened {@link #openFor} yet.
     *
     * @param owner whose the rows are so far
     * @param userId the account's person
     * @param username what the server calls them
     * @param sample asked once for the recipes nobody needs to see twice: Larder's own, unless somebody changed them
     */
    public User connect(User owner, UUID userId, String username, Supplier<Predicate<Recipe>> sample) {
        LocalDatabase file = Objects.requireNonNull(local, "a server is nobody's copy");
        if (owner.id().equals(userId) && isConnected()) {
            asWriter(Ownership::complete);
            return owner;
        }
        asWriter(statements -> {
            statements.make(SyncTriggers::make);
            return true;
        });
        User moved = new Sessions(factory, lanes, owner.id(), session -> {})
                .write(session -> SyncMarks.silently(() -> session.doReturningWork(connection -> {
                    try (Statements statements = new Statements(connection)) {
                        return new Ownership(session, statements).give(owner, userId, username, sample.get());
                    }
                })));
        file.dropTextIndexes();
        return moved;
    }

    /** Tells of everything that people write from now on, on a thread that must not be kept waiting. */
    public void whenWritten(Runnable told) {
        lanes.whenWritten(told);
    }

    /** The id of this profile on this computer, made at the first call; copied with the file. */
    public UUID deviceId() {
        return asWriter(Ownership::deviceId);
    }

    private boolean isConnected() {
        return asWriter(Ownership::isConnected);
    }

    /** Makes this file one on this computer only: nothing is deleted, and edits are no longer noted. */
    public void disconnect() {
        if (local != null && isConnected()) {
            asWriter(statements -> {
                Ownership.cut(statements);
                return true;
            });
        }
    }

    /** Runs SQL in one transaction of the writer of a local file. */
    <T> T asWriter(Function<Statements, T> work) {
        return lanes.write(() -> {
            try (Connection connection = Objects.requireNonNull(local).pool().getConnection();
                    Statements statements = new Statements(connection)) {
                connection.setAutoCommit(false);
                try {
                    T done = work.apply(statements);
                    connection.commit();
                    return done;
                } catch (RuntimeException e) {
                    connection.rollback();
                    throw e;
                } finally {
                    connection.setAutoCommit(true);
                }
            } catch (SQLException e) {
                throw StoreFailures.of(new IllegalStateException(e));
            }
        });
    }

    private <T> T asNobody(Function<StatelessSession, T> work) {
        return new Sessions(factory, lanes, NOBODY, session -> {}).write(work);
    }

    /** What a person keeps here; the same for every call. */
    public UserStore openFor(User user) {
        return stores.computeIfAbsent(user.id(), id -> open(user));
    }

    private UserStore open(User user) {
        Sessions sessions = new Sessions(
                factory, lanes, user.id(), session -> {
                    if (remote != null) {
                        remote.begin(session, user.id());
                    }
                });
        TextKeeper text = null;
        if (local != null) {
            text = new TextKeeper(sessions, local.textIndex(user.id(), new Remembered(SearchNames::variants)));
            text.bringUpToDate();
        }
        IngredientTerms terms = new IngredientTerms(text != null);
        ChatStore chats = new ChatStore(
                sessions,
                new ChatLists(SearchNames::variants),
                mapper,
                local == null ? null : new MessageSearch(sessions, new Remembered(SearchNames::variants)));
        PhotoStore photos = photos(sessions);
        SyncReplica replica = text == null ? null : new SyncReplica(sessions, lanes, terms, text);
        return new UserStore(
                user,
                new RecipeStore(
                        sessions,
                        SearchNames::parts,
                        new RecipeCards(SearchNames::variants),
                        mapper,
                        terms,
                        text),
                new PantryStore(sessions, mapper),
                chats,
                photos,
                text == null || replica == null
                        ? null
                        : new LocalSide(
                                replica,
                                new LocalBackup(sessions, terms, text, mapper, photos.shelf(), written -> {
                                    chats.changedElsewhere();
                                    replica.tell(written);
                                }),
                                text));
    }

    private PhotoStore photos(Sessions sessions) {
        Optional<PhotoFiles> files = local == null ? Optional.empty() : local.photos();
        return new PhotoStore(
                sessions,
                files.<PhotoShelf>map(found -> found).orElseGet(() -> new PhotoTable(sessions)),
                new SmallPhotos(files.map(PhotoFiles::small).orElse(null)),
                mapper);
    }

    /** Lets running work end and releases the file or the server. */
    @Override
    public void close() {
        lanes.endSync();
        stores.values().forEach(UserStore::close);
        lanes.write(() -> {
            factory.close();
            if (local != null) {
                local.close();
            }
            if (remote != null) {
                remote.close();
            }
            return true;
        });
        lanes.close();
    }
}
