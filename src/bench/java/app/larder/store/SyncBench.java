package app.larder.store;

import app.larder.account.SignIn;
import app.larder.recipes.Recipe;
import app.larder.store.FarKitchen.Talk;
import app.larder.store.SlowCable.Traffic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Two computers with files of their own and one Postgres, over a cable that counts, and that may be 100 ms long: the
 * figures of design/sync.md, a line each. The yardstick is the same rows put into a local file by plain JDBC.
 *
 * <p>{@code ./mvnw -Pbench -DskipTests verify -Dlarder.bench.main=app.larder.store.SyncBench}; of
 * "household", "library" and "queue" only those that {@code -Dlarder.bench.only=REGEX} finds.
 */
public final class SyncBench {

    private static final int EDITS = 60;
    private static final Predicate<String> ONLY =
            Pattern.compile(System.getProperty("larder.bench.only", "")).asPredicate();

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path folder;
    private int number;

    private SyncBench(Path folder) {
        this.folder = folder;
    }

    /** All of it. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        SyncBench bench = new SyncBench(Files.createTempDirectory("larder-sync-bench"));
        for (int round = 0; round < 2; round++) {
            bench.distance(Duration.ZERO);
        }
        bench.distance(Duration.ofMillis(100));
        System.exit(0); // the test's server ends with the process
    }

    private void distance(Duration roundTrip) throws IOException, SQLException, InterruptedException {
        out.printf("--- %d ms round trip%n", roundTrip.toMillis());
        Family family = Family.fresh();
        int port = Integer.parseInt(family.ownerAddress().replaceAll(".*:([0-9]+)/.*", "$1"));
        try (SlowCable cable = new SlowCable(port, roundTrip)) {
            DatabaseUrl url = cable.to(family.invitation().address());
            if (ONLY.test("household")) {
                household(family, url, cable);
            }
            if (roundTrip.isZero() && ONLY.test("library")) {
                library(family, url, cable);
            }
            if (roundTrip.isZero() && ONLY.test("queue")) {
                queue(family, url, cable);
            }
        }
        family.close();
    }

    private void household(Family family, DatabaseUrl url, SlowCable cable)
            throws IOException, SQLException, InterruptedException {
        SignIn household = family.signUp("household");
        family.asOwner(HouseholdSet.sql(household.userId()));
        try (FarKitchen laptop = computer(url, household);
                FarKitchen phone = computer(url, household)) {
            say("first sync of the household set, the server's first time", cable, laptop);
            say("first sync of the household set", cable, phone);
            say("idle poll", cable, laptop);
            laptop.pantry.add("1 cup milk");
            say("one edit of a pantry item, with the poll after it", cable, laptop);
            phone.sync();
            ringing(url, laptop, phone);
        }
        out.printf("yardstick: the household set into a file by plain JDBC: %d ms%n", yardstick(family, household));
    }

    private FarKitchen computer(DatabaseUrl url, SignIn person) {
        return new FarKitchen(folder, "computer" + number++, url, person);
    }

    private void say(String what, SlowCable cable, FarKitchen kitchen) {
        Traffic before = cable.traffic();
        long begin = System.nanoTime();
        Talk talk = kitchen.sync();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        Traffic traffic = cable.traffic().since(before);
        out.printf("%s: %d ms, %d calls, %d round trips, %,d bytes up, %,d down (JSON and token: %,d up, %,d down)%n",
                what, millis, talk.calls(), traffic.roundTrips(), traffic.up(), traffic.down(), talk.up(), talk.down());
    }

    private void library(Family family, DatabaseUrl url, SlowCable cable) throws IOException, SQLException {
        SignIn reader = family.signUp("reader");
        family.asOwner(HouseholdSet.recipes(reader.userId(), 10_000));
        try (FarKitchen laptop = computer(url, reader);
                FarKitchen phone = computer(url, reader)) {
            laptop.engine.step(); // the server's first time, one page
            say("10,000 recipes with details arrive", cable, phone);
        }
        out.printf("yardstick: 10,000 recipes with details into a file by plain JDBC: %d ms%n", yardstick(family, reader));
    }

    private void queue(Family family, DatabaseUrl url, SlowCable cable) {
        try (FarKitchen laptop = computer(url, family.signUp("writer"))) {
            laptop.sync();
            List<Recipe> recipes = IntStream.range(0, 5_000).mapToObj(i -> ContractRecipes.full("Dish " + i)).toList();
            laptop.rows.recipes().add(recipes);
            say("10,000 queued rows (5,000 recipes with details) pushed", cable, laptop);
        }
    }

    /** From the beginning of an edit here to the end of its arrival there, by LISTEN. */
    private void ringing(DatabaseUrl url, FarKitchen here, FarKitchen there) throws InterruptedException {
        Semaphore rung = new Semaphore(0);
        List<Long> micros = new ArrayList<>();
        try (RemoteBell _ = RemoteBell.hang(url, there.engine.channel().orElseThrow(), rung::release)) {
            rung.tryAcquire(10, TimeUnit.SECONDS); // it rings once when it begins to listen
            there.sync();
            for (int i = 0; i < EDITS; i++) {
                int rows = there.rows.replica().orElseThrow().write(tx -> tx.size());
                long begin = System.nanoTime();
                here.pantry.add("1 cup rice " + i);
                here.step();
                while (there.rows.replica().orElseThrow().write(tx -> tx.size()) == rows) {
                    if (!rung.tryAcquire(10, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("nobody rang");
                    }
                    there.step();
                }
                micros.add((System.nanoTime() - begin) / 1000);
            }
        }
        Collections.sort(micros);
        out.printf("an edit here is there, by LISTEN: median %.1f ms, p95 %.1f ms%n", micros.get(EDITS / 2) / 1000.0,
                micros.get(EDITS * 95 / 100) / 1000.0);
    }

    /** How long the rows a server keeps of somebody take into an H2 file without anything around them. */
    private long yardstick(Family family, SignIn person) throws IOException, SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Connection owner = Family.connect(family.owner());
                PreparedStatement select = owner.prepareStatement(
                        "select entity, row_id, image::text from larder.rows where owner = ? order by rank, row_id")) {
            select.setObject(1, person.userId());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Object[] {row.getString(1), row.getObject(2), row.getString(3)});
                }
            }
        }
        Path file = Files.createTempDirectory(folder, "plain").resolve("plain");
        try (Connection local = DriverManager.getConnection("jdbc:h2:" + file + ";WRITE_DELAY=0");
                Statement statement = local.createStatement()) {
            statement.execute("create table plain (entity varchar, row_id uuid, image varchar, primary key (entity, row_id))");
            statement.execute("create table shadow (entity varchar, row_id uuid, image varchar, primary key (entity, row_id))");
            long begin = System.nanoTime();
            local.setAutoCommit(false);
            for (String table : List.of("plain", "shadow")) {
                try (PreparedStatement insert = local.prepareStatement("insert into " + table + " values (?, ?, ?)")) {
                    for (int i = 0; i < rows.size(); i++) {
                        for (int column = 0; column < 3; column++) {
                            insert.setObject(column + 1, rows.get(i)[column]);
                        }
                        insert.addBatch();
                        if (i % 500 == 499 || i == rows.size() - 1) {
                            insert.executeBatch();
                        }
                    }
                }
            }
            local.commit();
            return (System.nanoTime() - begin) / 1_000_000;
        }
    }
}
