package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.ServerAddress;
import app.larder.account.ServerProblem.Kind;
import app.larder.account.ServerProblemException;
import app.larder.account.ServerSetUp.Adoption;
import app.larder.account.ServerSetUp.RowSecurity;
import app.larder.words.Sentence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A database whose five tables another program made: looked at first, changed only after a yes. */
class AdoptionTest {

    private static final RowSecurity APART = new RowSecurity(true, Set.of("web"));

    private final RemoteSetUp setUp = new RemoteSetUp();

    @Test
    void lookingChangesNothingAndSaysWhatWouldBeDone() throws SQLException {
        String address = OtherProgram.freshDatabase();
        String before = catalog(address);

        Adoption adoption = setUp.look(new ServerAddress(address, null));

        assertEquals(List.of(), adoption.refused());
        String text = String.join("\n", english(adoption.taken()));
        for (String part : List.of(
                "users.username turns from character varying(80) into text",
                "users.created_at turns from timestamp without time zone into timestamp with time zone, its times read as UTC",
                "users.updated_at may not be empty any more, and is filled",
                "users.email stays", "household_ingredients.opened stays",
                "recipes.description may be empty", "recipes.ingredients turns from json into jsonb",
                "recipes.ingredients may not be empty any more, and is filled",
                "recipes.prep_time_minutes turns from bigint into integer",
                "chat_sessions.id gets a default",
                "Rows of recipes go with their row of users", "Rows of chat_messages go with their row of chat_sessions",
                "An index on recipes.user_id is added")) {
            assertTrue(text.contains(part), part + " in\n" + text);
        }
        assertTrue(adoption.roles().stream().anyMatch(r -> r.role().equals("web") && r.rights().contains("insert")));
        assertFalse(adoption.secured());
        ServerProblemException refused =
                assertThrows(ServerProblemException.class, () -> setUp.migrate(new ServerAddress(address, null)));
        assertEquals(Kind.OTHER_TABLES, refused.problem().kind());
        assertEquals(before, catalog(address));
    }

    @Test
    void adoptedTablesKeepTheirRowsAndTheProgramsThatWereNamed() throws SQLException {
        String address = OtherProgram.freshDatabase();

        setUp.adopt(new ServerAddress(address, null), APART);

        assertEquals(List.of(), setUp.verify(new ServerAddress(address, null)));
        assertEquals(
                List.of("old | 2020-02-03 04:05:06+00"),
                rows(address, "select username, created_at at time zone 'UTC' || '+00' from public.users"));
        assertEquals(
                List.of("old cake | ", "old soup | leek"),
                rows(address, "select name_key, ingredient_text from larder.recipe_search order by 1"));
        String web = address.replace("owner:owner", "web:web");
        assertEquals(List.of("2"), rows(web, "select count(*) from public.recipes"));
        execute(web, "insert into public.recipes (user_id, name) select id, 'From the web' from public.users");
        try (Family family = Family.in(address)) {
            assertEquals(List.of(), rows(family.invitation().address(), "select name from public.recipes"));
        }
        assertEquals(List.of("3"), rows(address, "select count(*) from larder.recipe_search"));
    }

    @Test
    void rowsThatAreKeptApartStaySoWithoutASecondYes() throws SQLException {
        String address = OtherProgram.freshDatabase();
        setUp.adopt(new ServerAddress(address, null), APART);

        setUp.adopt(new ServerAddress(address, null), new RowSecurity(false, Set.of()));

        assertEquals(List.of("t"), rows(address, "select row_security from larder.schema_meta"));
        assertEquals(List.of(), setUp.verify(new ServerAddress(address, null)));
    }

    @Test
    void withoutTheSecondYesRowLevelSecurityStaysAsItIsAndNobodyIsInvited() throws SQLException {
        String address = OtherProgram.freshDatabase();

        setUp.adopt(new ServerAddress(address, null), new RowSecurity(false, Set.of()));

        assertEquals(List.of(), rows(address, "select policyname from pg_policies where schemaname = 'public'"));
        assertEquals(List.of("0"), rows(address, "select count(*) from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace"));
        assertEquals(List.of("2"), rows(address.replace("owner:owner", "web:web"), "select count(*) from public.recipes"));
        ServerProblemException refused = assertThrows(
                ServerProblemException.class, () -> setUp.invite(new ServerAddress(address, null), "Kitchen"));
        assertEquals(Kind.ROWS_NOT_APART, refused.problem().kind());

        setUp.adopt(new ServerAddress(address, null), APART);

        Family.in(address).close();
        assertEquals(List.of("2"), rows(address.replace("owner:owner", "web:web"), "select count(*) from public.recipes"));
    }

    @Test
    void whatCantBeTakenOverIsRefusedAndNamed() throws SQLException {
        Map<String, String> refusals = Map.ofEntries(
                Map.entry("alter table public.recipes alter column prep_time_minutes type numeric", "recipes.prep_time_minutes has the type numeric"),
                Map.entry("alter table public.recipes alter column ingredients type text", "recipes.ingredients has the type text"),
                Map.entry("alter table public.recipes add column slug text; update public.recipes set slug = 'x'; alter table public.recipes alter column slug set not null", "recipes.slug must be filled"),
                Map.entry("alter table public.recipes drop column name", "recipes.name is missing"),
                Map.entry("create view public.names as select username from public.users", "because"),
                Map.entry("alter table public.household_ingredients drop constraint household_ingredients_pkey", "another key than id"),
                Map.entry("alter table public.users drop constraint users_username_key; insert into public.users (username, password_hash) values ('old', '!')", "the same name"),
                Map.entry("insert into public.chat_messages (session_id, role, content) values (gen_random_uuid(), 'user', 'lost')", "belong to nobody"),
                Map.entry("update public.recipes set prep_time_minutes = 3000000000", "number that is too large"),
                Map.entry("drop table public.household_ingredients", "household_ingredients is missing"));
        for (Map.Entry<String, String> refusal : refusals.entrySet()) {
            String address = OtherProgram.freshDatabase();
            execute(address, refusal.getKey());
            String before = catalog(address);

            List<String> said = english(setUp.look(new ServerAddress(address, null)).refused());
            assertTrue(String.join("\n", said).contains(refusal.getValue()), refusal + " was " + said);
            assertThrows(ServerProblemException.class, () -> setUp.adopt(new ServerAddress(address, null), APART));
            assertEquals(before, catalog(address), refusal.getKey());
        }
    }

    @Test
    void whatGoesRoundRowLevelSecurityIsNamedAndRefusedUntilItIsRevoked() throws SQLException {
        String address = OtherProgram.freshDatabase();
        ServerAddress owner = new ServerAddress(address, null);
        setUp.adopt(owner, new RowSecurity(false, Set.of()));
        execute(address, OtherProgram.WAYS_ROUND);
        List<String> ways = List.of("The view public.titles ", "The materialized view public.counts ", "The function public.everybody() ");

        assertNamed(ways, english(setUp.look(owner).round()));
        ServerProblemException refused = assertThrows(ServerProblemException.class, () -> setUp.adopt(owner, APART));
        assertTrue(ways.stream().allMatch(refused.problem().sentence()::contains), refused.problem().sentence());
        assertEquals(List.of("0"), rows(address, "select count(*) from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace"));
        assertEquals(List.of(), setUp.verify(owner), "rows are not kept apart yet");

        execute(address, "revoke select on public.counts from larder_app; revoke execute on function public.everybody() from public;"
                + " alter view public.titles set (security_invoker = true)");
        setUp.adopt(owner, APART);
        assertEquals(List.of(), setUp.verify(owner));

        try (Family family = Family.in(address)) {
            String login = family.computer().user();
            execute(address, "grant select (id) on public.secret_titles to " + login
                    + "; grant execute on function public.everybody() to larder_app");
            assertNamed(List.of("The view public.secret_titles ", "The function public.everybody() "), setUp.verify(owner));
        }
    }

    private static List<String> english(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::english).toList();
    }

    private static void assertNamed(List<String> beginnings, List<String> sentences) {
        assertEquals(beginnings.size(), sentences.size(), sentences.toString());
        for (int i = 0; i < beginnings.size(); i++) {
            String beginning = beginnings.get(i);
            assertTrue(sentences.stream().anyMatch(s -> s.startsWith(beginning)), beginning + " in " + sentences);
        }
    }

    @Test
    void whoDoesNotOwnTheTablesIsToldWhoDoes() throws SQLException {
        String address = OtherProgram.freshDatabase();
        execute(address, "grant create on database " + DatabaseUrl.parse(address).database() + " to web");

        String web = address.replace("owner:owner", "web:web");
        List<String> said = english(setUp.look(new ServerAddress(web, null)).refused());

        assertTrue(said.getFirst().contains("belongs to owner"), said.toString());
    }

    @Test
    void anAdoptionThatFailsMidwayLeavesNothingBehind() throws SQLException {
        String address = OtherProgram.freshDatabase();
        String before = catalog(address);

        assertThrows(
                ServerProblemException.class,
                () -> setUp.adopt(new ServerAddress(address, null), new RowSecurity(true, Set.of("no such role"))));

        assertEquals(before, catalog(address));
        setUp.adopt(new ServerAddress(address, null), APART);
        assertEquals(List.of(), setUp.verify(new ServerAddress(address, null)));
    }

    /** All that can be seen of schema public and its rows. */
    private static String catalog(String address) throws SQLException {
        List<String> lines = new ArrayList<>(rows(address, """
                select 'class', c.relname, c.relkind, c.relacl, c.relrowsecurity, c.relowner::regrole from pg_class c
                    where c.relnamespace = 'public'::regnamespace order by 2"""));
        lines.addAll(rows(address, """
                select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attacl,
                    pg_get_expr(d.adbin, d.adrelid) from pg_attribute a join pg_class c on c.oid = a.attrelid
                    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                    where c.relnamespace = 'public'::regnamespace and a.attnum > 0 order by 1, 2"""));
        lines.addAll(rows(address, """
                select conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint
                    where connamespace = 'public'::regnamespace order by 1, 2"""));
        lines.addAll(rows(address, "select polrelid::regclass, polname from pg_policy order by 1, 2"));
        lines.addAll(rows(address, "select tgrelid::regclass, tgname from pg_trigger where not tgisinternal order by 1, 2"));
        lines.addAll(rows(address, "select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace order by 1"));
        lines.addAll(rows(address, "select t::text from public.users t order by 1"));
        if (String.join("", lines).contains("recipes")) {
            lines.addAll(rows(address, "select t::text from public.recipes t order by 1"));
        }
        return String.join("\n", lines);
    }

    private static void execute(String address, String sql) throws SQLException {
        try (Connection connection = Family.connect(DatabaseUrl.parse(address));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(String address, String sql) throws SQLException {
        return Place.ofServer(DatabaseUrl.parse(address)).rows(sql);
    }
}
