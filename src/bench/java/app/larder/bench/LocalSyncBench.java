package app.larder.bench;

import app.larder.account.User;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.store.Database;
import app.larder.store.UserStore;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.Replica;
import app.larder.sync.RowChange;
import app.larder.sync.RowKey;
import app.larder.sync.Shadow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long the local file takes for what sync does to it: what noting edits costs, and how fast rows arrive. */
public final class LocalSyncBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TIME = "2026-11-23T18:00:00.000001+00:00";
    private static final int SLICE = 1_000;

    private LocalSyncBench() {}

    /** Prints a line a measurement. */
    public static void main(String[] args) throws IOException {
        boolean pagewise = args.length > 0 && args[0].equals("pages");
        List<Recipe> recipes = new ArrayList<>();
        new RecipeCorpus(7).each(10_000, recipes::addAll);
        for (int round = 0; round < 2; round++) {
            say("import of 10,000 recipes, not connected", imported(recipes, false));
            say("import of 10,000 recipes, edits noted", imported(recipes, true));
            say("10,000 recipes with details arrive", arrived(library(recipes, 0, 0), pagewise));
            say("household set arrives (1,500 recipes, 500 pantry, 8,000 messages)",
                    arrived(library(recipes.subList(0, 1_500), 500, 8_000), pagewise));
        }
    }

    /** What something took: by the clock, and of the processor by the larder's own threads. */
    private record Took(long nanos, long processor) {

        static Took since(long begin) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long processor = 0;
            for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread != null && thread.getThreadName().startsWith("larder-store-")) {
                    processor += threads.getThreadCpuTime(thread.getThreadId());
                }
            }
            return new Took(System.nanoTime() - begin, processor);
        }
    }

    private static void say(String what, Took took) {
        System.out.printf(
                "%-70s %6d ms, %6d ms of a processor%n", what, took.nanos() / 1_000_000, took.processor() / 1_000_000);
    }

    private static Took imported(List<Recipe> recipes, boolean connected) throws IOException {
        try (Database database = Database.local(Files.createTempDirectory("larder-sync-bench"))) {
            User user = database.localUser("bench");
            if (connected) {
                user = database.connect(user, user.id(), "bench", () -> _ -> false);
            }
            UserStore rows = database.openFor(user);
            long begin = System.nanoTime();
            for (int from = 0; from < recipes.size(); from += 500) {
                rows.recipes().add(recipes.subList(from, from + 500));
            }
            return Took.since(begin);
        }
    }

    private static Took arrived(List<RowChange> rows, boolean pagewise) throws IOException {
        Path folder = Files.createTempDirectory("larder-sync-bench");
        try (Database database = Database.local(folder)) {
            User user = database.localUser("bench");
            UserStore store = database.openFor(database.connect(user, user.id(), "bench", () -> _ -> false));
            Replica replica = store.replica().orElseThrow();
            long begin = System.nanoTime();
            if (pagewise) {
                for (int from = 0; from < rows.size(); from += SLICE) {
                    int at = from;
                    replica.write(tx -> page(tx, rows, at));
                }
            } else {
                replica.write(tx -> {
                    for (int from = 0; from < rows.size(); from += SLICE) {
                        page(tx, rows, from);
                    }
                    return true;
                });
            }
            return Took.since(begin);
        }
    }

    private static boolean page(Replica.Transaction tx, List<RowChange> rows, int from) {
        List<RowChange> page = rows.subList(from, Math.min(rows.size(), from + SLICE));
        tx.load(page.stream().map(RowChange::key).toList());
        tx.apply(page);
        return true;
    }

    private static List<RowChange> library(List<Recipe> recipes, int items, int messages) {
        List<RowChange> rows = new ArrayList<>();
        recipes.forEach(recipe -> rows.add(row(Entity.RECIPES, recipe.id(), image(recipe))));
        recipes.forEach(recipe -> rows.add(row(Entity.RECIPE_DETAILS, recipe.id(), image(recipe.details()))));
        UUID chat = UUID.randomUUID();
        if (messages > 0) {
            rows.add(row(Entity.CHAT_SESSIONS, chat, image("title", "Dinner", "created_at", TIME, "updated_at", TIME)));
        }
        for (int i = 0; i < messages; i++) {
            rows.add(row(Entity.CHAT_MESSAGES, UUID.randomUUID(), image(
                    "session_id", chat.toString(), "role", "user", "content", "What can I cook? ".repeat(20), "created_at", TIME)));
        }
        for (int i = 0; i < items; i++) {
            rows.add(row(Entity.HOUSEHOLD_INGREDIENTS, UUID.randomUUID(), image(
                    "name", "thing " + i, "quantity", "500", "unit", "g", "category", null, "added_at", TIME)));
        }
        return rows;
    }

    private static RowChange row(Entity entity, UUID id, Image image) {
        return new RowChange(
                new RowKey(entity, id), RowChange.Write.PUT, image, new Shadow(3, false, image, Map.of()), RowChange.Mark.CLEAN,
                Map.of(), null);
    }

    private static Image image(@Nullable Object... keysAndValues) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(String.valueOf(keysAndValues[i]), JSON.valueToTree(keysAndValues[i + 1]));
        }
        return new Image(fields);
    }

    private static Image image(Recipe recipe) {
        return image(
                "name", recipe.name(), "description", recipe.description(),
                "ingredients", recipe.ingredients().stream().map(LocalSyncBench::line).toList(),
                "prep_time_minutes", recipe.prepTimeMinutes(), "instructions", recipe.instructions(),
                "source", recipe.source(), "created_at", TIME);
    }

    private static Map<String, Object> line(Ingredient line) {
        return Map.of(
                "name", line.name(), "quantity", line.quantity(), "unit", line.unit(),
                "id", UUID.randomUUID().toString(), "text", line.line());
    }

    private static Image image(RecipeDetails details) {
        return image(
                "servings", details.servings(), "yield_text", details.yield(),
                "cook_time_minutes", details.cookTimeMinutes(), "total_time_minutes", details.totalTimeMinutes(),
                "tags", details.tags(), "notes", details.notes(), "import_batch", null, "rating", null, "origin", null);
    }
}
