package app.larder.store;

import app.larder.backup.BackupRows;
import app.larder.recipes.Pictures;
import app.larder.recipes.RecipeQuery;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A person's rows of every kind, as odd as they may be, and what is in a database afterwards. */
final class RandomProfile {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String[] WORDS = {
        "Soup", "Käse \"Brot\"", "crème\nfraîche", "味噌 🍜", "O'Brien\\", "", "  ", "\u2028\u0001", "Straße", "½ x"
    };

    private final Random random;
    private final List<UUID> pool;

    /** Profiles with the same pool of ids have rows in common. */
    RandomProfile(long seed, List<UUID> pool) {
        this.random = new Random(seed);
        this.pool = pool;
    }

    static List<UUID> pool(long seed, int size) {
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return ids;
    }

    /** Puts rows and photos into an open database, some of them into the trash, and rows of photos that are not here. */
    void fill(Database database, UserStore rows, int most) {
        database.asWriter(statements -> {
            SyncContent content = new SyncContent(statements, rows.user().id());
            for (Entity entity : Entity.values()) {
                if (entity != Entity.USERS) {
                    fill(content, entity, random.nextInt(most + 1));
                }
            }
            return true;
        });
        List<UUID> recipes = rows.recipes().ids(RecipeQuery.ALL, 0, 4);
        for (UUID recipe : recipes) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                rows.photos().add(recipe, Pictures.plate(8 + random.nextInt(30), 20, random.nextInt(360), "png"));
            }
        }
        rows.recipes().trash(recipes.subList(0, recipes.size() / 4));
    }

    private void fill(SyncContent content, Entity entity, int count) {
        Map<UUID, Image> images = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            UUID id = pool.get(random.nextInt(pool.size()));
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            entity.fields().forEach(field -> fields.put(field, value(entity, field)));
            Image image = new Image(fields);
            boolean hangs = entity.parentOf(id, image)
                    .map(parent -> content.image(parent).isPresent())
                    .orElse(true);
            boolean trashedAlive = entity == Entity.TRASH
                    && content.image(new RowKey(Entity.RECIPES, id)).isPresent();
            if (hangs && !trashedAlive) {
                images.put(id, image);
            }
        }
        if (!images.isEmpty()) {
            content.put(entity, images);
        }
    }

    private JsonNode value(Entity entity, String field) {
        return switch (field) {
            case "name", "content", "delta", "field", "username" -> text();
            case "role" -> StringNode.valueOf(random.nextBoolean() ? "user" : "assistant");
            case "status" -> StringNode.valueOf("complete");
            case "entity" -> StringNode.valueOf(entity == Entity.TRASH ? "recipe" : "recipes");
            case "session_id", "item_id", "row_id", "recipe_id" -> StringNode.valueOf(
                    pool.get(random.nextInt(pool.size())).toString());
            case "created_at", "updated_at", "added_at", "at", "deleted_at", "made_at" -> time();
            case "ingredients" -> tree(true);
            case "tags" -> JSON.createArrayNode().add(text());
            case "extra", "image", "kept", "other" -> tree(false);
            case "prep_time_minutes", "servings", "cook_time_minutes", "total_time_minutes" ->
                random.nextBoolean() ? NullNode.getInstance() : IntNode.valueOf(random.nextInt(500));
            case "import_batch", "replaces" -> random.nextBoolean()
                    ? NullNode.getInstance()
                    : StringNode.valueOf(pool.get(random.nextInt(pool.size())).toString());
            case "sha256" -> StringNode.valueOf("0123456789abcdef".repeat(4));
            case "media_type" -> StringNode.valueOf("image/png");
            case "width", "height", "size" -> IntNode.valueOf(1 + random.nextInt(500));
            case "rating" -> random.nextBoolean() ? NullNode.getInstance() : IntNode.valueOf(1 + random.nextInt(5));
            case "origin" -> random.nextBoolean() ? NullNode.getInstance() : tree(false);
            case "settled_at", "other_edited_at" -> random.nextBoolean() ? NullNode.getInstance() : time();
            default -> random.nextBoolean() ? NullNode.getInstance() : text();
        };
    }

    private JsonNode text() {
        return StringNode.valueOf(
                WORDS[random.nextInt(WORDS.length)] + " " + random.nextInt(50) + WORDS[random.nextInt(WORDS.length)]);
    }

    private JsonNode time() {
        return StringNode.valueOf(PgTime.text(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L)
                .atOffset(ZoneOffset.UTC)));
    }

    private JsonNode tree(boolean list) {
        ObjectNode object = JSON.createObjectNode();
        object.set("name", text());
        object.put("quantity", random.nextBoolean() ? "1 1/2" : "").put("unit", "g").put("x", random.nextDouble());
        return list ? JSON.createArrayNode().add(object) : object;
    }

    /** Every row, by its kind and id, as a backup would say it, without the person; and every photo that is here. */
    static Map<String, String> rows(BackupRows backup) {
        Map<String, String> rows = new TreeMap<>();
        backup.read(source -> {
            for (String kind : source.kinds()) {
                if (!kind.equals("users")) {
                    source.each(kind, line -> {
                        JsonNode row = JSON.readTree(line);
                        rows.put(kind + " " + row.iterator().next().asString(""), line);
                    });
                }
            }
            source.eachPhoto((sha256, bytes) -> rows.put("photo " + sha256, HexFormat.of().formatHex(bytes)));
            return true;
        });
        return rows;
    }
}
