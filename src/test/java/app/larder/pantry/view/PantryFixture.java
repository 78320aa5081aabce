package app.larder.pantry.view;

import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.HouseholdIngredientRepository;
import app.larder.pantry.Pantry;
import app.larder.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A Pantry room over an H2 in memory, on 21 March 2026. */
public final class PantryFixture implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-03-21T10:00:00Z");

    /** A cupboard as people keep one: a line, and how many days ago it came home. */
    private static final List<Map.Entry<String, Integer>> CUPBOARD = List.of(
            Map.entry("1 bag spinach (250 g)", 6),
            Map.entry("3 onions", 4),
            Map.entry("1 bulb garlic", 12),
            Map.entry("6 carrots", 2),
            Map.entry("2 lemons", 3),
            Map.entry("8 eggs", 1),
            Map.entry("250 g butter", 18),
            Map.entry("about 180 g parmesan", 20),
            Map.entry("1 l milk", 0),
            Map.entry("500 g plain yoghurt", 2),
            Map.entry("flour, type 550, 1.8 kg", 37),
            Map.entry("700 g basmati rice", 37),
            Map.entry("2 packs spaghetti (500 g)", 29),
            Map.entry("sugar 1 kg", 90),
            Map.entry("1 x 400 g tin chopped tomatoes", 40),
            Map.entry("green olives, opened, 150 g", 12),
            Map.entry("2 tins chickpeas", 60),
            Map.entry("salt", 400),
            Map.entry("ground cumin", 120),
            Map.entry("750 ml olive oil", 25),
            Map.entry("300 g frozen peas", 14),
            Map.entry("2 bottles apple juice", 5));

    private final Database database = Database.memory("pantry-" + UUID.randomUUID());
    public final HouseholdIngredientRepository items = database.openFor(database.localUser("anna")).pantry();
    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    public final Pantry pantry = new Pantry(items, clock);
    public final Notices notices = new Notices();

    /** How often something was taken back. */
    int undone;

    public PantryFixture full() {
        items.add(CUPBOARD.stream()
                .map(e -> new Pantry(items, Clock.offset(clock, Duration.ofDays(-e.getValue())))
                        .row(app.larder.pantry.PantryLine.of(e.getKey())))
                .toList());
        return this;
    }

    public void clear() {
        items.trash(items.all().stream().map(HouseholdIngredient::id).toList());
        items.purgeTrash(NOW.plus(Duration.ofDays(10_000)));
    }

    public PantryViewModel model(Background background, Locale language) {
        return new PantryViewModel(pantry, background, notices, Texts.in(language), clock, () -> undone++);
    }

    /** The room as the program loads it. */
    public static Views.Loaded<PantryView> screen(PantryViewModel model, Locale language) {
        Texts texts = Texts.in(language);
        return new Views(Map.of(PantryView.class, () -> new PantryView(model, texts)), texts).load(PantryView.class);
    }

    @Override
    public void close() {
        database.close();
    }
}
