package app.larder.chat;

import app.larder.account.NewId;
import app.larder.chat.helper.BuiltInHelper;
import app.larder.chat.helper.HelperKitchen;
import app.larder.cook.CookNow;
import app.larder.cook.CookRules;
import app.larder.exchange.ImportedRecipe;
import app.larder.exchange.SampleRecipes;
import app.larder.kitchen.Kitchen;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.pantry.PantryLine;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeDesk;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A small kitchen over a database in memory: the sample recipes in both languages, and some things at home. */
final class TestKitchen implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    final Database database = Database.memory("chat-" + UUID.randomUUID());
    final UserStore rows = database.openFor(database.localUser("cook"));
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final RecipeBook recipes = new RecipeBook(rows.recipes(), clock);
    final Pantry pantry = new Pantry(rows.pantry(), clock);
    final CookNow cook = new CookNow(recipes, pantry, () -> CookRules.DEFAULTS, clock);
    final Kitchen measures = Kitchen.asWritten(Locale.ENGLISH);
    final KitchenTools tools = new KitchenTools(new KitchenReads(recipes, pantry, cook, () -> measures, clock));

    /** A kitchen with its usual content. */
    static TestKitchen stocked() {
        TestKitchen kitchen = new TestKitchen();
        SampleRecipes samples = new SampleRecipes(kitchen.clock);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            kitchen.recipes.add(samples.in(language).stream().map(ImportedRecipe::recipe).toList());
        }
        kitchen.put("2 x 400 g tins chopped tomatoes", 30);
        kitchen.put("1 kg flour", 60);
        kitchen.put("6 eggs", 12);
        kitchen.put("1 l milk", 6);
        kitchen.put("250 g butter", 20);
        kitchen.put("4 onions", 9);
        kitchen.put("1 bulb garlic", 9);
        kitchen.put("250 g spinach", 3);
        kitchen.put("500 g red lentils", 100);
        kitchen.put("400 ml coconut milk", 90);
        kitchen.put("500 g spaghetti", 100);
        kitchen.put("3 ripe bananas", 4);
        kitchen.put("1 kg potatoes", 8);
        kitchen.put("150 g yogurt", 12);
        kitchen.put("rolled oats", 40);
        kitchen.cook.load();
        return kitchen;
    }

    private void put(String line, int daysAgo) {
        HouseholdIngredient row = pantry.row(PantryLine.of(line));
        pantry.add(List.of(new HouseholdIngredient(
                NewId.at(NOW), row.name(), row.quantity(), row.unit(), row.category(), NOW.minus(Duration.ofDays(daysAgo)))));
    }

    BuiltInHelper helper() {
        return new BuiltInHelper(new HelperKitchen(recipes, pantry, cook, () -> measures, clock));
    }

    ProposalDesk desk(Path folder) {
        RecipeDesk desk = new RecipeDesk(recipes, new DraftShelf(folder, app.larder.account.Seal.NONE), clock);
        return new ProposalDesk(rows.chats(), recipes, desk, pantry, cook);
    }

    @Override
    public void close() {
        database.close();
    }
}
