package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.NewId;
import app.larder.account.SignIn;
import app.larder.account.User;
import app.larder.pantry.AmountEdit;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.recipes.Pictures;
import app.larder.recipes.Photo;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.sync.Device;
import app.larder.sync.Image;
import app.larder.sync.PhotoCarrier;
import app.larder.sync.Replica;
import app.larder.sync.RowKey;
import app.larder.sync.Step;
import app.larder.sync.SyncEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two computers with files of their own exchange rows over a real server. */
class TwoComputersTest {

    @TempDir
    Path folder;

    private final Family family = Family.fresh();
    private final SignIn anna = family.signUp("anna");
    private final List<AutoCloseable> open = new ArrayList<>();

    /** One computer. */
    private record Kitchen(UserStore rows, SyncEngine engine, Pantry pantry) {

        void sync() {
            Step step = engine.step();
            for (int i = 0; i < 50 && step.more(); i++) {
                step = engine.step();
            }
            assertTrue(step.upToDate(), step.toString());
        }

        Map<RowKey, Image> all() {
            Replica replica = rows.replica().orElseThrow();
            return replica.write(tx -> {
                Map<RowKey, Image> all = new TreeMap<>();
                tx.load(tx.present(Optional.empty(), 10_000)).forEach((key, row) -> all.put(key, Objects.requireNonNull(row.current())));
                return all;
            });
        }
    }

    private Kitchen computer(String name) {
        Database database = Database.local(folder.resolve(name));
        User user = database.connect(database.localUser(name), anna.userId(), anna.username(), () -> _ -> false);
        UserStore rows = database.openFor(user);
        RemoteExchange server = RemoteExchange.open(family.computer(), anna::token);
        open.add(server);
        open.add(database);
        SyncEngine engine = new SyncEngine(
                rows.replica().orElseThrow(), server, new Device(UUID.randomUUID(), name, "test"), Clock.systemUTC(),
                () -> NewId.at(Instant.now()));
        return new Kitchen(rows, engine, new Pantry(rows.pantry(), Clock.systemUTC()));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        family.close();
    }

    @Test
    void whatOneWritesTheOtherHasAndBack() {
        Kitchen laptop = computer("laptop");
        Kitchen phone = computer("phone");
        Recipe soup = ContractRecipes.full("Soup");
        laptop.rows().recipes().add(List.of(soup, ContractRecipes.plain("Stew")));
        HouseholdIngredient flour = laptop.pantry().add("500 g flour").orElseThrow().after();
        laptop.sync();
        phone.sync();
        assertEquals(laptop.all(), phone.all());
        Recipe there = phone.rows().recipes().find(soup.id()).orElseThrow();
        assertEquals("Soup", there.name());
        assertEquals(List.of(soup.id()), phone.rows().recipes().ids(RecipeQuery.ALL.withText("soup"), 0, 10));
        assertEquals(1, phone.rows().recipes().ingredientNames("chil", 5).size());

        // Both use some of the same flour, one deletes what the other never touched.
        laptop.pantry().move(Objects.requireNonNull(flour).id(), AmountEdit.of("use 100 g"));
        phone.pantry().move(flour.id(), AmountEdit.of("use 150 g"));
        phone.rows().recipes().trash(List.of(soup.id()));
        laptop.sync();
        phone.sync();
        laptop.sync();
        phone.sync();
        assertEquals(laptop.all(), phone.all());
        assertEquals("250", laptop.pantry().find(flour.id()).orElseThrow().quantity());
        assertTrue(laptop.rows().recipes().find(soup.id()).isEmpty());
        assertEquals(1, laptop.rows().recipes().trashed().size());
    }

    /** What a window does beside the exchange: bytes before their rows, and after them. */
    private void carry(Kitchen kitchen) {
        try (RemotePhotos server = RemotePhotos.open(family.computer(), anna::token)) {
            new PhotoCarrier(kitchen.rows().luggage().orElseThrow(), server, _ -> {}).carry();
        }
    }

    @Test
    void aPhotoOfOneIsThePhotoOfTheOtherByteForByte() {
        Kitchen laptop = computer("laptop");
        Kitchen phone = computer("phone");
        Recipe soup = ContractRecipes.full("Soup");
        laptop.rows().recipes().add(List.of(soup));
        laptop.sync();
        phone.sync();
        byte[] picture = Pictures.plate(60, 40, 0, "jpg");
        Photo photo = laptop.rows().photos().add(soup.id(), picture);

        laptop.engine().step();
        phone.sync();
        assertEquals(List.of(), phone.rows().photos().of(soup.id()), "its bytes could still be lost");

        carry(laptop);
        laptop.sync();
        phone.sync();
        assertEquals(List.of(photo), phone.rows().photos().of(soup.id()));
        assertEquals(Optional.empty(), phone.rows().photos().bytes(photo).map(bytes -> bytes.length), "they come after the row");
        carry(phone);
        assertArrayEquals(picture, phone.rows().photos().bytes(photo).orElseThrow());

        // One takes it away while the other adds one.
        phone.rows().photos().remove(photo.id());
        Photo green = laptop.rows().photos().add(soup.id(), Pictures.plate(40, 60, 120, "png"));
        carry(laptop);
        laptop.sync();
        phone.sync();
        carry(phone);
        laptop.sync();
        assertEquals(laptop.all(), phone.all());
        assertEquals(List.of(green), phone.rows().photos().of(soup.id()));
        assertEquals(List.of(green), laptop.rows().photos().of(soup.id()));
    }
}
