package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.account.SignIn;
import app.larder.recipes.RecipeQuery;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import app.larder.sync.ServerTroubleException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that was put back to a backup of yesterday, or made anew, gets again what the family's computers hold. */
class OtherHistoryTest {

    @TempDir
    Path folder;

    private final RealServer server = start();
    private final SignIn anna = server.family().signUp("anna");
    private FarKitchen laptop;
    private FarKitchen phone;

    private static RealServer start() {
        try {
            return new RealServer();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void share() {
        server.begin(anna.userId());
        laptop = new FarKitchen(folder, "laptop", server.family().computer(), anna);
        phone = new FarKitchen(folder, "phone", server.family().computer(), anna);
        laptop.rows.recipes().add(List.of(ContractRecipes.full("Soup")));
        laptop.pantry.add("2 kg flour");
        laptop.sync();
        phone.sync();
    }

    @AfterEach
    void close() {
        laptop.close();
        phone.close();
        server.close();
    }

    @Test
    void madeAnewItGetsEverythingBack() {
        server.recreate();
        phone.rows.recipes().add(List.of(ContractRecipes.plain("Written meanwhile")));
        meet();
        assertTogether(2);
    }

    @Test
    void restoredItGetsBackWhatCameAfterItsBackup() {
        server.backup();
        laptop.rows.recipes().add(List.of(ContractRecipes.full("Stew")));
        meet();
        server.restore();
        phone.rows.recipes().add(List.of(ContractRecipes.plain("Written meanwhile")));
        meet();
        assertTogether(3);
    }

    /** Exchanges in a bounded number of steps; {@code sync} would go on for ever. */
    private void meet() {
        for (int round = 0; round < 3; round++) {
            for (FarKitchen computer : List.of(laptop, phone)) {
                for (int i = 0; i < 20; i++) {
                    step(computer);
                }
            }
        }
    }

    private static void step(FarKitchen computer) {
        try {
            computer.step();
        } catch (ServerTroubleException e) {
            // Its connection ended with the server's other history.
            assertEquals(ServerTroubleException.Kind.AGAIN, e.kind());
        }
    }

    private void assertTogether(int recipes) {
        assertEquals(recipes, laptop.rows.recipes().count(RecipeQuery.ALL));
        assertEquals(1, laptop.pantry.all().size());
        for (FarKitchen computer : List.of(laptop, phone)) {
            Map<RowKey, Image> here = ForeignRounds.rows(computer);
            Map<RowKey, Image> there = server.rows();
            assertEquals(there.keySet(), here.keySet());
            here.entrySet().removeAll(there.entrySet());
            assertEquals(Map.of(), here);
        }
    }
}
