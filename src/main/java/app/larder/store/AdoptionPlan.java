package app.larder.store;

import app.larder.account.ServerSetUp.Adoption;
import app.larder.account.ServerSetUp.RoleRights;
import app.larder.store.FiveTables.Column;
import app.larder.store.FiveTables.Reference;
import app.larder.words.Sentence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares five tables that another program made, column by column, with what Larder needs. What is taken over and what
 * is refused: decision record 0007. Reads only; what is to be done comes out as SQL.
 */
final class AdoptionPlan {

    private static final Map<String, String> CONVERSIONS = Map.of(
            "character varying>text", "%s", "character>text", "rtrim(%s)",
            "timestamp without time zone>timestamp with time zone", "%s at time zone 'UTC'",
            "smallint>integer", "%s", "bigint>integer", "%s::integer", "json>jsonb", "%s::jsonb");

    private final Catalog catalog;
    private final List<Sentence> taken = new ArrayList<>();
    private final List<Sentence> refused = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<RoleRights> roles;
    private final boolean secured;
    private final List<Sentence> round;

    private AdoptionPlan(Connection connection) throws SQLException {
        this.catalog = new Catalog(connection);
        this.roles = catalog.roles();
        this.secured = catalog.secured();
        this.round = WaysRound.of(connection);
        if (!catalog.isSetUp()) {
            plan();
        }
    }

    /** Compares. */
    static AdoptionPlan of(Connection connection) throws SQLException {
        return new AdoptionPlan(connection);
    }

    /** For people. */
    Adoption report() {
        return new Adoption(List.copyOf(taken), List.copyOf(refused), roles, secured, round);
    }

    /** What has to be done to the five tables, in order. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    private void plan() throws SQLException {
        refused.addAll(catalog.obstacles());
        if (!refused.isEmpty()) {
            return;
        }
        for (Column column : FiveTables.COLUMNS) {
            Catalog.Found found = catalog.columns().get(column.table() + "." + column.name());
            if (found == null) {
                missing(column);
            } else {
                compare(column, found);
            }
        }
        for (Map.Entry<String, Catalog.Found> other : catalog.columns().entrySet()) {
            if (FiveTables.COLUMNS.stream().noneMatch(c -> (c.table() + "." + c.name()).equals(other.getKey()))) {
                if (other.getValue().required() && !other.getValue().filled()) {
                    refuse("unknown-required", other.getKey());
                } else {
                    taken.add(said("stays", other.getKey()));
                }
            }
        }
        if (refused.isEmpty()) {
            keys();
        }
    }

    private void missing(Column column) {
        String name = column.table() + "." + column.name();
        if ((column.required() && column.fallback().isEmpty()) || column.name().equals("id")) {
            refuse("missing", name);
            return;
        }
        change(said("added", name), "alter table public." + column.table() + " add column " + column.name() + " "
                + column.type() + (column.required() ? " default " + column.fallback() + " not null" : ""));
    }

    private void compare(Column column, Catalog.Found found) throws SQLException {
        String name = column.table() + "." + column.name();
        String alter = "alter table public." + column.table() + " alter column " + column.name() + " ";
        if (found.generated()) {
            refuse("computed", name);
            return;
        }
        if (!found.plainType().equals(column.type())) {
            String conversion = CONVERSIONS.get(found.plainType() + ">" + column.type());
            String user = catalog.userOf(column.table(), column.name());
            if (conversion == null) {
                refuse("type", name, found.type(), column.type());
                return;
            }
            if (user != null) {
                refuse("type-used", name, found.type(), column.type(), user);
                return;
            }
            if (found.plainType().equals("bigint") && catalog.any("select 1 from public." + column.table() + " where "
                    + column.name() + " not between -2147483648 and 2147483647")) {
                refuse("too-large", name);
                return;
            }
            changes.add(alter + "drop default");
            change(
                    said(column.type().startsWith("timestamp") ? "turns-utc" : "turns", name, found.type(), column.type()),
                    alter + "type " + column.type() + " using " + conversion.formatted(column.name()));
            if (column.fallback().isEmpty() && found.filled()) {
                changes.add(alter + "set default " + found.fallback());
            }
        }
        if (!column.fallback().isEmpty() && (!found.filled() || !found.plainType().equals(column.type()))) {
            change(said("default", name), alter + "set default " + column.fallback());
        }
        nullability(column, found, name, alter);
    }

    private void nullability(Column column, Catalog.Found found, String name, String alter) throws SQLException {
        if (column.required() && !found.required()) {
            boolean nulls = catalog.any(
                    "select 1 from public." + column.table() + " where " + column.name() + " is null");
            if (nulls && (column.fallback().isEmpty() || column.name().equals("id"))) {
                refuse("empty-rows", name);
                return;
            }
            if (nulls) {
                changes.add("update public." + column.table() + " set " + column.name() + " = "
                        + column.fallback() + " where " + column.name() + " is null");
            }
            change(said(nulls ? "filled" : "required", name), alter + "set not null");
        } else if (!column.required() && found.required()) {
            change(said("optional", name), alter + "drop not null");
        }
    }

    private void keys() throws SQLException {
        if (!catalog.isUnique("users", "username")) {
            if (catalog.any("select 1 from public.users group by username having count(*) > 1")) {
                refuse("same-name");
            } else {
                change(
                        said("one-name"),
                        "alter table public.users add constraint users_username_key unique (username)");
            }
        }
        for (Reference reference : FiveTables.REFERENCES) {
            reference(reference);
        }
        if (catalog.any("select 1 from public.chat_messages where role not in ('user', 'assistant')")) {
            taken.add(said("other-roles"));
        }
    }

    private void reference(Reference reference) throws SQLException {
        String name = reference.table() + "." + reference.column();
        String table = "alter table public." + reference.table();
        if (!catalog.hasIndex(reference.table(), reference.column())) {
            change(said("index", name), "create index " + reference.table() + "_" + reference.column()
                    + "_idx on public." + reference.table() + " (" + reference.column() + ")");
        }
        Catalog.Key key = catalog.key(reference.table(), reference.column());
        if (key != null && key.target().equals(reference.target()) && key.cascades()) {
            return;
        }
        if (key != null) {
            changes.add(table + " drop constraint " + key.name());
        } else if (catalog.any("select 1 from public." + reference.table() + " t where not exists (select 1 from public."
                + reference.target() + " o where o.id = t." + reference.column() + ")")) {
            refuse("orphans", reference.table(), reference.target());
            return;
        }
        change(
                said("cascade", reference.table(), reference.target()),
                table + " add constraint " + reference.table() + "_" + reference.column() + "_fkey foreign key ("
                        + reference.column() + ") references public." + reference.target() + " (id) on delete cascade");
    }

    private void change(Sentence sentence, String sql) {
        taken.add(sentence);
        changes.add(sql);
    }

    private void refuse(String what, Object... facts) {
        refused.add(said(what, facts));
    }

    /** A text of the kind {@code account.adopt.*}. */
    static Sentence said(String what, Object... facts) {
        return Sentence.of("account.adopt." + what, facts);
    }
}
