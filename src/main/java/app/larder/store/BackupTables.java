package app.larder.store;

import app.larder.backup.BackupSource;
import app.larder.sync.Image;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * One person's rows in a local file, whatever version its tables are of: a table or column that is not there yet is left
 * out. A slice at a time is in memory.
 */
final class BackupTables implements BackupSource {

    private static final int SLICE = 500;

    private final Statements statements;
    private final UUID owner;
    private final boolean alone;
    private final int schema;
    private final BooleanSupplier stopped;
    private final Consumer<BiConsumer<String, byte[]>> photos;
    private final Map<String, BackupTable> tables = new LinkedHashMap<>();

    /**
     * The rows of a person, in one transaction.
     *
     * @param stopped whether nobody wants them any more
     * @param photos hands out their photos, as {@link #eachPhoto} does
     */
    BackupTables(
            Statements statements,
            UUID owner,
            BooleanSupplier stopped,
            Consumer<BiConsumer<String, byte[]>> photos) {
        this.statements = statements;
        this.owner = owner;
        this.stopped = stopped;
        this.photos = photos;
        this.alone = statements.number("select count(*) from public.users") == 1;
        this.schema = (int) statements.number("select max(cast(version as integer)) from larder.flyway_schema_history"
                + " where version is not null and success = true");
        for (BackupTable table : BackupTable.all()) {
            List<String> columns = statements.list(
                    "select column_name from information_schema.columns where table_schema = ? and table_name = ?",
                    row -> row.getString(1),
                    table.schema(),
                    table.name());
            if (!columns.isEmpty()) {
                List<String> there = new ArrayList<>(table.fields());
                there.retainAll(columns);
                tables.put(table.name(), new BackupTable(table.entity(), table.schema(), table.name(), table.key(), there));
            }
        }
    }

    /** As another, without photos, for the person a closed file belongs to; null if it is nobody's yet. */
    static @Nullable BackupTables ofOldest(Statements statements) {
        return statements
                .first("select id from public.users order by created_at, id limit 1", row -> row.getObject(1, UUID.class))
                .map(oldest -> new BackupTables(statements, oldest, () -> false, _ -> {}))
                .orElse(null);
    }

    @Override
    public int schema() {
        return schema;
    }

    @Override
    public List<String> kinds() {
        return List.copyOf(tables.keySet());
    }

    @Override
    public void each(String kind, Consumer<String> line) {
        BackupTable table = Objects.requireNonNull(tables.get(kind), kind);
        UUID after = null;
        do {
            List<Keyed> slice = slice(table, after);
            for (Keyed row : slice) {
                line.accept(RowImages.text(row.image()));
            }
            after = slice.size() < SLICE ? null : slice.getLast().id();
        } while (after != null);
    }

    @Override
    public void eachPhoto(BiConsumer<String, byte[]> photo) {
        photos.accept((sha256, bytes) -> {
            goOn();
            photo.accept(sha256, bytes);
        });
    }

    private void goOn() {
        if (stopped.getAsBoolean()) {
            throw new IllegalStateException("The larder is being closed.");
        }
    }

    private record Keyed(UUID id, Image image) {}

    private List<Keyed> slice(BackupTable table, @Nullable UUID after) {
        goOn();
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select ")
                .append(table.key())
                .append(table.fields().isEmpty() ? "" : ", ")
                .append(String.join(", ", table.fields()))
                .append(" from ")
                .append(table.table())
                .append(" where true");
        if (!alone) {
            sql.append(" and ").append(table.owned());
            values.add(owner);
        }
        if (after != null) {
            sql.append(" and ").append(table.key()).append(" > ?");
            values.add(after);
        }
        sql.append(" order by ").append(table.key()).append(" limit ").append(SLICE);
        List<String> columns = new ArrayList<>();
        columns.add(table.key());
        columns.addAll(table.fields());
        return statements.list(
                sql.toString(),
                row -> {
                    Map<String, JsonNode> fields = new LinkedHashMap<>();
                    fields.put(table.key(), StringNode.valueOf(row.getString(1)));
                    RowImages.read(row, columns).fields().forEach(fields::putIfAbsent);
                    return new Keyed(row.getObject(1, UUID.class), new Image(fields));
                },
                values.toArray());
    }
}
