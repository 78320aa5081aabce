package app.larder.recipes.view;

import app.larder.fx.Background;
import app.larder.recipes.Photo;
import app.larder.recipes.PhotoRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * The small pictures of cards. Those asked for last are read first, those that have been scrolled past meanwhile not at
 * all, and only so many are kept.
 */
final class PhotoCovers {

    /** The longer side in pixels: what a card shows on a screen of two pixels a point. */
    private static final int LONGEST = 160;

    private static final int KEPT = 300;
    private static final int AT_ONCE = 12;
    private static final int WAITING = 36;

    private final PhotoRepository photos;
    private final Background background;
    private final Map<UUID, Optional<Image>> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Optional<Image>> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<UUID, Consumer<Optional<Image>>> wanted = new LinkedHashMap<>();
    private boolean reading;
    private int age;

    PhotoCovers(PhotoRepository photos, Background background) {
        this.photos = photos;
        this.background = background;
    }

    /** Hands over the picture of a recipe's card, at once if it is known; later maybe never, if others are wanted more. */
    void of(UUID recipe, Consumer<Optional<Image>> shown) {
        Optional<Image> cover = known.get(recipe);
        if (cover != null) {
            shown.accept(cover);
            return;
        }
        wanted.remove(recipe);
        wanted.put(recipe, shown);
        if (wanted.size() > WAITING) {
            wanted.remove(wanted.keySet().iterator().next());
        }
        readOn();
    }

    /** They may all be different now. */
    void forget() {
        age++;
        known.clear();
    }

    private void readOn() {
        if (reading || wanted.isEmpty()) {
            return;
        }
        reading = true;
        int begun = age;
        List<UUID> ids = new ArrayList<>(wanted.keySet());
        List<UUID> next = List.copyOf(ids.subList(Math.max(0, ids.size() - AT_ONCE), ids.size()));
        Map<UUID, Consumer<Optional<Image>>> told = new HashMap<>();
        next.forEach(id -> told.put(id, wanted.remove(id)));
        background.run(
                () -> read(next),
                found -> {
                    reading = false;
                    told.forEach((id, shown) -> {
                        Optional<Image> cover = found.getOrDefault(id, Optional.empty());
                        if (begun == age) {
                            known.put(id, cover);
                        }
                        shown.accept(cover);
                    });
                    readOn();
                },
                _ -> reading = false);
    }

    private Map<UUID, Optional<Image>> read(List<UUID> recipes) {
        Map<UUID, Optional<Image>> found = new HashMap<>();
        for (Map.Entry<UUID, Photo> first : photos.first(recipes).entrySet()) {
            found.put(first.getKey(), photos.small(first.getValue(), LONGEST).map(PhotoAlbum::image));
        }
        return found;
    }
}
