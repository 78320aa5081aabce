package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.ServerAddress;
import app.larder.account.ServerSetUp.Invitation;
import app.larder.account.ServerSetUp.RowSecurity;
import app.larder.account.SignIn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What Postgres denies to somebody who has psql and a login, one attempt after the other, each looked at afterwards. */
class AttackTest {

    @Test
    void aComputersLoginGetsNothingOfOtherPeople() throws SQLException {
        try (Scene scene = new Scene(Family.fresh())) {
            scene.attack("a computer's login", scene.ben(), scene.family.computer(), Attempts.asPerson());
        }
    }

    @Test
    void norInADatabaseOfAnotherProgramWithRulesThatLetEverybodySeeEverything() throws SQLException {
        String address = OtherProgram.freshDatabase();
        try (Connection owner = Family.connect(DatabaseUrl.parse(address));
                Statement statement = owner.createStatement()) {
            for (String table : FiveTables.NAMES) {
                statement.execute("alter table public." + table + " enable row level security");
                statement.execute("create policy \"Enable all\" on public." + table + " using (true) with check (true)");
                statement.execute("grant all on public." + table + " to public");
            }
        }
        new RemoteSetUp().adopt(new ServerAddress(address, null), new RowSecurity(true, Set.of("web")));
        try (Scene scene = new Scene(Family.in(address))) {
            scene.attack("an adopted database", scene.ben(), scene.family.computer(), Attempts.asPerson());
        }
    }

    @Test
    void theRolesOfAnHttpInterfaceGetNothing() throws SQLException {
        try (Scene scene = new Scene(Family.fresh())) {
            for (String role : List.of("anon", "authenticated")) {
                DatabaseUrl url = DatabaseUrl.parse(scene.family.ownerAddress().replace("owner:owner", role + ":" + role));
                scene.attack(role, "", url, Attempts.asOutsider());
            }
        }
    }

    @Test
    void typesOfTheCallersRunNothingAsTheOwner() throws SQLException {
        try (Scene scene = new Scene(Family.fresh())) {
            List<String> ran = new ArrayList<>();
            for (String type : Attempts.shadowedTypes()) {
                try (Connection connection = Family.connect(scene.family.computer());
                        Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    statement.execute("select set_config('larder.token', '" + scene.ben() + "', true)");
                    statement.execute("create function pg_temp.spy(t anyelement) returns boolean language plpgsql as"
                            + " $$ begin if current_user in ('owner', 'larder_sync') then raise exception 'I AM %', current_user; end if;"
                            + " return true; end $$");
                    String base = type.equals("_text") ? "text[]" : type.equals("record") ? "text" : type;
                    statement.execute("create domain pg_temp." + type + " as pg_catalog."
                            + (type.equals("_text") ? "text[]" : base) + " check (pg_temp.spy(value))");
                    for (String call : List.of(
                            "insert into public.recipes (user_id, name, ingredients) values ('" + scene.names.get("ben")
                                    + "', 'x', '[{\"name\": \"y\"}]')",
                            "select larder.scheme_of('anna')",
                            "select * from larder.sign_in('ben', pg_catalog.sha256('ben'))",
                            "select larder.change_password(pg_catalog.sha256('no'), 'x', 'y')",
                            "select * from larder.sign_up('x', 'eve', 'x', 'y')",
                            "select larder.current_user_id()",
                            "select * from larder.list_computers()",
                            "select larder.revoke_computer('nobody')",
                            exchange(scene, "put", "{\"name\": \"x\", \"created_at\": \"2026-01-01T00:00:00Z\"}"),
                            exchange(scene, "put", "{\"name\": 5, \"ingredients\": \"x\"}"),
                            exchange(scene, "delete", "{}"),
                            "delete from public.chat_sessions",
                            "update public.household_ingredients set name = name",
                            "select larder.sign_out()")) {
                        statement.execute("savepoint s");
                        try {
                            statement.execute(call);
                        } catch (SQLException e) {
                            if (String.valueOf(e.getMessage()).contains("I AM")) {
                                ran.add(type + ": " + call);
                            }
                            statement.execute("rollback to savepoint s");
                        }
                    }
                    connection.rollback();
                }
            }
            assertEquals(List.of(), ran);
        }
    }

    private static String exchange(Scene scene, String op, String set) {
        return "select larder.exchange_v1('{\"protocol\": 1, \"schema\": 4, \"token\": \"" + scene.ben() + "\", \"check\": true,"
                + " \"device\": {\"id\": \"" + UUID.randomUUID() + "\"}, \"push\": [[{\"mutation\": \"" + UUID.randomUUID()
                + "\", \"entity\": \"recipes\", \"id\": \"" + scene.names.get("benRecipe") + "\", \"op\": \"" + op
                + "\", \"base\": 1, \"set\": " + set + "}]]}')";
    }

    @Test
    void whatPostgresCantDenyStaysWithThatLogin() throws SQLException {
        try (Scene scene = new Scene(Family.fresh());
                Connection mine = Family.connect(scene.family.computer());
                Statement statement = mine.createStatement()) {
            String before = scene.fingerprint();
            // A login may change its own password and settings: that computer is locked out, no other.
            statement.execute("alter role " + scene.names.get("login") + " set statement_timeout = '1h'");
            statement.execute("alter role " + scene.names.get("login") + " password 'changed'");
            // Advisory locks: Larder takes none, so nobody waits.
            statement.execute("select pg_advisory_lock(1)");
            // Its own role's connections: that computer's.
            try (Connection second = Family.connect(scene.family.computer().withPassword("changed"))) {
                assertTrue(second.isValid(5));
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user"
                        + " and pid <> pg_backend_pid()");
            }
            // A notification: at worst it makes a computer ask once more, on a channel nobody else is told of.
            statement.execute("notify larder, 'spoofed'");
            // It may revoke computers once signed in, and reads what they are called; the owner's word stands above.
            try (RemoteAccounts accounts = RemoteAccounts.open(scene.other)) {
                SignIn signIn = accounts.signIn("ben", Family.proof("ben")).orElseThrow();
                assertEquals(2, accounts.computers(signIn).size());
                accounts.signOut(signIn);
            }
            try (Connection other = Family.connect(scene.other)) {
                assertTrue(other.isValid(5));
            }
            assertEquals(before, scene.fingerprint());
        }
    }

    /** Anna with something in every table, and Ben, who sits at a computer of the family. */
    private static final class Scene implements AutoCloseable {

        final Family family;
        final DatabaseUrl other;
        final Map<String, String> names = new HashMap<>();
        private final SignIn ben;
        private final Connection owner;

        Scene(Family family) throws SQLException {
            this.family = family;
            this.owner = Family.connect(family.owner());
            Invitation second = new RemoteSetUp().invite(family.ownersServer(), "Study");
            this.other = DatabaseUrl.parse(second.address());
            SignIn anna = family.signUp("anna");
            this.ben = family.signUp("ben");
            SignIn elsewhere;
            try (RemoteAccounts study = RemoteAccounts.open(other)) {
                elsewhere = study.signIn("anna", Family.proof("anna")).orElseThrow();
            }
            names.put("anna", anna.userId().toString());
            names.put("ben", ben.userId().toString());
            names.put("tokenOfAnna", elsewhere.token());
            names.put("tokenOfBen", ben.token());
            names.put("login", family.invitation().login());
            names.put("otherLogin", second.login());
            for (String name : List.of("recipe", "recipe2", "session", "benRecipe", "benSession")) {
                names.put(name, UUID.randomUUID().toString());
            }
            fill();
            try (ExchangeDevice annas = new ExchangeDevice(other, elsewhere, "Anna's laptop")) {
                annas.sync();
                ObjectNode put = annas.put("recipes", UUID.randomUUID(), "{\"name\": \"Anna's pie\"}");
                annas.group(put).sync();
                names.put("deviceOfAnna", annas.id().toString());
                names.put("mutationOfAnna", put.get("mutation").stringValue());
            }
            names.put("hash", query("select split_part(password_hash, '$', 6) from public.users where username = 'anna'"));
            names.put("usedCode", "USEDCODE");
            family.asOwner("insert into larder.invitations (code_hash, expires_at, used_at)"
                    + " values (sha256('USEDCODE'), now() + interval '1 day', now())");
        }

        String ben() {
            return ben.token();
        }

        private void fill() {
            String text = """
                    insert into public.recipes (id, user_id, name, ingredients) values
                        ('{recipe}', '{anna}', 'Anna''s soup', '[{"name": "leek"}]'), ('{recipe2}', '{anna}', 'Anna''s cake', '[]'),
                        ('{benRecipe}', '{ben}', 'Ben''s soup', '[{"name": "kale"}]');
                    insert into larder.recipe_details (recipe_id, user_id, notes) values ('{recipe}', '{anna}', 'secret');
                    insert into larder.recipe_details (recipe_id, user_id, notes) values ('{benRecipe}', '{ben}', 'plain');
                    insert into larder.trash (row_id, entity, user_id, name, image)
                        values (gen_random_uuid(), 'recipe', '{anna}', 'old', '{"a": 1}');
                    insert into public.household_ingredients (user_id, name) values ('{anna}', 'rice'), ('{ben}', 'oats');
                    insert into public.chat_sessions (id, user_id, title) values
                        ('{session}', '{anna}', 'Dinner'), ('{benSession}', '{ben}', 'Lunch');
                    insert into public.chat_messages (session_id, role, content) values
                        ('{session}', 'user', 'Surprise party'), ('{benSession}', 'user', 'Hello');""";
            for (Map.Entry<String, String> name : names.entrySet()) {
                text = text.replace("{" + name.getKey() + "}", name.getValue());
            }
            family.asOwner(text);
        }

        void attack(String who, String token, DatabaseUrl url, List<Attempt> attempts) throws SQLException {
            String before = fingerprint();
            List<String> notDenied = new ArrayList<>();
            int number = 0;
            for (Attempt attempt : attempts) {
                number++;
                String outcome;
                // A fresh connection each, so that no attempt helps or hinders another.
                try (Connection connection = Family.connect(url)) {
                    outcome = attempt.outcome(connection, token, names);
                }
                if (outcome.contains(" ")) {
                    notDenied.add(number + " " + attempt.title() + ": " + outcome);
                } else if (!before.equals(fingerprint())) {
                    notDenied.add(number + " " + attempt.title() + ": changed something");
                    before = fingerprint();
                }
            }
            System.out.println(who + ": " + (number - notDenied.size()) + " of " + number + " attempts denied");
            assertEquals(List.of(), notDenied);
        }

        /** Everything but what a try to sign in may change. */
        String fingerprint() throws SQLException {
            StringBuilder sums = new StringBuilder();
            for (String table : List.of(
                    "public.users", "public.recipes", "public.chat_sessions", "public.chat_messages",
                    "public.household_ingredients", "larder.recipe_details", "larder.trash", "larder.recipe_search",
                    "larder.ingredient_terms", "larder.recipe_terms", "larder.invitations", "larder.sign_ins",
                    "larder.schema_meta", "larder.sign_in_secret")) {
                if (table.equals("larder.invitations") || table.equals("larder.sign_ins")) {
                    sums.append(query("select count(*) from " + table)).append(' ');
                    continue;
                }
                sums.append(table).append(' ').append(query("select coalesce(md5(string_agg(t::text, ',' order by t::text)),"
                        + " '') from " + table + " t")).append('\n');
            }
            for (String table : List.of("touched", "heads", "rows", "commits", "mutations", "devices")) {
                sums.append(query("select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from larder." + table
                        + " t where '" + names.get("anna") + "' in (select v from jsonb_each_text(to_jsonb(t)) as j (k, v)"
                        + " where k in ('owner', 'user_id'))"));
            }
            sums.append(query("select string_agg(c.relname || c.relacl::text || c.relrowsecurity, ',' order by c.relname)"
                    + " from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'larder')"));
            return sums.toString();
        }

        private String query(String sql) throws SQLException {
            try (Statement statement = owner.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }

        @Override
        public void close() throws SQLException {
            owner.close();
            family.close();
        }
    }
}
