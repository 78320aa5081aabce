package app.larder.store;

import app.larder.account.FileKey;
import app.larder.backup.BackupSource;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The rows that can still be read in a damaged file: each table from its front up to what can't be read, then from its end
 * back to there. Of several readings of the same file the first counts.
 */
final class Salvage implements BackupSource {

    private static final int SLICE = 100;

    private final Map<String, Map<UUID, String>> rows = new LinkedHashMap<>();
    private final Set<String> complete = new HashSet<>();

    Salvage() {
        BackupTable.all().forEach(table -> rows.put(table.name(), new TreeMap<>()));
    }

    /** Reads what it can in a file that nobody has open. */
    void read(Path withoutEnding, @Nullable FileKey key) {
        for (BackupTable table : BackupTable.all()) {
            // A connection each: one that met a broken page may be of no more use.
            try (Connection look = LocalDatabase.glance(withoutEnding, key);
                    Statements statements = new Statements(look)) {
                if (!complete.contains(table.name()) && read(statements, table)) {
                    complete.add(table.name());
                }
            } catch (SQLException | RuntimeException unreadable) {
                System.getLogger(Salvage.class.getName())
                        .log(System.Logger.Level.DEBUG, "a table could not be read to its end", unreadable);
            }
        }
    }

    private boolean read(Statements statements, BackupTable table) {
        if (read(statements, table, true)) {
            return true;
        }
        read(statements, table, false);
        return false;
    }

    private boolean read(Statements statements, BackupTable table, boolean forward) {
        long at = forward ? Long.MIN_VALUE : Long.MAX_VALUE;
        for (int most = SLICE; ; ) {
            List<Found> slice;
            try {
                slice = slice(statements, table, forward, at, most);
            } catch (RuntimeException broken) {
                if (most == 1) {
                    return false;
                }
                most = 1;
                continue;
            }
            for (Found found : slice) {
                at = found.place();
                kept(table).putIfAbsent(found.id(), found.line());
            }
            if (slice.size() < most) {
                return true;
            }
        }
    }

    private Map<UUID, String> kept(BackupTable table) {
        return java.util.Objects.requireNonNull(rows.get(table.name()));
    }

    private record Found(long place, UUID id, String line) {}

    private static List<Found> slice(Statements statements, BackupTable table, boolean forward, long at, int most) {
        List<String> columns = new ArrayList<>();
        columns.add(table.key());
        columns.addAll(table.fields());
        return statements.list(
                "select " + String.join(", ", columns) + ", _rowid_ from " + table.table() + " where _rowid_ "
                        + (forward ? ">" : "<") + " ? order by _rowid_" + (forward ? "" : " desc") + " limit " + most,
                row -> {
                    Map<String, JsonNode> fields = new LinkedHashMap<>();
                    fields.put(table.key(), StringNode.valueOf(row.getString(1)));
                    RowImages.read(row, columns).fields().forEach(fields::putIfAbsent);
                    return new Found(
                            row.getLong(columns.size() + 1), row.getObject(1, UUID.class), RowImages.text(new Image(fields)));
                },
                at);
    }

    /** Whether every table was read to its end. */
    boolean isComplete() {
        return complete.containsAll(rows.keySet());
    }

    long count(Entity entity) {
        return rows.getOrDefault(entity.wire(), Map.of()).size();
    }

    boolean isEmpty() {
        return rows.values().stream().allMatch(Map::isEmpty);
    }

    /** Leaves out rows that hang on one that could not be read. */
    Salvage whole() {
        for (Entity entity : Entity.values()) {
            Entity parent = entity.parent();
            Map<UUID, String> some = rows.get(entity.wire());
            if (parent != null && some != null) {
                Map<UUID, String> parents = rows.getOrDefault(parent.wire(), Map.of());
                some.entrySet().removeIf(row -> entity.parentOf(row.getKey(), RowImages.image(row.getValue()))
                        .filter(key -> !parents.containsKey(key.id()))
                        .isPresent());
            }
        }
        return this;
    }

    @Override
    public int schema() {
        return Migrations.NEWEST;
    }

    @Override
    public List<String> kinds() {
        return List.copyOf(rows.keySet());
    }

    @Override
    public void each(String kind, Consumer<String> line) {
        rows.getOrDefault(kind, Map.of()).values().forEach(line);
    }
}
