package app.larder.store;

import app.larder.account.SignIn;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import app.larder.sync.ServerTroubleException;
import app.larder.sync.Step;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Another program works on all five tables with plain SQL, one transaction of its own held open meanwhile, and two
 * computers with files of their own edit and exchange all the while.
 */
final class ForeignRounds implements AutoCloseable {

    private static final String ANY = "(select id from %s where user_id = {anna} order by random() limit 1)";
    private static final String RECIPE = ANY.formatted("public.recipes").replace("order by", "and name <> 'Held' order by");
    private static final String ITEM = ANY.formatted("public.household_ingredients");
    private static final String CHAT = ANY.formatted("public.chat_sessions");
    private static final String MESSAGE = "(select m.id from public.chat_messages m join public.chat_sessions s"
            + " on s.id = m.session_id where s.user_id = {anna} order by random() limit 1)";

    /** What another program does, most of it making, so that there is something to change and to delete. */
    private static final List<String> STATEMENTS = List.of(
            "insert into public.recipes (user_id, name, ingredients) values ({anna}, 'Dish {i}',"
                    + " '[{\"name\": \"leek\", \"quantity\": \"{i}\", \"unit\": \"g\"}]')",
            "insert into public.recipes (user_id, name) values ({anna}, 'Plain {i}')",
            "insert into public.household_ingredients (user_id, name, quantity) values ({anna}, 'Jar {i}', '{i}')",
            "insert into public.household_ingredients (user_id, name) values ({anna}, 'Tin {i}')",
            "insert into public.chat_sessions (user_id, title) values ({anna}, 'Supper {i}')",
            "insert into public.chat_messages (session_id, role, content) select id, 'user', 'And {i}?' from "
                    + CHAT + " c (id)",
            "insert into public.chat_messages (session_id, role, content) select id, 'assistant', 'So {i}.' from "
                    + CHAT + " c (id)",
            "update public.recipes set ingredients = '[{\"name\": \"rice\", \"quantity\": \"{i}\", \"unit\": \"cup\"},"
                    + " {\"name\": \"leek\", \"quantity\": \"2\", \"unit\": \"\"}]' where id = " + RECIPE,
            "update public.recipes set name = 'Renamed {i}', source = null where id = " + RECIPE,
            "update public.household_ingredients set quantity = '{i}', unit = 'g' where id = " + ITEM,
            "update public.chat_sessions set title = 'Dinner {i}', updated_at = now() where id = " + CHAT,
            "update public.chat_messages set content = 'Rather {i}' where id = " + MESSAGE,
            "update public.users set updated_at = now() where id = {anna}",
            "delete from public.recipes where id = " + RECIPE,
            "delete from public.household_ingredients where id = " + ITEM,
            "delete from public.chat_messages where id = " + MESSAGE,
            "delete from public.chat_sessions where id = " + CHAT);
    private static final List<String> TRUNCATIONS = List.of(
            "truncate public.household_ingredients cascade", "truncate public.chat_messages cascade",
            "truncate public.chat_sessions cascade", "truncate public.recipes cascade");
    private static final int BETWEEN_TRUNCATIONS = 400;
    private static final int MOST_OF_A_TRANSACTION = 5;

    private final RealServer server;
    private final SignIn anna;
    private final List<FarKitchen> computers;
    private final AtomicInteger exchanges = new AtomicInteger();
    private final AtomicInteger edits = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private final Map<FarKitchen, String> last = new ConcurrentHashMap<>();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    ForeignRounds(Path folder) throws SQLException {
        server = new RealServer();
        anna = server.family().signUp("anna");
        server.begin(anna.userId());
        computers = List.of(computer(folder, "laptop"), computer(folder, "phone"));
    }

    private FarKitchen computer(Path folder, String name) {
        return new FarKitchen(folder, name, server.family().computer(), anna);
    }

    /** What it came to, in a line. */
    String said() {
        return exchanges + " exchanges and " + edits + " edits of two computers meanwhile, the longest exchange "
                + longest.get() / 1_000_000 + " ms";
    }

    /**
     * Runs so many statements, one transaction held open that long from the beginning.
     *
     * @return what went wrong; empty if nothing did
     */
    List<String> run(int statements, Duration held, long seed) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch holding = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (FarKitchen computer : computers) {
            Random random = new Random(seed + threads.size());
            threads.add(Thread.ofPlatform().start(() -> trying(() -> work(computer, random, done))));
        }
        Thread holder = Thread.ofPlatform().start(() -> trying(() -> hold(held, holding)));
        holding.await();
        trying(() -> write(statements, holder, new Random(seed)));
        holder.join();
        done.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        if (wrong.isEmpty()) {
            trying(this::compare);
        }
        return List.copyOf(wrong);
    }

    /** Work that may fail with what the database says. */
    private interface Work {
        void run() throws SQLException;
    }

    private void trying(Work work) {
        try {
            work.run();
        } catch (SQLException | RuntimeException e) {
            wrong.add(e + " caused by " + e.getCause());
        }
    }

    private void write(int statements, Thread holder, Random random) throws SQLException {
        try (Connection program = Family.connect(server.family().owner());
                Statement statement = program.createStatement()) {
            program.setAutoCommit(false);
            for (int i = 1; i <= statements; i++) {
                // A truncation waits for whoever holds the table, and everybody waits behind it, whatever the program.
                String sql = i % BETWEEN_TRUNCATIONS == 0 && !holder.isAlive()
                        ? TRUNCATIONS.get(i / BETWEEN_TRUNCATIONS % TRUNCATIONS.size())
                        : STATEMENTS.get(random.nextInt(STATEMENTS.size()));
                statement.execute(forAnna(sql, i));
                if (random.nextInt(MOST_OF_A_TRANSACTION) == 0 || i == statements) {
                    program.commit();
                }
            }
        }
    }

    /** A row that the computers edit too. */
    private void hold(Duration held, CountDownLatch holding) throws SQLException {
        try (Connection program = Family.connect(server.family().owner());
                Statement statement = program.createStatement()) {
            statement.execute(forAnna("insert into public.recipes (user_id, name) values ({anna}, 'Held')", 0));
            program.setAutoCommit(false);
            statement.execute(forAnna("update public.recipes set source = 'held' where user_id = {anna} and name = 'Held'", 0));
            statement.execute(forAnna("insert into public.household_ingredients (user_id, name) values ({anna}, 'Held')", 0));
            holding.countDown();
            LockSupport.parkNanos(held.toNanos());
            program.commit();
        } finally {
            holding.countDown();
        }
    }

    private String forAnna(String sql, int number) {
        return sql.replace("{anna}", "'" + anna.userId() + "'").replace("{i}", String.valueOf(number));
    }

    private void work(FarKitchen computer, Random random, AtomicBoolean done) {
        int number = 0;
        while (!done.get()) {
            if (random.nextInt(3) == 0) {
                edit(computer, random, number++);
            }
            exchange(computer);
        }
    }

    private void edit(FarKitchen computer, Random random, int number) {
        edits.incrementAndGet();
        List<UUID> known = computer.rows.recipes().ids(RecipeQuery.ALL, 0, 20);
        if (known.isEmpty() || random.nextInt(3) == 0) {
            computer.rows.recipes().add(List.of(ContractRecipes.full("Own " + number)));
        } else if (random.nextInt(2) == 0) {
            Optional<Recipe> recipe = computer.rows.recipes().find(known.get(random.nextInt(known.size())));
            recipe.ifPresent(found -> computer.rows.recipes().update(ContractRecipes.named(found, "Ours " + number)));
        } else {
            computer.pantry.add(number + " g flour " + random.nextInt(9));
        }
    }

    /** Whether that computer is up to date after an exchange. */
    private boolean exchange(FarKitchen computer) {
        long begin = System.nanoTime();
        try {
            Step step = computer.engine.step();
            last.put(computer, step.toString());
            if (step.kind() == Step.Kind.MANY_DELETIONS) {
                computer.engine.answerDeletions(true);
            }
            exchanges.incrementAndGet();
            return step.upToDate();
        } catch (ServerTroubleException e) {
            if (e.kind() != ServerTroubleException.Kind.AGAIN) {
                throw e;
            }
            last.put(computer, e.toString());
            return false;
        } finally {
            longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
        }
    }

    private void compare() {
        for (int round = 0; round < 4; round++) {
            for (FarKitchen computer : computers) {
                for (int i = 0; i < 200 && !exchange(computer); i++) {
                    // until it is
                }
            }
        }
        Map<RowKey, Image> there = server.rows();
        for (FarKitchen computer : computers) {
            Map<RowKey, Image> here = rows(computer);
            if (!here.equals(there)) {
                Map<RowKey, Image> differing = new TreeMap<>(here);
                differing.entrySet().removeAll(there.entrySet());
                wrong.add(here.size() + " rows instead of " + there.size() + ", after " + last.get(computer) + ", other than there: " + differing);
            }
        }
    }

    /** What a computer holds. */
    static Map<RowKey, Image> rows(FarKitchen computer) {
        return computer.rows.replica().orElseThrow().write(tx -> {
            Map<RowKey, Image> all = new TreeMap<>();
            tx.load(tx.present(Optional.empty(), Integer.MAX_VALUE))
                    .forEach((key, row) -> all.put(key, Objects.requireNonNull(row.current())));
            return all;
        });
    }

    @Override
    public void close() {
        computers.forEach(FarKitchen::close);
        server.close();
    }
}
