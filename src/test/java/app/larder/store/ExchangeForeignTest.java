package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Other programs write the family's tables in their own way, and computers hear of all of it without being in their way. */
class ExchangeForeignTest {

    /** What other programs do to somebody's rows, one after the other. */
    static final List<String> STATEMENTS = List.of(
            "update public.recipes set name = upper(name) where user_id = '{anna}'",
            "update public.recipes set ingredients = (select jsonb_agg(jsonb_build_object('name', l -> 'name', 'quantity',"
                    + " '2', 'unit', l -> 'unit')) from jsonb_array_elements(ingredients) l) where user_id = '{anna}'",
            "insert into public.recipes (user_id, name) select '{anna}', 'Many ' || i from generate_series(1, 40) i",
            "insert into public.recipes (id, user_id, name) select id, user_id, 'x' from public.recipes where name = 'Many 1'"
                    + " and user_id = '{anna}' on conflict (id) do update set name = 'Upserted'",
            "merge into public.recipes r using (select id from public.recipes where user_id = '{anna}' and name like 'Many %')"
                    + " m on m.id = r.id when matched and r.name like '%2' then delete when matched then update set source = 'm'",
            "with gone as (delete from public.recipes where user_id = '{anna}' and name = 'Many 3' returning *)"
                    + " insert into public.recipes (user_id, name) select user_id, 'Copy' from gone",
            "update public.recipes set id = gen_random_uuid() where user_id = '{anna}' and name like 'GULASCH%'",
            "update larder.recipe_details set tags = '[\"a\"]' where user_id = '{anna}'",
            "delete from larder.recipe_details where user_id = '{anna}'",
            "update public.chat_sessions set title = null, updated_at = now() where user_id = '{anna}'",
            "insert into public.chat_sessions (user_id, title) values ('{anna}', 'Second')",
            "insert into public.chat_messages (session_id, role, content) select id, 'assistant', 'Answer' from"
                    + " public.chat_sessions where user_id = '{anna}'",
            "update public.chat_messages set session_id = (select id from public.chat_sessions where user_id = '{anna}'"
                    + " and title = 'Second') where content = 'Hello'",
            "update larder.message_details set extra = '{\"ms\": 5}' where user_id = '{anna}'",
            "delete from public.chat_sessions where user_id = '{anna}'",
            "update public.household_ingredients set quantity = '3', unit = 'kg' where user_id = '{anna}'",
            "update larder.pantry_moves set delta = '-3' where user_id = '{anna}'",
            "delete from public.household_ingredients where user_id = '{anna}'",
            "update larder.trash set name = 'Other' where user_id = '{anna}'",
            "update larder.recipe_photos set added_at = now() where user_id = '{anna}'",
            "update larder.conflicts set settled_at = now() where user_id = '{anna}'",
            "update public.users set username = username || '!', password_hash = 'x' where id = '{anna}'",
            // The session was made and deleted with its message before anybody noted whose they were.
            "with s as (insert into public.chat_sessions (id, user_id) values ('{anna}', '{anna}') returning id)"
                    + " select from s",
            "insert into public.chat_messages (id, session_id, role, content) values ('{anna}', '{anna}', 'user', 'Brief');"
                    + " delete from public.chat_sessions where id = '{anna}'",
            "insert into public.household_ingredients (user_id, name) values ('{anna}', 'Salt')",
            "truncate public.household_ingredients cascade",
            "truncate public.recipes cascade",
            "truncate larder.trash, larder.conflicts");

    private static Family family;

    private ExchangeScene scene;
    private ExchangeDevice laptop;
    private ExchangeDevice phone;

    @BeforeAll
    static void setUpOnce() {
        family = Family.fresh();
    }

    @AfterAll
    static void tearDown() {
        family.close();
    }

    @BeforeEach
    void someone() {
        scene = new ExchangeScene(family);
        laptop = scene.laptop;
        phone = scene.phone;
    }

    @AfterEach
    void hangUp() {
        scene.close();
    }

    @Test
    void whateverAProgramWritesIsToldAfterEachStatement() throws SQLException {
        assertEquals(List.of(), new ExchangeTrials(family).everyProgramIsHeard());
    }

    @Test
    void aProgramsEditIsTimedAndBearsNoComputersName() throws SQLException {
        ExchangeTest.fill(scene);
        laptop.sync();
        scene.otherProgram("update public.recipes set name = 'Stew' where user_id = '{anna}'");
        laptop.sync();
        JsonNode recipe = laptop.told.values().stream()
                .filter(row -> row.get("entity").stringValue().equals("recipes"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, recipe.get("edited").size());
        assertTrue(recipe.get("edited").has("name"));
        assertTrue(recipe.get("device").isNull());
    }

    @Test
    void rowsThatGoToSomebodyElseGoFromOneAndComeToTheOther() throws SQLException {
        ExchangeTest.fill(scene);
        laptop.sync();
        try (ExchangeScene ben = new ExchangeScene(family)) {
            ben.laptop.sync();
            for (String table : List.of("public.recipes", "public.chat_sessions", "public.household_ingredients", "larder.trash",
                    "larder.conflicts")) {
                scene.otherProgram("update " + table + " set user_id = '" + ben.person() + "' where user_id = '{anna}'");
                laptop.sync();
                ben.laptop.sync();
                assertEquals(List.of(), scene.missed(laptop), table);
                assertEquals(List.of(), ben.missed(ben.laptop), table);
            }
            assertEquals(1, scene.tables().size(), "nothing but the person");
            assertEquals(11, ben.tables().size());
        }
    }

    @Test
    void aTransactionThatStaysOpenHoldsNobodyUpAndIsToldOnceItEnds() throws SQLException {
        UUID held = UUID.randomUUID();
        UUID free = UUID.randomUUID();
        UUID chat = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("recipes", held, "{\"name\": \"Held\"}"));
        laptop.group(laptop.put("recipes", free, "{\"name\": \"Free\"}"));
        laptop.group(laptop.put("chat_sessions", chat, "{}")).sync();
        phone.sync();
        try (Connection program = scene.otherProgram();
                Statement statement = program.createStatement()) {
            program.setAutoCommit(false);
            statement.execute("update public.recipes set source = 'program' where id = '" + held + "'");
            statement.execute("insert into public.recipes (user_id, name) values ('" + scene.person() + "', 'New')");
            statement.execute("delete from public.chat_sessions where id = '" + chat + "'");

            for (int i = 0; i < 3; i++) {
                laptop.group(laptop.put("recipes", held, "{}", "{\"name\": \"Laptop's " + i + "\"}"));
                laptop.group(laptop.put("recipes", free, "{}", "{\"name\": \"Free " + i + "\"}"));
                laptop.group(laptop.put("chat_messages", UUID.randomUUID(), ExchangeTest.message(chat, "x")));
                laptop.group(laptop.delete("chat_sessions", chat));
                assertEquals(List.of("stale busy", "applied", "stale busy", "stale busy"), ExchangeDevice.kinds(laptop.sync()));
            }
            phone.sync();
            assertEquals("Free 2", phone.value("recipes", free, "name"));
            assertEquals("Held", phone.value("recipes", held, "name"));
            program.commit();
        }
        phone.sync();
        laptop.sync();
        assertEquals(List.of(), scene.missed(phone));
        assertEquals("program", phone.value("recipes", held, "source"));
        assertEquals("gone", phone.value("chat_sessions", chat, "title"));
        assertEquals(
                List.of("applied"),
                laptop.group(laptop.put("recipes", held, "{\"name\": \"Held\"}", "{\"name\": \"Laptop's\"}")).push());
    }

    @Test
    void aTriggerThatIsSwitchedOffOrGoneIsReportedAndItsTableComparedInFull() throws SQLException {
        try (Family own = Family.fresh();
                ExchangeScene alone = new ExchangeScene(own)) {
            alone.laptop.sync();
            own.asOwner("alter table public.recipes disable trigger larder_touch_insert;"
                    + " drop trigger larder_touch_delete on public.chat_messages");
            ExchangeTest.fill(alone);
            JsonNode answer = alone.laptop.sync();
            assertEquals("[\"public.recipes\",\"public.chat_messages\"]", answer.get("unwatched").toString());
            assertEquals(List.of(), alone.missed(alone.laptop));
            alone.otherProgram("delete from public.chat_messages");
            alone.laptop.sync();
            assertEquals(List.of(), alone.missed(alone.laptop));

            new RemoteSetUp().migrate(own.ownersServer());
            assertEquals("[]", alone.laptop.sync().get("unwatched").toString());
            // A program that says it replicates switches off ordinary triggers, not these.
            TestPostgres.asSuperuser(own.owner().database(), "set session_replication_role = replica;"
                    + " update public.recipes set name = 'Replicated'; set session_replication_role = origin");
            alone.laptop.sync();
            assertEquals(List.of(), alone.missed(alone.laptop));
        }
    }

    @Test
    void aCheckFindsWhatNobodyNoticed() throws SQLException {
        ExchangeTest.fill(scene);
        laptop.sync();
        scene.otherProgram("update larder.rows set image = image || '{\"name\": \"wrong\"}' where owner = '{anna}' and entity ="
                + " 'recipes'; delete from larder.rows where owner = '{anna}' and entity = 'trash'");
        laptop.call(laptop.request().put("check", true));
        laptop.sync();
        assertEquals(List.of(), scene.missed(laptop));
    }

    @Test
    void peopleWhoAreNoMoreAreForgottenButForTheirLastSign() throws SQLException {
        ExchangeTest.fill(scene);
        laptop.sync();
        scene.otherProgram("delete from public.users where id = '{anna}'; update larder.heads set pruned_at = now() - interval '2 days'");
        try (ExchangeScene ben = new ExchangeScene(family)) {
            ben.laptop.sync();
            ben.otherProgram("update larder.heads set pruned_at = now() - interval '2 days' where user_id = '{anna}'");
            ben.laptop.group(ben.laptop.put("recipes", UUID.randomUUID(), "{\"name\": \"x\"}")).sync();
            assertEquals("0 0", scene.query("select (select count(*) from larder.rows where owner = '{anna}') || ' '"
                    + " || (select count(*) from larder.touched where owner = '{anna}')"));
        }
        assertEquals("account_gone", laptop.call(laptop.request()).get("kind").stringValue());
    }
}
