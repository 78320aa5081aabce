package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.SignIn;
import app.larder.recipes.Photo;
import app.larder.recipes.Pictures;
import app.larder.sync.ServerTroubleException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The server's side of photos: everybody their own, and nothing under a false name. */
class PhotoSyncTest {

    private static final byte[] PLATE = Pictures.plate(900, 600, 20, "png");
    private static final String HASH = Photo.hash(PLATE);

    private static RemotePhotos photos(Family family, SignIn person) {
        return RemotePhotos.open(family.computer(), person::token);
    }

    @Test
    void bytesComeBackToTheirPersonAndToNobodyElse() throws SQLException {
        Family family = Family.fresh();
        SignIn anna = family.signUp("anna " + UUID.randomUUID());
        SignIn ben = family.signUp("ben " + UUID.randomUUID());
        try (RemotePhotos hers = photos(family, anna);
                RemotePhotos his = photos(family, ben)) {
            hers.put(HASH, PLATE);
            hers.put(HASH, PLATE);
            assertArrayEquals(PLATE, hers.get(HASH).orElseThrow());
            assertEquals(Optional.empty(), his.get(HASH));
            assertTrue(his.missing().isEmpty());
        }
        assertEquals(
                List.of(anna.userId().toString()),
                Place.ofServer(family.owner()).rows("select user_id from larder.photo_bytes"));
    }

    @Test
    void aFalseNameAndAFalseTokenAreRefused() {
        Family family = Family.fresh();
        SignIn anna = family.signUp("anna " + UUID.randomUUID());
        try (RemotePhotos hers = photos(family, anna);
                RemotePhotos nobody = RemotePhotos.open(family.computer(), () -> "guessed")) {
            assertThrows(ServerTroubleException.class, () -> hers.put("0".repeat(64), PLATE));
            assertEquals(Optional.empty(), hers.get("0".repeat(64)));
            assertThrows(ServerTroubleException.class, () -> nobody.put(HASH, PLATE));
            assertEquals(Optional.empty(), nobody.get(HASH));
            assertEquals(Set.of(), nobody.missing());
        }
    }

    @Test
    void aRowWithoutItsBytesIsSaidToBeMissing() {
        Family family = Family.fresh();
        SignIn anna = family.signUp("anna " + UUID.randomUUID());
        family.asOwner("with r as (insert into public.recipes (user_id, name) values ('" + anna.userId()
                + "', 'Soup') returning id) insert into larder.recipe_photos"
                + " (id, user_id, recipe_id, sha256, media_type, width, height, size)"
                + " select gen_random_uuid(), '" + anna.userId() + "', id, '" + HASH + "', 'image/png', 900, 600, 9 from r");
        try (RemotePhotos hers = photos(family, anna)) {
            assertEquals(Set.of(HASH), hers.missing());
            hers.put(HASH, PLATE);
            assertTrue(hers.missing().isEmpty());
            assertFalse(hers.get(HASH).isEmpty());
        }
    }
}
