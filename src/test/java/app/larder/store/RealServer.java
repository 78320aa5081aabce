package app.larder.store;

import app.larder.sync.Deeds;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A family's real Postgres as schedules use it: another program's plain SQL, backups, and an administrator's accidents. */
final class RealServer implements Deeds.Tables, AutoCloseable {

    /** A table of the bookkeeping or of search, and whose its rows are. */
    private static final List<String> BOOKS = List.of(
            "larder.recipe_terms where user_id", "larder.recipe_search where user_id", "larder.ingredient_terms where user_id",
            "larder.touched where owner", "larder.rows where owner", "larder.commits where user_id", "larder.mutations where user_id",
            "larder.devices where user_id", "larder.heads where user_id");

    private final Family family = Family.fresh();
    private final String database = family.owner().database();
    private final Connection admin;
    private UUID person = new UUID(0, 0);
    private @Nullable Connection program;
    private @Nullable Connection held;
    private boolean holdsNext;
    private boolean hasBackup;

    RealServer() throws SQLException {
        admin = TestPostgres.superuser("postgres");
        // What the poison of a schedule is for this server, and a commit that takes its time.
        family.asOwner("alter table public.recipes add constraint no_poison check (name <> 'refuse me')");
        TestPostgres.asSuperuser(database, """
                create table public.slow_commits (seconds float8);
                grant all on public.slow_commits to public;
                create function public.slow_commit() returns trigger language plpgsql security definer as $$
                begin perform pg_sleep(seconds) from public.slow_commits; return null; end $$;
                create constraint trigger slow_commit after insert on larder.commits deferrable initially deferred
                    for each row execute function public.slow_commit()""");
    }

    Family family() {
        return family;
    }

    /** Whose schedule the next one is. */
    void begin(UUID whose) {
        person = whose;
        hasBackup = false;
    }

    private Connection program() throws SQLException {
        Connection known = program;
        if (known == null || !known.isValid(5)) {
            known = Family.connect(family.owner());
            try (Statement statement = known.createStatement()) {
                statement.execute("set timezone = 'UTC'");
            }
            program = known;
        }
        return known;
    }

    private void execute(String sql) {
        try (Statement statement = program().createStatement()) {
            statement.execute(sql.replace("{person}", "'" + person + "'"));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private long number(String sql) {
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until no exchange runs any more, as one whose computer was killed still may. */
    void quiet() {
        while (number("select count(*) from pg_stat_activity where datname = '" + database + "'"
                + " and state <> 'idle' and pid <> pg_backend_pid() and query like '%exchange_v1%'") > 0) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public Map<RowKey, Image> rows() {
        Map<RowKey, Image> rows = new TreeMap<>();
        String sql = ExchangeScene.TABLES.stream()
                .map(table -> "select '" + table[0] + "', c." + table[1] + ", to_jsonb(c) - '" + table[1]
                        + "' - 'user_id' - 'password_hash' from " + table[0] + " c where " + table[2] + " = '" + person + "'")
                .collect(Collectors.joining(" union all "));
        try (Statement statement = program().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Map<String, JsonNode> fields = new LinkedHashMap<>();
                DeviceChild.JSON.readTree(row.getString(3)).forEachEntry(fields::put);
                String table = row.getString(1);
                rows.put(
                        new RowKey(
                                Entity.named(table.substring(table.indexOf('.') + 1)).orElseThrow(),
                                row.getObject(2, UUID.class)),
                        new Image(fields));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next thing another program writes stays uncommitted until {@link #letGo}. */
    void holdNext() {
        holdsNext = true;
    }

    boolean holds() {
        return held != null;
    }

    /** Whatever another program holds open is committed. */
    void letGo() {
        Connection open = held;
        if (open != null) {
            try (open) {
                open.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            held = null;
        }
    }

    @Override
    public void put(RowKey key, Map<String, JsonNode> fields) {
        try {
            if (holdsNext) {
                holdsNext = false;
                Connection open = Family.connect(family.owner());
                open.setAutoCommit(false);
                held = open;
                put(open, key, fields);
            } else {
                put(program(), key, fields);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(Connection connection, RowKey key, Map<String, JsonNode> fields) throws SQLException {
        List<String> names = new ArrayList<>(fields.keySet());
        String table = RowImages.table(key.entity());
        String values = names.stream().map(name -> "v." + name).collect(Collectors.joining(", "));
        String from = " from jsonb_populate_record(null::" + table + ", cast(? as jsonb)) v";
        String update = "update " + table + " t set (" + String.join(", ", names) + ") = (select " + values + from + ") where t."
                + key.entity().key() + " = '" + key.id() + "'";
        String insert = "insert into " + table + " (" + key.entity().key() + ", user_id, " + String.join(", ", names)
                + ") select '" + key.id() + "', '" + person + "', " + values + from;
        String json = DeviceChild.JSON.writeValueAsString(fields);
        try (PreparedStatement change = connection.prepareStatement(update)) {
            change.setString(1, json);
            if (change.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement add = connection.prepareStatement(insert)) {
            add.setString(1, json);
            add.executeUpdate();
        }
    }

    @Override
    public void delete(RowKey key) {
        execute("delete from " + RowImages.table(key.entity()) + " where " + key.entity().key() + " = '" + key.id() + "'");
    }

    void truncate(Entity entity) {
        execute("truncate " + RowImages.table(entity) + " cascade");
    }

    /** How many exchanges were killed: the one that runs now, or the next that does within a while. */
    boolean killsAnExchange(int whileMillis) {
        for (int i = 0; i < whileMillis; i++) {
            if (number("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '"
                    + database + "' and state = 'active' and pid <> pg_backend_pid() and query like '%exchange_v1%'") > 0) {
                return true;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return false;
    }

    /** From now on a commit takes so long once everything of the call is done. */
    void commitsTake(double seconds) {
        execute("delete from public.slow_commits");
        if (seconds > 0) {
            execute(String.format(Locale.ROOT, "insert into public.slow_commits values (%f)", seconds));
        }
    }

    boolean hasBackup() {
        return hasBackup;
    }

    private void replace(String old, String by) {
        quiet();
        letGo();
        TestPostgres.asSuperuser("postgres", "drop database if exists " + old + " with (force)");
        TestPostgres.asSuperuser("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + by + "'");
        TestPostgres.asSuperuser("postgres", "create database " + old + " template " + by + " owner owner");
        program = null;
    }

    void backup() {
        replace(database + "_backup", database);
        hasBackup = true;
    }

    void restore() {
        replace(database, database + "_backup");
    }

    /** Made anew: nothing of the person is there but their account. */
    void recreate() {
        quiet();
        letGo();
        StringBuilder sql = new StringBuilder("set session_replication_role = replica;");
        List<String[]> tables = ExchangeScene.TABLES.reversed();
        for (String[] table : tables) {
            if (!table[0].equals("public.users")) {
                sql.append("delete from ").append(table[0]).append(" c where ").append(table[2]).append(" = '").append(person).append("';");
            }
        }
        BOOKS.forEach(book -> sql.append("delete from ").append(book).append(" = '").append(person).append("';"));
        sql.append("set session_replication_role = origin;");
        sql.append("update public.users set updated_at = now() where id = '").append(person).append('\'');
        TestPostgres.asSuperuser(database, sql.toString());
    }

    @Override
    public void close() {
        letGo();
        try {
            admin.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        family.close();
    }
}
