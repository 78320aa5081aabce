package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.NewId;
import app.larder.account.User;
import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.LocalRow;
import app.larder.sync.Replica;
import app.larder.sync.RowChange;
import app.larder.sync.RowKey;
import app.larder.sync.Rows;
import app.larder.sync.Shadow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody cooks on a computer of their own for a while, and connects it with the family's account later. */
class LateAccountTest {

    private static final UUID ACCOUNT = Rows.id(77);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private static Recipe recipe(String name, @Nullable UUID batch) {
        return new Recipe(
                NewId.at(NOON), name, null, List.of(Ingredient.of("leek", "2", "")), 20, "Cut.", null, NOON,
                new RecipeDetails(4, null, null, null, List.of("soup"), null, batch));
    }

    private static HouseholdIngredient flour() {
        return new HouseholdIngredient(NewId.at(NOON), "Flour", "500", "g", null, NOON);
    }

    private static Set<RowKey> dirty(UserStore rows) {
        return rows.replica().orElseThrow().write(tx -> tx.dirty(1_000)).stream()
                .map(Replica.Dirty::key)
                .collect(Collectors.toSet());
    }

    private static LocalRow row(UserStore rows, RowKey key) {
        return Objects.requireNonNull(
                rows.replica().orElseThrow().write(tx -> tx.load(List.of(key))).get(key));
    }

    @Test
    void beforeThatNothingIsNoted() {
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.localUser("anna"));
            rows.recipes().add(List.of(recipe("Soup", null)));
            assertEquals(Set.of(), dirty(rows));
        }
    }

    @Test
    void everythingBecomesTheAccountsUnderTheSameIds() {
        Recipe soup = recipe("Soup", null);
        Recipe gone = recipe("Gone", null);
        HouseholdIngredient flour = flour();
        User before;
        try (Database database = Database.local(folder)) {
            before = database.localUser("anna");
            UserStore rows = database.openFor(before);
            rows.recipes().add(List.of(soup, gone));
            rows.recipes().trash(List.of(gone.id()));
            rows.pantry().add(List.of(flour));
        }
        try (Database database = Database.local(folder)) {
            User user = database.connect(database.localUser("x"), ACCOUNT, "anna", () -> _ -> false);
            assertEquals(ACCOUNT, user.id());
            UserStore rows = database.openFor(user);
            assertEquals("Soup", rows.recipes().find(soup.id()).orElseThrow().name());
            assertEquals(List.of("leek"), rows.recipes().ingredientNames("lee", 5));
            assertEquals(List.of(flour), rows.pantry().all());
            assertEquals(
                    Set.of(
                            new RowKey(Entity.RECIPES, soup.id()),
                            new RowKey(Entity.RECIPE_DETAILS, soup.id()),
                            new RowKey(Entity.TRASH, gone.id()),
                            new RowKey(Entity.HOUSEHOLD_INGREDIENTS, flour.id())),
                    dirty(rows));
            // A name that is known gets no second number.
            rows.recipes().add(List.of(recipe("Another", null)));
            assertEquals(List.of("leek"), rows.recipes().ingredientNames("lee", 5));
            assertEquals(1, rows.recipes().restore(List.of(gone.id())));
        }
        try (Database database = Database.local(folder)) {
            assertEquals(ACCOUNT, database.localUser("x").id());
            assertEquals("anna", database.localUser("x").username());
        }
    }

    @Test
    void samplesNobodyTouchedStayBehind() {
        UUID batch = NewId.at(NOON);
        Recipe sample = recipe("Sample", batch);
        Recipe changed = recipe("Sample, better", batch);
        Recipe own = recipe("Sample", null);
        try (Database database = Database.local(folder)) {
            database.openFor(database.localUser("anna")).recipes().add(List.of(sample, changed, own));
        }
        try (Database database = Database.local(folder)) {
            User user = database.connect(
                    database.localUser("x"), ACCOUNT, "anna", () -> recipe -> recipe.name().equals("Sample"));
            UserStore rows = database.openFor(user);
            assertTrue(rows.recipes().find(sample.id()).isEmpty());
            assertTrue(rows.recipes().find(changed.id()).isPresent());
            assertTrue(rows.recipes().find(own.id()).isPresent());
            assertTrue(dirty(rows).stream().noneMatch(key -> key.id().equals(sample.id())));
        }
    }

    @Test
    void everyWayToWriteIsNotedFromThenOn() {
        Recipe soup = recipe("Soup", null);
        HouseholdIngredient flour = flour();
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.connect(database.localUser("x"), ACCOUNT, "anna", () -> _ -> false));
            rows.recipes().add(List.of(soup));
            rows.pantry().add(List.of(flour));
            clean(rows);
            rows.recipes().trash(List.of(soup.id()));
            rows.pantry().update(flour.withAmount("300", "g"));
            assertEquals(
                    Set.of(
                            new RowKey(Entity.RECIPES, soup.id()),
                            new RowKey(Entity.RECIPE_DETAILS, soup.id()),
                            new RowKey(Entity.TRASH, soup.id()),
                            new RowKey(Entity.HOUSEHOLD_INGREDIENTS, flour.id())),
                    dirty(rows));
            assertEquals(
                    Set.of("quantity"),
                    row(rows, new RowKey(Entity.HOUSEHOLD_INGREDIENTS, flour.id())).edited().keySet());
        }
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.connect(database.localUser("x"), ACCOUNT, "anna", () -> _ -> false));
            clean(rows);
            rows.pantry().trash(List.of(flour.id()));
            assertEquals(2, dirty(rows).size());
        }
    }

    private static void clean(UserStore rows) {
        Set<RowKey> all = dirty(rows);
        rows.replica().orElseThrow().write(tx -> {
            tx.apply(all.stream()
                    .map(key -> new RowChange(
                            key, RowChange.Write.KEEP, null,
                            new Shadow(3, false, Objects.requireNonNullElse(Objects.requireNonNull(tx.load(List.of(key)).get(key)).current(), Image.EMPTY), Map.of()),
                            RowChange.Mark.CLEAN, Map.of(), null))
                    .toList());
            tx.note(Replica.Slot.STATE, "{}");
            return true;
        });
    }

    @Test
    void whoWorksOnThisComputerOnlyAndConnectsAgainSendsWhatChangedMeanwhile() {
        Recipe soup = recipe("Soup", null);
        HouseholdIngredient flour = flour();
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.connect(database.localUser("x"), ACCOUNT, "anna", () -> _ -> false));
            rows.recipes().add(List.of(soup));
            rows.pantry().add(List.of(flour));
            clean(rows);
            database.disconnect();
            rows.pantry().trash(List.of(flour.id()));
            assertEquals(Set.of(), dirty(rows));
        }
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.connect(database.localUser("x"), ACCOUNT, "anna", () -> _ -> false));
            RowKey item = new RowKey(Entity.HOUSEHOLD_INGREDIENTS, flour.id());
            assertTrue(dirty(rows).containsAll(Set.of(item, new RowKey(Entity.RECIPES, soup.id()))));
            assertEquals(3, Objects.requireNonNull(row(rows, item).shadow()).revision());
            assertTrue(rows.replica().orElseThrow().write(tx -> tx.note(Replica.Slot.STATE)).isPresent());
        }
    }

    @Test
    void anotherAccountStartsAfresh() {
        Recipe soup = recipe("Soup", null);
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.connect(database.localUser("x"), ACCOUNT, "anna", () -> _ -> false));
            rows.recipes().add(List.of(soup));
            clean(rows);
            database.disconnect();
        }
        try (Database database = Database.local(folder)) {
            UserStore rows =
                    database.openFor(database.connect(database.localUser("x"), Rows.id(78), "anna", () -> _ -> false));
            RowKey key = new RowKey(Entity.RECIPES, soup.id());
            assertTrue(row(rows, key).dirty());
            assertEquals(null, row(rows, key).shadow());
            assertTrue(rows.replica().orElseThrow().write(tx -> tx.note(Replica.Slot.STATE)).isEmpty());
            assertEquals("Soup", rows.recipes().find(soup.id()).orElseThrow().name());
        }
    }
}
