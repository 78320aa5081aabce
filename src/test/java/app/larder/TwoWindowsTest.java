package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.SecretShelf;
import app.larder.account.ServerAddress;
import app.larder.account.ServerSetUp.Invitation;
import app.larder.gallery.Gallery;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.store.RemoteSetUp;
import app.larder.store.TestPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two computers of one person, each with its own file, window and cable, and one real Postgres. Draws what both show. With
 * {@code -Dglass.platform=gtk} under Xvfb the windows are real ones.
 */
class TwoWindowsTest {

    private static final String PASSWORD = "quince jelly";

    @TempDir
    private Path folder;

    private KitchenWindow kitchen;
    private KitchenWindow laptop;

    @BeforeEach
    void open() {
        Gallery.startToolkit();
        ServerAddress owner = new ServerAddress(TestPostgres.freshAddress(), null);
        int port = URI.create(owner.url()).getPort();
        RemoteSetUp setUp = new RemoteSetUp();
        setUp.migrate(owner);
        Invitation first = setUp.invite(owner, "Kitchen");
        Invitation second = setUp.invite(owner, "Laptop");
        kitchen = new KitchenWindow(folder.resolve("kitchen"), first.address(), port);
        laptop = new KitchenWindow(folder.resolve("laptop"), second.address(), port);
        kitchen.account.signUp(
                kitchen.server(), true, first.code(), "anna", PASSWORD.toCharArray(), SecretShelf.Place.SESSION);
        laptop.account.connect(laptop.server(), true, "anna", PASSWORD.toCharArray(), SecretShelf.Place.SESSION);
        kitchen.open();
        laptop.open();
    }

    @AfterEach
    void close() {
        kitchen.close();
        laptop.close();
    }

    @Test
    void anEditIsSeenInTheOtherWindowAndWhatBothChangedOfflineCanBeTurned() throws InterruptedException {
        kitchen.await("up to date", () -> says(kitchen, "Up to date"));
        Recipe blank = kitchen.wiring.recipeBook().blank();
        Recipe cake = kitchen.wiring.recipeBook().save(new Recipe(
                blank.id(), "Plum cake", null, List.of(Ingredient.of("plums", "1", "kg")), 30,
                "Halve the plums.\nBake for 40 minutes.", null, Instant.now(), RecipeDetails.NONE));
        laptop.await("the cake", () -> listed(laptop, "Plum cake"));
        laptop.picture("two-windows-1-seen-on-laptop");

        kitchen.cable.pullOut();
        laptop.cable.pullOut();
        bake(kitchen, cake.id(), "Halve the plums.\nBake for 50 minutes.");
        bake(laptop, cake.id(), "Halve the plums.\nBake for 35 minutes, covered.");
        kitchen.await("offline", () -> says(kitchen, "One change waiting, offline since"));
        laptop.await("offline", () -> says(laptop, "One change waiting, offline since"));
        kitchen.picture("two-windows-2-offline-kitchen");

        kitchen.cable.putIn();
        kitchen.wiring.noticed();
        kitchen.await("up to date", () -> says(kitchen, "Up to date"));
        laptop.cable.putIn();
        laptop.wiring.noticed();
        laptop.await("a conflict", () -> says(laptop, "One change to look at"));
        kitchen.await("a conflict", () -> says(kitchen, "One change to look at"));
        assertEquals(method(kitchen, cake.id()), method(laptop, cake.id()));
        assertTrue(method(laptop, cake.id()).contains("35 minutes"), "the later edit stands");

        kitchen.enter("sync");
        kitchen.await("both values", () -> !kitchen.root().lookupAll(".conflict-differs").isEmpty());
        kitchen.picture("two-windows-3-conflict-kitchen");
        Gallery.onScreen(() -> {
            ((Button) kitchen.node("#conflict-other")).fire();
            return true;
        });
        laptop.await("nothing to look at", () -> says(laptop, "Up to date"));
        assertTrue(method(kitchen, cake.id()).contains("50 minutes"));
        laptop.await("the other method", () -> method(laptop, cake.id()).contains("50 minutes"));
        assertEquals(method(kitchen, cake.id()), method(laptop, cake.id()));
        kitchen.picture("two-windows-4-turned-kitchen");
        laptop.enter("sync");
        laptop.picture("two-windows-5-activity-laptop");
    }

    private static void bake(KitchenWindow at, UUID id, String method) {
        Recipe there = at.wiring.recipeBook().find(id).orElseThrow();
        at.wiring.recipeBook().save(new Recipe(
                id, there.name(), there.description(), there.ingredients(), there.prepTimeMinutes(), method,
                there.source(), there.createdAt(), there.details()));
    }

    private static String method(KitchenWindow at, UUID id) {
        return String.valueOf(at.wiring.recipeBook().find(id).orElseThrow().instructions());
    }

    private static boolean says(KitchenWindow at, String text) {
        return ((ToggleButton) at.node("#badge")).getText().startsWith(text);
    }

    private static boolean listed(KitchenWindow at, String name) {
        return at.root().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && name.equals(label.getText()));
    }
}
