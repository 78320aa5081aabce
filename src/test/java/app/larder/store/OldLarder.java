package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.backup.BackupShelf;
import app.larder.recipes.Photo;
import app.larder.recipes.Pictures;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** Files as earlier Larders left them, made with the scripts of their time, and the backups of them. */
final class OldLarder {

    private static final UUID RECIPE = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final String ID = "018f0000-0000-7000-8000-0000000000";
    private static final byte[] PLATE = Base64.getDecoder().decode(Pictures.LOSSY);
    private static final Path RESOURCES = Path.of("src/test/resources/backup");

    private OldLarder() {}

    static Path golden(int version) {
        return RESOURCES.resolve("schema-" + version + ".zip");
    }

    /** Makes the golden backups that are missing; for a new version of the tables, run once and commit. */
    public static void main(String[] args) throws IOException {
        for (int version = 1; version <= Migrations.NEWEST; version++) {
            if (!Files.exists(golden(version))) {
                Files.createDirectories(RESOURCES);
                backup(Files.createTempDirectory("larder-old"), version, golden(version));
            }
        }
    }

    /** Makes a file of that version with rows of every table it has, and a backup of it. */
    static void backup(Path folder, int version, Path file) throws IOException {
        Files.createDirectories(folder);
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.resolve("larder").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        source.setUser("sa");
        source.setPassword("");
        try (Connection connection = source.getConnection()) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                    .target(String.valueOf(version))
                    .placeholders(Map.of("bytewise", Vendor.H2.bytewise(), "row_security", "keep", "run", "old"))
                    .schemas("larder")
                    .defaultSchema("larder")
                    .createSchemas(true)
                    .load()
                    .migrate();
            try (Statement statement = connection.createStatement()) {
                for (String row : rows(version)) {
                    statement.execute(row);
                }
            }
            try (Statements statements = new Statements(connection)) {
                UUID anna = UUID.fromString(ID + "00");
                BackupTables rows = new BackupTables(statements, anna, () -> false, photo -> {
                    if (version >= 7) {
                        photo.accept(Photo.hash(PLATE), PLATE);
                    }
                });
                new BackupShelf(folder, null).makeAt(rows, file.toAbsolutePath(), Instant.parse("2026-11-23T12:00:00Z"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(int version) {
        String id = ID;
        String user = "'" + id + "00'";
        String at = "timestamp with time zone '2024-05-06 07:08:09.123456+00'";
        List<String> rows = new java.util.ArrayList<>(List.of(
                "insert into public.users values (" + user + ", 'anna', '!secret', " + at + ", " + at + ")",
                "insert into public.recipes values ('" + RECIPE + "', " + user + ", 'Käsekuchen', 'süß', '[{\"name\":"
                        + " \"Quark\", \"quantity\": \"500\", \"unit\": \"g\"}]' format json, 20, 'Rühren.\nBacken.',"
                        + " 'https://example.org', " + at + ")",
                "insert into larder.recipe_details (recipe_id, user_id, servings, tags, notes) values ('" + RECIPE + "', "
                        + user + ", 12, '[\"cake\"]' format json, 'Oma')",
                "insert into public.chat_sessions values ('" + id + "02', " + user + ", 'Cake?', " + at + ", " + at + ")",
                "insert into public.chat_messages values ('" + id + "03', '" + id + "02', 'user', 'A cake?', " + at + ")",
                "insert into public.household_ingredients values ('" + id + "04', " + user + ", 'flour', '1', 'kg',"
                        + " 'baking', " + at + ")",
                "insert into larder.trash (row_id, entity, user_id, name, image, deleted_at) values ('" + id + "05',"
                        + " 'recipe', " + user + ", 'Old', '{\"name\": \"Old\"}' format json, " + at + ")"));
        if (version >= 3) {
            rows.add("insert into larder.message_details values ('" + id + "03', " + user + ", 'complete', 'm', null,"
                    + " '{\"a\": 1.50}' format json)");
            rows.add("insert into larder.message_drafts values ('" + id + "06', " + user + ", '" + id + "02', 'Half', null,"
                    + " '{}' format json, " + at + ", " + at + ")");
            rows.add("insert into larder.pantry_moves values ('" + id + "07', " + user + ", '" + id + "04', '-1/2', 'kg', "
                    + at + ")");
            rows.add("insert into larder.conflicts (id, user_id, entity, row_id, field, kept, other, made_at) values ('" + id
                    + "08', " + user + ", 'recipes', '" + RECIPE + "', 'name', '\"a\"' format json, '\"b\"' format json, "
                    + at + ")");
        }
        if (version >= 5) {
            rows.add("insert into larder.trash (row_id, entity, user_id, name, image, deleted_at) values ('" + id + "09',"
                    + " 'chat_session', " + user + ", 'Old talk', '{}' format json, " + at + ")");
        }
        if (version >= 6) {
            rows.add("update larder.recipe_details set rating = 4, origin = '{\"from\": \"Mealie\"}' format json");
        }
        if (version >= 7) {
            rows.add("insert into larder.recipe_photos values ('" + id + "0a', " + user + ", '" + RECIPE + "', '"
                    + Photo.hash(PLATE) + "', 'image/webp', 24, 16, " + PLATE.length + ", " + at + ")");
        }
        return rows;
    }

    /** All of it is there. */
    static void assertRestored(UserStore rows, int version) {
        Recipe cake = rows.recipes().find(RECIPE).orElseThrow();
        assertEquals("Käsekuchen", cake.name());
        assertEquals("Quark", cake.ingredients().getFirst().name());
        assertEquals(List.of("cake"), cake.details().tags());
        assertEquals(12, cake.details().servings());
        assertEquals(Instant.parse("2024-05-06T07:08:09.123456Z"), cake.createdAt());
        assertEquals(1, rows.recipes().count(RecipeQuery.ALL.withText("kasekuchen")));
        Map<String, String> all = RandomProfile.rows(rows.backup().orElseThrow());
        int more = version >= 7 ? 13 : version >= 5 ? 11 : version >= 3 ? 10 : 6;
        assertEquals(more, all.size(), all.keySet().toString());
        if (version >= 6) {
            assertEquals(4, cake.details().rating());
        }
        if (version >= 7) {
            assertArrayEquals(PLATE, rows.photos().bytes(rows.photos().of(RECIPE).getFirst()).orElseThrow());
        }
        assertTrue(all.keySet().stream().anyMatch(key -> key.startsWith("chat_messages ")));
    }
}
