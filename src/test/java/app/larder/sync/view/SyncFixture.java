package app.larder.sync.view;

import app.larder.account.User;
import app.larder.fx.Background;
import app.larder.fx.Dialogs;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeDetails;
import app.larder.store.Database;
import app.larder.store.UserStore;
import app.larder.sync.Activity;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.Replica;
import app.larder.sync.RowChange;
import app.larder.sync.RowChange.Mark;
import app.larder.sync.RowChange.Write;
import app.larder.sync.RowKey;
import app.larder.sync.SyncDesk;
import app.larder.sync.SyncStatus;
import app.larder.sync.SyncStatus.State;
import app.larder.sync.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connected file on this computer with a soup, flour and what sync left to decide about them, on 21 March 2026. */
public final class SyncFixture implements AutoCloseable, Postman, Places {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    public static final Instant NOW = Instant.parse("2026-03-21T10:14:00Z");

    public final Notices notices = new Notices();
    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    /** What the exchange was asked for. */
    public final List<String> asked = new ArrayList<>();

    final RecipeBook book;
    final Pantry pantry;
    final RowKey soup;
    final RowKey flour;

    private final Database database;
    private final Replica replica;
    private final SyncDesk desk;

    /** An own file in that folder. */
    public SyncFixture(Path folder) {
        database = Database.local(folder);
        User anna = database.localUser("anna");
        UserStore rows = database.openFor(database.connect(anna, anna.id(), "anna", () -> _ -> false));
        replica = rows.replica().orElseThrow();
        desk = new SyncDesk(replica, clock);
        book = new RecipeBook(rows.recipes(), clock);
        pantry = new Pantry(rows.pantry(), clock);
        Recipe blank = book.blank();
        Recipe kept = book.save(new Recipe(
                blank.id(), "Lentil soup", null, List.of(Ingredient.of("red lentils", "300", "g")), 10,
                "Soften the onion.\nAdd lentils and stock.\nSimmer for 25 minutes.\nSeason.", null, NOW, RecipeDetails.NONE));
        soup = new RowKey(Entity.RECIPES, kept.id());
        HouseholdIngredient bag = pantry.add("flour 800 g").orElseThrow().after();
        flour = new RowKey(Entity.HOUSEHOLD_INGREDIENTS, Objects.requireNonNull(bag).id());
    }

    /** Three conflicts nobody settled and what happened before. */
    public SyncFixture contested() {
        conflict(soup, "instructions", "\"Soften the onion.\\nAdd lentils and stock.\\nSimmer for 25 minutes.\\nSeason.\"",
                "\"Soften the onion.\\nAdd lentils and stock.\\nSimmer for 40 minutes, with the lid on.\\nSeason.\"", "Kitchen");
        conflict(soup, "ingredients/x", "{\"text\": \"300 g red lentils, rinsed\"}",
                "{\"name\": \"red lentils\", \"quantity\": \"250\", \"unit\": \"g\"}", null);
        conflict(flour, "quantity", "{\"quantity\": \"800\", \"unit\": \"g\"}", "{\"quantity\": \"1\", \"unit\": \"kg\"}", "Laptop");
        replica.write(tx -> {
            tx.tell(List.of(
                    new Activity(NOW.minus(Duration.ofDays(2)), Activity.Kind.RECEIVED, null, 1200, "Kitchen"),
                    new Activity(NOW.minus(Duration.ofHours(2)), Activity.Kind.MERGED, soup, 1, "Kitchen"),
                    new Activity(NOW.minus(Duration.ofMinutes(5)), Activity.Kind.CONFLICT, flour, 1, "Laptop"),
                    new Activity(NOW.minus(Duration.ofMinutes(2)), Activity.Kind.SENT, null, 3, null)));
            return true;
        });
        return this;
    }

    /** The soup and the flour were refused. */
    public SyncFixture refused() {
        replica.write(tx -> {
            tx.apply(List.of(held(soup, "22001"), held(flour, "23514")));
            return true;
        });
        return this;
    }

    private static RowChange held(RowKey key, String reason) {
        return new RowChange(key, Write.KEEP, null, null, Mark.HELD, Map.of(), reason);
    }

    private void conflict(RowKey row, String field, String kept, String other, @Nullable String from) {
        Map<String, JsonNode> image = new LinkedHashMap<>();
        image.put("entity", JSON.valueToTree(row.entity().wire()));
        image.put("row_id", JSON.valueToTree(row.id().toString()));
        image.put("field", JSON.valueToTree(field));
        image.put("kept", JSON.readTree(kept));
        image.put("other", JSON.readTree(other));
        image.put("other_from", JSON.valueToTree(from));
        image.put("made_at", JSON.valueToTree(Times.text(NOW.minus(Duration.ofMinutes(5)))));
        replica.write(tx -> {
            tx.apply(List.of(new RowChange(
                    new RowKey(Entity.CONFLICTS, UUID.randomUUID()), Write.PUT, new Image(image), null, Mark.CLEAN, Map.of(), null)));
            return true;
        });
    }

    /** How it stands at {@link #NOW}, synced two minutes ago. */
    public static SyncStatus status(State state, int done, int of, int waiting, int refused) {
        return new SyncStatus(state, done, of, waiting, refused, NOW.minus(Duration.ofMinutes(2)), null);
    }

    public SyncViewModel model(Locale language) {
        return new SyncViewModel(this, Background.direct(), notices, Texts.in(language), clock, false);
    }

    public SyncView view(SyncViewModel model, Dialogs dialogs, Locale language) {
        return new SyncView(model, this, dialogs, Texts.in(language));
    }

    @Override
    public SyncDesk desk() {
        return desk;
    }

    @Override
    public void soon() {
        asked.add("exchange");
    }

    @Override
    public void compareSoon() {
        asked.add("compare");
    }

    @Override
    public void pause(boolean pause) {
        asked.add(pause ? "pause" : "go on");
    }

    @Override
    public void answerDeletions(boolean delete) {
        asked.add(delete ? "delete" : "keep all");
    }

    @Override
    public boolean has(RowKey row) {
        return true;
    }

    @Override
    public void edit(RowKey row) {
        asked.add("edit " + row.entity().wire());
    }

    @Override
    public void account() {
        asked.add("account");
    }

    @Override
    public void close() {
        database.close();
    }
}
