package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a family's server answers to computers, point by point as src/site/markdown/sync.md has it. */
class ExchangeTest {

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
    void theFirstTimeTellsOfEverythingThereIsParentsFirstAndOfNoPassword() throws SQLException {
        fill(scene);

        JsonNode answer = laptop.sync();

        assertEquals("answer", answer.get("kind").stringValue());
        assertEquals(List.of(), scene.missed(laptop));
        List<String> order = new ArrayList<>();
        answer.get("page").get("rows").forEach(row -> order.add(row.get("entity").stringValue()));
        assertEquals(
                List.of("users", "recipes", "recipe_details", "chat_sessions", "chat_messages", "message_details",
                        "household_ingredients", "pantry_moves", "trash", "conflicts", "recipe_photos"),
                order);
        assertFalse(answer.toString().contains("password"));
        assertEquals(1, answer.get("head").get("revision").longValue());
    }

    @Test
    void whatOneComputerSendsTheOtherHearsWithTheTimesOfEditAndTheComputersName() {
        UUID soup = UUID.randomUUID();
        laptop.sync();
        phone.sync();
        ObjectNode put = laptop.put("recipes", soup, "{\"name\": \"Soup\"}");
        put.putObject("edited").put("name", "2026-01-02T03:04:05+02:00").put("source", "2999-01-01T00:00:00Z");

        JsonNode outcome = laptop.group(put).sync().get("outcomes").get(0);

        assertEquals("applied", outcome.get("kind").stringValue());
        assertEquals("[]", outcome.get("image").get("ingredients").toString());
        assertFalse(outcome.get("image").get("created_at").isNull());
        phone.sync();
        assertEquals(outcome.get("image"), phone.row("recipes", soup).get("image"));
        assertEquals("2026-01-02T01:04:05+00:00", phone.row("recipes", soup).get("edited").get("name").stringValue());
        assertTrue(phone.row("recipes", soup).get("edited").get("source").stringValue().compareTo("2900") < 0);
        assertEquals("Laptop", phone.row("recipes", soup).get("device").stringValue());
        assertEquals(laptop.from(), phone.from());
    }

    @Test
    void aNewRowThatIsWhatWasSentIsAnsweredBrieflyToWhoAsksForThatAndInFullWhenItIsSentAgain() {
        UUID rice = UUID.randomUUID();
        UUID talk = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("household_ingredients", rice, "{\"name\": \"rice\", \"quantity\": \"1\", \"unit\": \"kg\","
                + " \"category\": null, \"added_at\": \"2026-01-02T03:04:05.000006+00:00\"}"));
        // What the server adds by itself makes it another row than the one that was sent.
        laptop.group(laptop.put("chat_sessions", talk, "{\"title\": \"Suppers\"}"));
        ObjectNode request = laptop.request().put("brief", true);

        JsonNode first = laptop.call(request);
        assertEquals(List.of("applied", "applied"), ExchangeDevice.kinds(first));
        assertTrue(first.get("outcomes").get(0).get("image").isNull());
        assertFalse(first.get("outcomes").get(1).get("image").isNull());
        assertEquals(List.of(talk.toString()), idsOf(first));

        // The first answer may never have come.
        JsonNode again = laptop.call(request);
        assertEquals("rice", again.get("outcomes").get(0).get("image").get("name").stringValue());
        assertEquals(List.of(talk.toString(), rice.toString()), idsOf(again));
        phone.sync();
        assertEquals("rice", phone.value("household_ingredients", rice, "name"));
    }

    private static List<String> idsOf(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.get("page").get("rows").forEach(row -> ids.add(row.get("id").stringValue()));
        return ids;
    }

    @Test
    void whatIsLeftOutOfAChangeMayBeNullAsWell() {
        UUID soup = UUID.randomUUID();
        laptop.sync();
        ObjectNode put = laptop.put("recipes", soup, "{\"name\": \"Soup\"}");
        put.putNull("was").putNull("edited");
        assertEquals(List.of("applied"), laptop.group(put).push());
        laptop.sync();
        ObjectNode delete = laptop.delete("recipes", soup);
        delete.putNull("was").putNull("set").putNull("edited");
        assertEquals(List.of("applied"), laptop.group(delete).push());
    }

    @Test
    void aGroupHappensAsAWholeOrNotAtAll() throws SQLException {
        UUID soup = UUID.randomUUID();
        UUID cake = UUID.randomUUID();
        laptop.sync();

        laptop.group(laptop.put("recipes", soup, "{\"name\": \"Soup\"}"),
                laptop.put("recipe_details", soup, "{\"servings\": \"many\"}"));
        laptop.group(laptop.put("recipes", cake, "{\"name\": \"Cake\"}"),
                laptop.put("recipe_details", cake, "{\"servings\": 12}"));

        assertEquals(List.of("rejected 22P02", "rejected 22P02", "applied", "applied"), laptop.push());
        assertEquals("Cake", scene.query("select string_agg(name, ',') from public.recipes where user_id = '{anna}'"));
    }

    @Test
    void aChangeThatIsSentAgainIsAnsweredAndNotDoneAgain() throws SQLException {
        UUID soup = UUID.randomUUID();
        UUID bad = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("recipes", soup, "{\"name\": \"Soup\"}"));
        laptop.group(laptop.put("chat_sessions", bad, "{\"title\": \"x\", \"created_at\": \"no time\"}"));
        ObjectNode request = laptop.request();
        JsonNode first = laptop.call(request);

        JsonNode again = laptop.call(request);
        assertEquals(first.get("outcomes"), again.get("outcomes"));
        assertEquals(List.of("applied", "rejected 22007"), ExchangeDevice.kinds(again));
        assertEquals(first.get("head"), again.get("head"));

        scene.otherProgram("update public.recipes set name = 'Stew' where id = '" + soup + "'");
        JsonNode later = laptop.call(request).get("outcomes").get(0);
        assertEquals("applied", later.get("kind").stringValue());
        assertTrue(later.get("image").isNull(), "changed since");
        assertEquals("Stew", scene.query("select name from public.recipes where id = '" + soup + "'"));

        ((ObjectNode) request.get("push").get(0).get(0)).putObject("set").put("name", "Broth");
        assertEquals("id_reuse", ExchangeDevice.kinds(laptop.call(request)).getFirst());
    }

    @Test
    void differentFieldsOfARowMeetAndTheSameFieldIsStaleWithTheRowAsItIs() {
        UUID soup = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("recipes", soup, "{\"name\": \"Soup\", \"source\": \"Mum\"}")).sync();
        phone.sync();
        laptop.group(laptop.put("recipes", soup, "{\"name\": \"Soup\"}", "{\"name\": \"Broth\"}")).sync();

        assertEquals(
                List.of("applied"),
                phone.group(phone.put("recipes", soup, "{\"source\": \"Mum\"}", "{\"source\": \"Gran\"}")).push());
        JsonNode stale = phone.call(phone.group(
                        phone.put("recipes", soup, "{\"name\": \"Soup\"}", "{\"name\": \"Stew\"}"),
                        phone.put("recipe_details", soup, "{\"notes\": \"x\"}"))
                .request());
        assertEquals(List.of("stale", "stale"), ExchangeDevice.kinds(stale));
        assertEquals("Broth", stale.get("outcomes").get(0).get("image").get("name").stringValue());
        assertEquals(
                List.of("applied"),
                phone.group(phone.put("recipes", soup, "{\"name\": \"Soup\"}", "{\"name\": \"Broth\"}")).push(),
                "both typed the same");
        phone.sync();
        assertEquals("Gran", phone.value("recipes", soup, "source"));
    }

    @Test
    void valuesAreComparedAsTheirTypesNotAsTheirTexts() {
        UUID item = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("household_ingredients", item, "{\"name\": \"Rice\", \"added_at\": \"2026-01-01T00:00:00Z\"}")).sync();
        scene.otherProgram("update public.household_ingredients set unit = 'g' where id = '" + item + "'");

        assertEquals(
                List.of("applied"),
                laptop.group(laptop.put(
                                "household_ingredients", item, "{\"added_at\": \"2026-01-01T02:00:00.000+02:00\"}",
                                "{\"added_at\": \"2025-01-01T00:00:00Z\"}"))
                        .push());
    }

    @Test
    void aDeleteLosesAgainstAnEditAndAgainstWhatOthersHungOn() {
        UUID chat = UUID.randomUUID();
        UUID message = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("chat_sessions", chat, "{\"title\": \"Dinner\"}")).sync();
        phone.sync();
        phone.group(phone.put("chat_messages", message, message(chat, "Hello"))).sync();

        assertEquals(List.of("stale"), laptop.group(laptop.delete("chat_sessions", chat)).push());
        laptop.sync();
        assertEquals(List.of("applied"), laptop.group(laptop.delete("chat_sessions", chat)).push());
        assertEquals(List.of("applied"), laptop.group(laptop.delete("chat_sessions", chat)).push(), "gone already");
        phone.sync();
        assertEquals("gone", phone.value("chat_messages", message, "content"));
        assertEquals("Hello", phone.row("chat_messages", message).get("image").get("content").stringValue());

        UUID own = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("chat_sessions", own, "{}")).sync();
        ObjectNode delete = laptop.delete("chat_sessions", own);
        laptop.group(laptop.put("chat_messages", UUID.randomUUID(), message(own, "Mine"))).push();
        assertEquals(List.of("applied"), laptop.group(delete).push(), "what it hung on itself");
    }

    @Test
    void anEditRevivesARowWithAllThatWentWithIt() throws SQLException {
        UUID chat = UUID.randomUUID();
        UUID message = UUID.randomUUID();
        UUID earlier = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("chat_sessions", chat, "{\"title\": \"Dinner\"}"));
        laptop.group(laptop.put("chat_messages", message, message(chat, "Hello")),
                laptop.put("message_details", message, "{\"status\": \"complete\", \"model\": \"m\"}"));
        laptop.group(laptop.put("chat_messages", earlier, message(chat, "Deleted before"))).sync();
        laptop.group(laptop.delete("chat_messages", earlier)).sync();
        phone.sync();
        laptop.group(laptop.delete("chat_sessions", chat)).sync();

        assertEquals(
                List.of("stale"),
                phone.group(phone.put("chat_sessions", chat, "{\"title\": \"Dinner\"}", "{\"title\": \"Lunch\"}")).push());
        phone.sync();
        assertEquals(
                List.of("applied"),
                phone.group(phone.put("chat_sessions", chat, "{\"title\": \"Dinner\"}", "{\"title\": \"Lunch\"}")).push());
        laptop.sync();
        assertEquals("Lunch", laptop.value("chat_sessions", chat, "title"));
        assertEquals("Hello", laptop.value("chat_messages", message, "content"));
        assertEquals("m", laptop.value("message_details", message, "model"));
        assertEquals("gone", laptop.value("chat_messages", earlier, "content"));
        assertEquals(List.of(), scene.missed(laptop));
    }

    @Test
    void aChildWithoutItsParentIsAnsweredWithTheParentsLastImage() {
        UUID item = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("household_ingredients", item, "{\"name\": \"Rice\"}")).sync();
        laptop.group(laptop.delete("household_ingredients", item)).sync();

        JsonNode answer = laptop.call(laptop.group(
                        laptop.put("pantry_moves", UUID.randomUUID(), "{\"item_id\": \"" + item + "\", \"delta\": \"-1\"}"))
                .request());

        assertEquals(List.of("parent_deleted"), ExchangeDevice.kinds(answer));
        JsonNode parent = answer.get("outcomes").get(0).get("parent");
        assertEquals("household_ingredients", parent.get("entity").stringValue());
        assertEquals("Rice", parent.get("image").get("name").stringValue());
        assertEquals(laptop.row("household_ingredients", item).get("revision"), parent.get("revision"));
    }

    @Test
    void whatNobodyKnowsOrMayWriteIsRejected() {
        UUID row = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("recipes", row, "{\"name\": \"x\", \"colour\": \"red\"}"));
        laptop.group(laptop.put("recipes", row, "{\"name\": null}"));
        laptop.group(laptop.put("spices", row, "{\"name\": \"x\"}"));
        laptop.group(laptop.put("users", scene.person(), "{\"created_at\": \"2020-01-01T00:00:00Z\"}"));
        laptop.group(laptop.put("users", UUID.randomUUID(), "{\"username\": \"eve\"}"));
        laptop.group(laptop.delete("users", scene.person()));
        laptop.group(laptop.put("chat_messages", row, "{\"role\": \"user\", \"content\": \"x\", \"session_id\": null}"));
        laptop.group(laptop.put("message_details", row, "{\"status\": \"odd\"}"));

        assertEquals(
                List.of("rejected 42703", "rejected 23502", "rejected 42703", "rejected 42501", "rejected 42501",
                        "rejected 42501", "rejected 23502", "parent_deleted"),
                laptop.push());
    }

    @Test
    void aPersonMayTakeAnotherNameButNobodyElses() {
        scene.otherProgram("insert into public.users (username, password_hash) values ('Taken {anna}', '!')");
        laptop.sync();
        phone.sync();

        assertEquals(List.of("rejected 23505"), laptop.group(laptop.put(
                "users", scene.person(), "{\"username\": \"tAKEN " + scene.person() + "\"}")).push());
        assertEquals(List.of("rejected 23505"), laptop.group(laptop.put("users", scene.person(), "{\"username\": \" x\"}")).push());
        String free = "Anna " + UUID.randomUUID();
        assertEquals(List.of("applied"), laptop.group(laptop.put("users", scene.person(), "{\"username\": \"" + free + "\"}")).push());
        phone.sync();
        assertEquals(free, phone.value("users", scene.person(), "username"));
    }

    @Test
    void pagesKeepToRowsAndBytesAndEndAtTheHead() throws SQLException {
        fill(scene);
        Set<String> seen = new HashSet<>();
        ObjectNode request = laptop.request().put("rows", 3).put("bytes", 100_000);
        JsonNode answer = laptop.call(request);
        int pages = 1;
        while (answer.get("page").get("more").booleanValue()) {
            assertEquals(3, answer.get("page").get("rows").size());
            answer.get("page").get("rows").forEach(row -> seen.add(row.get("entity").stringValue()));
            request.set("after", answer.get("page").get("upto"));
            answer = laptop.call(request);
            pages++;
        }
        answer.get("page").get("rows").forEach(row -> seen.add(row.get("entity").stringValue()));
        assertEquals(4, pages);
        assertEquals(11, seen.size());
        JsonNode one = laptop.call(laptop.request().put("bytes", 1));
        assertEquals(1, one.get("page").get("rows").size(), "one at least");
        assertTrue(one.get("page").get("more").booleanValue());
        assertTrue(laptop.call(laptop.request().put("rows", 0)).get("page").isNull());
    }

    @Test
    void aWalkShowsWhatLivesParentsFirst() throws SQLException {
        fill(scene);
        laptop.sync();
        scene.otherProgram("delete from public.recipes where user_id = '{anna}'");
        laptop.sync();
        List<String> walked = new ArrayList<>();
        ObjectNode request = laptop.request().put("rows", 2);
        request.putObject("walk").put("rank", 0).putNull("id");
        while (true) {
            JsonNode page = laptop.call(request).get("page");
            page.get("rows").forEach(row -> walked.add(row.get("entity").stringValue()));
            if (!page.get("more").booleanValue()) {
                break;
            }
            request.set("walk", page.get("upto"));
        }
        assertEquals(
                List.of("users", "chat_sessions", "chat_messages", "message_details", "household_ingredients",
                        "pantry_moves", "trash", "conflicts"),
                walked);
    }

    @Test
    void anotherHistoryIsAFork() throws SQLException {
        laptop.sync();
        laptop.group(laptop.put("recipes", UUID.randomUUID(), "{\"name\": \"x\"}")).sync();
        JsonNode from = laptop.from();
        for (String other : List.of(
                "{\"lineage\": \"" + UUID.randomUUID() + "\"}", "{\"commit\": \"" + UUID.randomUUID() + "\"}",
                "{\"revision\": 99, \"commit\": null}", "{\"revision\": 1}", "{\"commit\": null}")) {
            ObjectNode forked = ((ObjectNode) from).deepCopy();
            ExchangeDevice.JSON.readTree(other).forEachEntry(forked::set);
            laptop.from(forked);
            JsonNode answer = laptop.call(laptop.group(laptop.put("recipes", UUID.randomUUID(), "{\"name\": \"no\"}")).request());
            assertEquals("fork", answer.get("kind").stringValue(), other);
            assertEquals(from, answer.get("head"), other);
        }
        assertEquals("1", scene.query("select count(*) from public.recipes where user_id = '{anna}'"));
    }

    @Test
    void whoMayNotAskIsToldWhy() {
        laptop.sync();
        try (ExchangeDevice nobody = new ExchangeDevice(family.computer(), "no token", "x")) {
            assertEquals("signed_out", nobody.call(nobody.request()).get("kind").stringValue());
        }
        assertEquals("update_app", laptop.call(laptop.request().put("protocol", 2)).get("kind").stringValue());
        assertEquals("update_app", laptop.call(laptop.request().put("schema", 0)).get("kind").stringValue());
        scene.otherProgram("delete from public.users where id = '{anna}'");
        assertEquals("account_gone", laptop.call(laptop.request()).get("kind").stringValue());
    }

    @Test
    void aPollThatFindsNothingWritesNothing() throws SQLException {
        laptop.sync();
        laptop.sync();
        String before = scene.query("select pg_snapshot_xmax(pg_current_snapshot())");
        for (int i = 0; i < 5; i++) {
            laptop.sync();
        }
        // Whoever writes or locks a row takes a number: nobody did, but for tests beside this one on the same server.
        assertEquals(before, scene.query("select pg_snapshot_xmax(pg_current_snapshot())"));
        int bytes = laptop.call(laptop.request()).toString().length();
        assertTrue(bytes < 500, bytes + " bytes");
    }

    @Test
    void checksAreWhatBothSidesCanCount() throws Exception {
        fill(scene);
        laptop.sync();
        JsonNode checks = laptop.call(laptop.request().put("check", true)).get("checks");
        assertEquals(11, checks.size());
        for (JsonNode check : checks) {
            String entity = check.get("entity").stringValue();
            assertEquals(1, check.get("count").intValue());
            String text = scene.query("select row_id || ' ' || image::text from larder.rows where owner = '{anna}' and entity = '"
                    + entity + "'");
            byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertEquals(String.valueOf(java.nio.ByteBuffer.wrap(hash).getLong()), check.get("sum").stringValue(), entity);
        }
    }

    @Test
    void manyNewRowsGoInAtOnceAndABadOneAmongThemHarmsOnlyItsGroup() throws SQLException {
        laptop.sync();
        UUID chat = UUID.randomUUID();
        laptop.group(laptop.put("chat_sessions", chat, "{}"));
        for (int i = 0; i < 30; i++) {
            UUID recipe = UUID.randomUUID();
            ObjectNode put = laptop.put("recipes", recipe, "{\"name\": \"Dish " + i + "\"}");
            put.putObject("edited").put("name", "2026-01-01T00:00:00Z");
            laptop.group(put, laptop.put("recipe_details", recipe, "{\"servings\": " + i + "}"));
            laptop.group(laptop.put("chat_messages", UUID.randomUUID(), message(chat, "Line " + i)));
        }
        ObjectNode good = laptop.request();
        assertEquals(Set.of("applied"), new HashSet<>(ExchangeDevice.kinds(laptop.call(good))));
        assertEquals(Set.of("applied"), new HashSet<>(ExchangeDevice.kinds(laptop.call(good))));
        laptop.sync();
        assertEquals(List.of(), scene.missed(laptop));
        assertEquals(30, laptop.told.values().stream()
                .filter(row -> row.get("edited").has("name") && row.get("device").asString().equals("Laptop"))
                .count());

        for (int i = 0; i < 20; i++) {
            laptop.group(laptop.put("chat_messages", UUID.randomUUID(), message(chat, "More " + i)
                    .replace("user", i == 7 ? "nobody" : "user")));
        }
        List<String> kinds = laptop.push();
        assertEquals("rejected 23514", kinds.get(7));
        assertEquals(19, kinds.stream().filter("applied"::equals).count());
    }

    @Test
    void aRowThatIsSomebodyElsesStaysTheirs() throws SQLException {
        try (ExchangeScene other = new ExchangeScene(family)) {
            UUID theirs = UUID.randomUUID();
            other.laptop.sync();
            other.laptop.group(other.laptop.put("recipes", theirs, "{\"name\": \"Secret\"}")).sync();
            laptop.sync();
            laptop.group(laptop.put("recipes", theirs, "{\"name\": \"Mine\"}"));
            laptop.group(laptop.put("recipe_details", theirs, "{\"notes\": \"Mine\"}"));
            laptop.group(laptop.delete("recipes", theirs));
            assertEquals(List.of("rejected 23505", "parent_deleted", "applied"), laptop.push());
            assertEquals("Secret", scene.query("select name from public.recipes where id = '" + theirs + "'"));
            laptop.sync();
            assertEquals("unknown", laptop.value("recipes", theirs, "name"));
            assertNotEquals(
                    laptop.call(laptop.request()).get("listen"),
                    other.laptop.call(other.laptop.request()).get("listen"));
        }
    }

    @Test
    void whatIsOlderThan400DaysIsForgottenAndAComputerFromBeforeComparesEverything() throws SQLException {
        UUID soup = UUID.randomUUID();
        laptop.sync();
        laptop.group(laptop.put("recipes", soup, "{\"name\": \"Soup\"}")).sync();
        phone.sync();
        laptop.group(laptop.delete("recipes", soup)).sync();
        laptop.group(laptop.put("recipes", UUID.randomUUID(), "{\"name\": \"Cake\"}")).sync();
        scene.otherProgram("update larder.commits set at = now() - interval '401 days' where user_id = '{anna}' and revision <= 3;"
                + " update larder.mutations set at = now() - interval '401 days' where user_id = '{anna}';"
                + " update larder.heads set pruned_at = now() - interval '2 days' where user_id = '{anna}'");
        laptop.group(laptop.put("recipes", UUID.randomUUID(), "{\"name\": \"Pie\"}")).sync();

        assertEquals("0", scene.query("select count(*) from larder.rows where owner = '{anna}' and deleted"));
        assertEquals("1", scene.query("select count(*) from larder.mutations where user_id = '{anna}'"));
        assertEquals("fork", phone.call(phone.request()).get("kind").stringValue());
        assertEquals("answer", laptop.call(laptop.request()).get("kind").stringValue());
    }

    static String message(UUID chat, String text) {
        return "{\"session_id\": \"" + chat + "\", \"role\": \"user\", \"content\": \"" + text + "\"}";
    }

    /** One row in every table. */
    static void fill(ExchangeScene scene) {
        scene.otherProgram("""
                with r as (insert into public.recipes (user_id, name, ingredients)
                    values ('{anna}', 'Gulasch', '[{"name": "Rind", "quantity": "1", "unit": "kg"}]') returning id)
                insert into larder.recipe_details (recipe_id, user_id, notes) select id, '{anna}', 'dünn' from r;
                insert into larder.recipe_photos (id, user_id, recipe_id, sha256, media_type, width, height, size)
                    select gen_random_uuid(), '{anna}', id, repeat('0a', 32), 'image/png', 1, 1, 9 from public.recipes
                    where user_id = '{anna}';
                with s as (insert into public.chat_sessions (user_id, title) values ('{anna}', 'Dinner') returning id),
                m as (insert into public.chat_messages (session_id, role, content) select id, 'user', 'Hello' from s returning id)
                insert into larder.message_details (message_id, user_id, status) select id, '{anna}', 'complete' from m;
                with i as (insert into public.household_ingredients (user_id, name, quantity) values ('{anna}', 'Rice', '1') returning id)
                insert into larder.pantry_moves (id, user_id, item_id, delta) select gen_random_uuid(), '{anna}', id, '-1' from i;
                insert into larder.trash (row_id, entity, user_id, name, image)
                    values (gen_random_uuid(), 'recipe', '{anna}', 'Old', '{"a": 1}');
                insert into larder.conflicts (id, user_id, entity, row_id, field, kept, other)
                    values (gen_random_uuid(), '{anna}', 'recipes', gen_random_uuid(), 'name', '"a"', 'null')""");
    }
}
