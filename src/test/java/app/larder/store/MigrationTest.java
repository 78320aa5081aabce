package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** H2 and Postgres end with the same tables. */
class MigrationTest {

    private static final Map<String, List<String>> MISSION = Map.of(
            "users", List.of("id uuid", "username text", "password_hash text", "created_at time", "updated_at time"),
            "recipes",
                    List.of(
                            "id uuid", "user_id uuid", "name text", "description text?", "ingredients json",
                            "prep_time_minutes integer?", "instructions text?", "source text?", "created_at time"),
            "chat_sessions", List.of("id uuid", "user_id uuid", "title text?", "created_at time", "updated_at time"),
            "chat_messages", List.of("id uuid", "session_id uuid", "role text", "content text", "created_at time"),
            "household_ingredients",
                    List.of(
                            "id uuid", "user_id uuid", "name text", "quantity text?", "unit text?", "category text?",
                            "added_at time"));

    @Test
    void bothHaveTheSameColumnsKeysChecksAndIndexes() throws SQLException {
        try (Place h2 = Place.h2Memory();
                Place postgres = Place.postgres()) {
            assertEquals(lines(columns(postgres)), lines(columns(h2)));
            assertEquals(String.join("\n", keys(postgres)), String.join("\n", keys(h2)));
            assertEquals(String.join("\n", indexesOfPostgres(postgres)), String.join("\n", indexesOfH2(h2)));
        }
    }

    @Test
    void theFiveTablesHaveExactlyTheirColumns() throws SQLException {
        try (Place h2 = Place.h2Memory()) {
            Map<String, List<String>> columns = columns(h2);
            columns.keySet().removeIf(table -> !table.startsWith("public."));
            Map<String, List<String>> expected = new TreeMap<>();
            MISSION.forEach((table, list) -> expected.put("public." + table, list));
            assertEquals(lines(expected), lines(columns));
        }
    }

    @Test
    void defaultsFillIdsTimesAndIngredientsForOtherPrograms() throws SQLException {
        for (Place place : List.of(Place.h2Memory(), Place.postgres())) {
            try (place) {
                place.execute("insert into public.users (username, password_hash) values ('a', '!')");
                place.execute("insert into public.recipes (user_id, name) select id, 'Soup' from public.users");
                assertEquals(
                        List.of("[] | 1"),
                        place.rows("select r.ingredients, (select count(*) from public.users u where u.created_at ="
                                + " u.updated_at and u.id = r.user_id) from public.recipes r"));
                place.execute("delete from public.users");
                assertEquals(List.of(), place.rows("select id from public.recipes"));
            }
        }
    }

    @Test
    void everyForeignKeyIsTheStartOfAnIndex() throws SQLException {
        try (Place postgres = Place.postgres()) {
            assertEquals(List.of(), postgres.rows("""
                    select c.conrelid::regclass, c.conname from pg_constraint c
                    where c.contype = 'f' and not exists (select 1 from pg_index i where i.indrelid = c.conrelid
                        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)"""));
        }
    }

    @Test
    void theProgramKnowsTheNewestScript() throws Exception {
        int newest = 0;
        for (String folder : List.of("common", "h2", "postgresql")) {
            Path scripts = Path.of("src/main/resources/db/migration", folder);
            if (Files.isDirectory(scripts)) {
                try (Stream<Path> files = Files.list(scripts)) {
                    newest = Math.max(newest, files.map(f -> f.getFileName().toString())
                            .filter(name -> name.startsWith("V"))
                            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max()
                            .orElse(0));
                }
            }
        }
        assertEquals(newest, Migrations.NEWEST);
        assertTrue(newest > 0);
        try (Place h2 = Place.h2Memory()) {
            assertEquals(List.of(String.valueOf(newest)), h2.rows("select version from larder.schema_meta"));
        }
    }

    /** What a computer keeps for sync is named sync_; the server's side of sync is these. */
    private static String ofBoth(String table) {
        return table + " not like 'sync!_%' escape '!' and " + table
                + " not in ('touched', 'heads', 'rows', 'commits', 'mutations', 'devices', 'marks')";
    }

    /** Table to its columns in order: name, kind of type, "?" if it may be null. */
    private static Map<String, List<String>> columns(Place place) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String row : place.rows("select table_schema, table_name, column_name, data_type, is_nullable"
                + " from information_schema.columns where table_schema in ('public', 'larder')"
                + " and table_name <> 'flyway_schema_history' and " + ofBoth("table_name")
                + " order by table_schema, table_name, ordinal_position")) {
            String[] cell = row.split(" \\| ", -1);
            String type =
                    switch (cell[3].toLowerCase(Locale.ROOT)) {
                        case "character varying", "text" -> "text";
                        case "json", "jsonb" -> "json";
                        case "timestamp with time zone" -> "time";
                        case "binary varying", "bytea" -> "bytes";
                        default -> cell[3];
                    };
            tables.computeIfAbsent(cell[0] + "." + cell[1], key -> new java.util.ArrayList<>())
                    .add(cell[2] + " " + type + (cell[4].equals("YES") ? "?" : ""));
        }
        return tables;
    }

    private static List<String> keys(Place place) throws SQLException {
        List<String> keys = place.rows("""
                select c.table_schema, c.table_name, c.constraint_type, k.column_name, k.ordinal_position,
                    r.delete_rule, r.update_rule, t.table_name as target
                from information_schema.table_constraints c
                join information_schema.key_column_usage k
                    on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
                    and k.table_name = c.table_name
                left join information_schema.referential_constraints r
                    on r.constraint_schema = c.constraint_schema and r.constraint_name = c.constraint_name
                left join information_schema.table_constraints t
                    on t.constraint_schema = r.unique_constraint_schema and t.constraint_name = r.unique_constraint_name
                where c.table_schema in ('public', 'larder') and c.table_name <> 'flyway_schema_history'
                    and\s""" + ofBoth("c.table_name"));
        return keys.stream()
                .map(key -> key.replace("RESTRICT", "NO ACTION"))
                .sorted()
                .toList();
    }

    /** Indexes that are not behind a constraint, with their columns in order. */
    private static List<String> indexesOfPostgres(Place place) throws SQLException {
        return place.rows("""
                select n.nspname || '.' || i.relname || ' ' || string_agg(a.attname, ',' order by k.place)
                from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
                cross join unnest(x.indkey::int2[]) with ordinality as k(attnum, place)
                join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.attnum
                join pg_class t on t.oid = x.indrelid
                where n.nspname in ('public', 'larder') and i.relname not like 'flyway%'
                    and i.relname <> 'recipe_terms_found_idx' -- which only policies need
                    and\s""" + ofBoth("t.relname") + """
                    and not exists (select 1 from pg_constraint c where c.conindid = i.oid and c.contype in ('p', 'u'))
                group by n.nspname, i.relname order by 1""");
    }

    private static List<String> indexesOfH2(Place place) throws SQLException {
        return place.rows("""
                select c.index_schema || '.' || c.index_name || ' '
                    || listagg(c.column_name, ',') within group (order by c.ordinal_position)
                from information_schema.index_columns c
                join information_schema.indexes i on i.index_schema = c.index_schema and i.index_name = c.index_name
                where c.index_schema in ('public', 'larder') and c.index_name not like 'flyway%' and\s"""
                + ofBoth("c.table_name") + """

                    and i.is_generated = false
                group by c.index_schema, c.index_name order by 1""");
    }

    private static String lines(Map<String, List<String>> tables) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(tables).forEach((table, columns) -> text.append(table)
                .append(' ')
                .append(columns)
                .append('\n'));
        return text.toString();
    }
}
