package app.larder.store;

import app.larder.account.SignIn;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatSession;
import app.larder.chat.MessageDetails;
import app.larder.pantry.AmountEdit;
import app.larder.account.NewId;
import app.larder.recipes.Recipe;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three computers that share a larder are edited for long without a server, then exchange until nobody has anything new. */
final class MonthRounds implements AutoCloseable {

    private static final int SHARED = 200;

    private final RealServer server;
    private final SignIn anna;
    private final List<FarKitchen> computers = new ArrayList<>();
    /** For each shared recipe, what each computer last wrote as its source. */
    private final Map<UUID, Map<Integer, String>> sources = new HashMap<>();
    /** How many grams of each shared thing there must be in the end. */
    private final Map<UUID, Integer> grams = new HashMap<>();

    MonthRounds(Path folder) throws SQLException {
        server = new RealServer();
        anna = server.family().signUp("anna");
        server.begin(anna.userId());
        for (String name : List.of("laptop", "phone", "kitchen")) {
            computers.add(new FarKitchen(folder, name, server.family().computer(), anna));
        }
    }

    /** Everybody has the same recipes and things at home. */
    void share() {
        FarKitchen first = computers.getFirst();
        first.rows.recipes().add(IntStream.range(0, SHARED).mapToObj(i -> ContractRecipes.full("Dish " + i)).toList());
        IntStream.range(0, SHARED).forEach(i -> first.pantry.add((100 + i) + " g food number " + i));
        computers.forEach(FarKitchen::sync);
        server.rows().forEach((key, image) -> {
            if (key.entity() == Entity.HOUSEHOLD_INGREDIENTS) {
                grams.put(key.id(), amount(image));
            }
        });
    }

    private static int amount(Image image) {
        return Integer.parseInt(image.get("quantity").stringValue());
    }

    /** So many edits on each, of every kind; half of those of recipes and amounts meet what others edit too. */
    void edit(int each, Random random) {
        List<UUID> recipes = ids(Entity.RECIPES);
        List<UUID> items = ids(Entity.HOUSEHOLD_INGREDIENTS);
        for (int number = 0; number < computers.size(); number++) {
            FarKitchen computer = computers.get(number);
            ChatSession talk = new ChatSession(NewId.at(Instant.now()), "Suppers " + number, Instant.now(), Instant.now());
            for (int i = 0; i < each; i++) {
                // One in three is a computer's own, the rest anybody's.
                int place = random.nextInt(2) == 0 ? random.nextInt(SHARED / 3) * 3 + number : random.nextInt(SHARED);
                int known = Math.min(place, SHARED - 1);
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> source(number, recipes.get(known), "Source " + number + "." + i);
                    case 3 -> rename(computer, recipes.get(known), "Name " + number + "." + i);
                    case 4, 5 -> computer.rows.recipes().add(List.of(ContractRecipes.full("Own " + number + "." + i)));
                    case 6, 7 -> {
                        if (computer.pantry.move(items.get(known), AmountEdit.of("+1 g")).isPresent()) {
                            grams.merge(items.get(known), 1, Integer::sum);
                        }
                    }
                    case 8 -> computer.pantry.add("1 kg thing " + number + "." + i);
                    default -> computer.rows.chats().add(talk, new ChatMessage(
                            NewId.at(Instant.now()), talk.id(), ChatMessage.Role.USER, "Words " + i, Instant.now(),
                            MessageDetails.PLAIN));
                }
            }
        }
    }

    private List<UUID> ids(Entity entity) {
        return server.rows().keySet().stream().filter(key -> key.entity() == entity).map(RowKey::id).toList();
    }

    private void source(int number, UUID id, String source) {
        FarKitchen computer = computers.get(number);
        Recipe was = computer.rows.recipes().find(id).orElseThrow();
        computer.rows.recipes().update(new Recipe(
                id, was.name(), was.description(), was.ingredients(), was.prepTimeMinutes(), was.instructions(), source,
                was.createdAt(), was.details()));
        sources.computeIfAbsent(id, _ -> new HashMap<>()).put(number, source);
    }

    private static void rename(FarKitchen computer, UUID id, String name) {
        computer.rows.recipes().update(ContractRecipes.named(computer.rows.recipes().find(id).orElseThrow(), name));
    }

    /** Exchanges, computer after computer, until nobody sends or gets anything; says how many rounds that took. */
    int meet() {
        int rounds = 0;
        Map<RowKey, Image> before = Map.of();
        for (Map<RowKey, Image> now = server.rows(); !now.equals(before) || rounds < 2; now = server.rows()) {
            before = now;
            computers.forEach(FarKitchen::sync);
            rounds++;
        }
        return rounds;
    }

    /** What is not as it must be: other rows here than there, a source that is nowhere any more. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        Map<RowKey, Image> there = server.rows();
        for (FarKitchen computer : computers) {
            if (!ForeignRounds.rows(computer).equals(there)) {
                wrong.add("a computer holds other rows than the server");
            }
        }
        String conflicts = there.entrySet().stream()
                .filter(row -> row.getKey().entity() == Entity.CONFLICTS)
                .map(row -> row.getValue().toString())
                .collect(Collectors.joining("\n"));
        sources.forEach((id, last) -> {
            String kept = Objects.requireNonNull(there.get(new RowKey(Entity.RECIPES, id))).get("source").stringValue();
            if (!last.containsValue(kept)) {
                wrong.add("nobody's last source was kept: " + kept);
            }
            last.values().stream()
                    .filter(source -> !source.equals(kept) && !conflicts.contains("\"" + source + "\""))
                    .forEach(source -> wrong.add(source + " is lost: " + kept + " was kept"));
        });
        grams.forEach((id, grams) -> {
            int kept = amount(Objects.requireNonNull(there.get(new RowKey(Entity.HOUSEHOLD_INGREDIENTS, id))));
            if (kept != grams) {
                wrong.add(kept + " g instead of " + grams);
            }
        });
        return wrong;
    }

    /** What is there in the end, in a line. */
    String said() {
        Map<RowKey, Image> there = server.rows();
        return there.size() + " rows, " + there.keySet().stream().filter(key -> key.entity() == Entity.CONFLICTS).count()
                + " of them conflicts";
    }

    @Override
    public void close() {
        computers.forEach(FarKitchen::close);
        server.close();
    }
}
