package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.ServerAddress;
import app.larder.account.ServerSetUp.RowSecurity;
import app.larder.sync.ServerTroubleException;
import app.larder.sync.ServerTroubleException.Kind;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a computer reaches the exchange, what it makes of failures, and what the exchange costs the server. */
class RemoteExchangeTest {

    private static Family family;

    @BeforeAll
    static void setUpOnce() {
        family = Family.fresh();
    }

    @AfterAll
    static void tearDown() {
        family.close();
    }

    @Test
    void eachFailureSaysWhatCanBeDone() {
        Map<String, Kind> kinds = Map.ofEntries(
                Map.entry("08006", Kind.AGAIN), Map.entry("57P01", Kind.AGAIN), Map.entry("53300", Kind.AGAIN),
                Map.entry("40001", Kind.AGAIN), Map.entry("40P01", Kind.AGAIN), Map.entry("55P03", Kind.AGAIN),
                Map.entry("25006", Kind.AGAIN), Map.entry("28P01", Kind.REFUSED), Map.entry("42501", Kind.REFUSED),
                Map.entry("42P01", Kind.SCHEMA), Map.entry("42883", Kind.SCHEMA), Map.entry("3F000", Kind.SCHEMA),
                Map.entry("57014", Kind.UNKNOWN), Map.entry("22P02", Kind.UNKNOWN), Map.entry("XX000", Kind.UNKNOWN));
        kinds.forEach((state, kind) -> assertEquals(kind, RemoteExchange.kind(new SQLException("x", state)), state));
        assertEquals(Kind.AGAIN, RemoteExchange.kind(new SQLTransientConnectionException("timed out")));
        assertEquals(Kind.AGAIN, RemoteExchange.kind(new SQLException("x", new java.io.IOException("reset"))));
        assertEquals(Kind.UNKNOWN, RemoteExchange.kind(new SQLException("x")));
    }

    @Test
    void aServerThatIsNotThereRefusesOrHasNoTablesIsTroubleOfItsKindWithoutTheToken() {
        Map<DatabaseUrl, Kind> places = Map.of(
                DatabaseUrl.parse("postgresql://a:b@localhost:1/x?connect_timeout=1"), Kind.AGAIN,
                family.computer().withPassword("wrong"), Kind.REFUSED,
                TestPostgres.freshDatabase(), Kind.SCHEMA,
                family.computer(), Kind.UNKNOWN);
        places.forEach((place, kind) -> {
            try (RemoteExchange server = RemoteExchange.open(place, () -> "the token")) {
                ServerTroubleException trouble = assertThrows(ServerTroubleException.class, () -> server.exchange("{\"broken\""));
                // Postgres looks for the function before it reads the JSON.
                assertEquals(kind, trouble.kind(), place.toString());
                for (Throwable t = trouble; t != null; t = t.getCause()) {
                    assertFalse(String.valueOf(t.getMessage()).contains("the token"), place.toString());
                }
            }
        });
    }

    @Test
    void theBellRingsWhenAnotherComputerSentSomething() throws Exception {
        try (ExchangeScene scene = new ExchangeScene(family)) {
            String channel = scene.laptop.sync().get("listen").stringValue();
            Semaphore rings = new Semaphore(0);
            try (RemoteBell _ = RemoteBell.hang(family.computer(), channel, rings::release)) {
                assertTrue(rings.tryAcquire(20, TimeUnit.SECONDS), "once it is connected");
                scene.phone.group(scene.phone.put("recipes", UUID.randomUUID(), "{\"name\": \"x\"}")).push();
                assertTrue(rings.tryAcquire(20, TimeUnit.SECONDS), "after the push");
                assertEquals(0, rings.availablePermits());
                TestPostgres.asSuperuser("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where usename = '"
                        + family.computer().user() + "' and query like 'listen%'");
                assertTrue(rings.tryAcquire(20, TimeUnit.SECONDS), "once it is connected again");
            }
            assertThrows(
                    IllegalArgumentException.class,
                    () -> RemoteBell.hang(family.computer(), "x; drop table users", rings::release));
        }
    }

    @Test
    void whereRowsAreNotKeptApartTheExchangeKeepsThemApart() throws SQLException {
        String address = OtherProgram.freshDatabase();
        new RemoteSetUp().adopt(new ServerAddress(address, null), new RowSecurity(false, Set.of()));
        DatabaseUrl owner = DatabaseUrl.parse(address);
        String login = "larder_apart_" + owner.database().substring(1, 9);
        Place place = Place.ofServer(owner);
        place.execute("create role " + login + " login password 'apart'; grant larder_app to " + login
                + "; insert into larder.computers (login, name) values ('" + login + "', 'x');"
                + " with s as (insert into public.chat_sessions (user_id) select id from public.users where username = 'old' returning id)"
                + " insert into public.chat_messages (session_id, role, content) select id, r, r from s, unnest(array['user', 'system']) r;"
                + " insert into public.users (username, password_hash) values ('ben', '!');"
                + " insert into public.recipes (user_id, name) select id, 'Ben''s soup' from public.users where username = 'ben';"
                + " insert into larder.sign_ins (token_hash, user_id, login, expires_at) select sha256(username::bytea), id, '"
                + login + "', 'infinity' from public.users");
        DatabaseUrl computer = DatabaseUrl.parse(address.replace("owner:owner", login + ":apart"));
        try (ExchangeDevice old = new ExchangeDevice(computer, "old", "x");
                ExchangeDevice ben = new ExchangeDevice(computer, "ben", "y")) {
            old.sync();
            ben.sync();
            assertEquals(5, old.told.size(), "somebody, two recipes, a chat and its one message we show: " + old.told.keySet());
            assertEquals(2, ben.told.size());
            UUID soup = UUID.fromString(place.rows("select id from public.recipes where name = 'Old soup'").getFirst());
            ben.group(ben.put("recipes", soup, "{\"name\": \"Mine\"}"));
            ben.group(ben.delete("recipes", soup));
            ben.group(ben.put("recipe_details", soup, "{\"notes\": \"Mine\"}"));
            assertEquals(List.of("rejected 23505", "applied", "parent_deleted"), ben.push());
            assertEquals(
                    List.of("applied"),
                    old.group(old.put("recipes", soup, "{\"name\": \"Old soup\"}", "{\"name\": \"Warm soup\"}")).push());
            assertEquals(List.of("Warm soup"), place.rows("select name from public.recipes where id = '" + soup + "'"));
        }
    }

    @Test
    void theWorkOfAPushGrowsWithItsRowsAlsoInTablesNobodyEverAnalysed() throws Exception {
        long small = rowsRead(400);
        long large = rowsRead(1600);
        // Four times the rows; a search that walks through all of them for each would read 16 times as many.
        assertTrue(large < small * 6, small + " rows read for 400 rows pushed and changed, " + large + " for 1600");
    }

    /** Rows that tables and indexes gave while so many were pushed, changed one by one and deleted. */
    private static long rowsRead(int count) throws Exception {
        try (Family fresh = Family.fresh()) {
            String tables = "public.recipes public.household_ingredients larder.rows larder.touched larder.mutations";
            for (String table : tables.split(" ", -1)) {
                fresh.asOwner("alter table " + table + " set (autovacuum_enabled = false)");
            }
            try (ExchangeScene scene = new ExchangeScene(fresh)) {
                ExchangeDevice laptop = scene.laptop;
                laptop.sync();
                List<UUID> rows = java.util.stream.Stream.generate(UUID::randomUUID).limit(count).toList();
                for (int from = 0; from < count; from += 200) {
                    for (UUID row : rows.subList(from, from + 200)) {
                        laptop.group(laptop.put("household_ingredients", row, "{\"name\": \"" + row + "\"}"));
                    }
                    laptop.sync();
                    for (UUID row : rows.subList(from, from + 200)) {
                        laptop.group(laptop.put("household_ingredients", row, "{\"unit\": null}", "{\"unit\": \"g\"}"));
                    }
                    laptop.sync();
                }
                for (UUID row : rows.subList(0, count / 4)) {
                    laptop.group(laptop.delete("household_ingredients", row));
                }
                assertEquals(Set.of("applied"), Set.copyOf(laptop.push()));
                laptop.close();
                // What a connection did is counted once it ends.
                String read = "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables"
                        + " where schemaname in ('public', 'larder')";
                String before = "";
                for (String now = scene.query(read); !now.equals(before); now = scene.query(read)) {
                    before = now;
                    TimeUnit.MILLISECONDS.sleep(500);
                }
                return Long.parseLong(before);
            }
        }
    }
}
