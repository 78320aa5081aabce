package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    private Recipe cake;

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
        Recipe blank = kitchen.wiring.recipeBook().blank();
        cake = kitchen.wiring.recipeBook().save(new Recipe(
                blank.id(), "Plum cake", null, List.of(Ingredient.of("plums", "1", "kg")), 30,
                "Halve the plums.\nBake for 40 minutes.", null, Instant.now(), RecipeDetails.NONE));
        kitchen.show();
        laptop.open();
        laptop.show();
    }

    @AfterEach
    void close() {
        kitchen.close();
        laptop.close();
    }

    @Test
    void anEditIsSeenInTheOtherWindowAndWhatBothChangedOfflineCanBeTurned() throws InterruptedException {
        laptop.await("the cake", () -> laptop.shows("Bake for 40 minutes."));
        kitchen.rewrite("Bake for 40 minutes.", "Bake for 45 minutes.");
        laptop.await("the other time", () -> laptop.shows("Bake for 45 minutes."));
        laptop.picture("two-windows-1-seen-on-laptop");

        kitchen.cable.pullOut();
        laptop.cable.pullOut();
        kitchen.rewrite("Bake for 45 minutes.", "Bake for 50 minutes.");
        laptop.rewrite("Bake for 45 minutes.", "Bake for 35 minutes, covered.");
        kitchen.await("offline", () -> says(kitchen, "One change waiting, offline since"));
        laptop.await("offline", () -> says(laptop, "One change waiting, offline since"));
        kitchen.picture("two-windows-2-offline-kitchen");
        laptop.picture("two-windows-2-offline-laptop");

        kitchen.cable.putIn();
        kitchen.wiring.noticed();
        kitchen.await("up to date", () -> says(kitchen, "Up to date"));
        laptop.cable.putIn();
        laptop.wiring.noticed();
        laptop.await("a conflict", () -> says(laptop, "One change to look at"));
        kitchen.await("a conflict", () -> says(kitchen, "One change to look at"));
        kitchen.await("the later edit", () -> kitchen.shows("Bake for 35 minutes, covered."));
        assertEquals(method(kitchen), method(laptop));

        kitchen.enter("sync");
        kitchen.await("both values", () -> !kitchen.root().lookupAll(".conflict-differs").isEmpty());
        kitchen.picture("two-windows-3-conflict-kitchen");
        kitchen.press("#conflict-other");
        kitchen.await("the notice", () -> kitchen.shows("“Plum cake”: the other one is used now"));
        kitchen.picture("two-windows-4-turned-kitchen");
        laptop.await("the other method", () -> laptop.shows("Bake for 50 minutes.") && says(laptop, "Up to date"));
        laptop.picture("two-windows-5-turned-laptop");
        assertEquals(method(kitchen), method(laptop));

        kitchen.press("#notice-action");
        laptop.await("the undo", () -> laptop.shows("Bake for 35 minutes, covered."));
        laptop.enter("sync");
        laptop.picture("two-windows-6-activity-laptop");
    }

    private String method(KitchenWindow at) {
        return String.valueOf(at.wiring.recipeBook().find(cake.id()).orElseThrow().instructions());
    }

    private static boolean says(KitchenWindow at, String text) {
        return ((ToggleButton) at.node("#badge")).getText().startsWith(text);
    }
}
