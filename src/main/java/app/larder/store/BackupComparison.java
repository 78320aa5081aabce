package app.larder.store;

import app.larder.backup.BackupContent;
import app.larder.backup.Comparison;
import app.larder.backup.Comparison.State;
import app.larder.backup.Comparison.Thing;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a backup with the rows that are here, row by row; remembers ids, never rows. */
final class BackupComparison {

    private final SyncContent content;
    private final BackupPhotos photos;
    private final Comparison.Tally tally = new Comparison.Tally();
    private final Map<UUID, String> same = new HashMap<>();
    private final Map<UUID, String> recipes = new HashMap<>();
    private final Set<UUID> fresh = new LinkedHashSet<>();
    private final Set<UUID> different = new LinkedHashSet<>();

    BackupComparison(SyncContent content, BackupPhotos photos) {
        this.content = content;
        this.photos = photos;
    }

    /** Looks at all of a backup. */
    Comparison of(BackupContent backup) {
        backup.each((kind, row) -> BackupImage.of(kind, row).ifPresent(this::look));
        return tally.sum();
    }

    /** Whether a recipe, pantry item or conversation is not here. */
    boolean isFresh(@Nullable UUID id) {
        return id != null && fresh.contains(id);
    }

    /** The recipes and pantry items that are something else here. */
    Set<UUID> different() {
        return different;
    }

    private void look(BackupImage image) {
        Entity entity = image.key().entity();
        Image here = content.image(image.key()).orElse(null);
        switch (entity) {
            case RECIPES -> {
                String name = name(image, "name");
                recipes.put(image.key().id(), name);
                root(Thing.RECIPE, image, here, name);
            }
            case HOUSEHOLD_INGREDIENTS -> root(Thing.PANTRY_ITEM, image, here, name(image, "name"));
            case CHAT_SESSIONS -> root(Thing.CONVERSATION, image, here, name(image, "title"));
            case TRASH -> {
                tally.add(Thing.TRASHED, here == null ? State.NEW : State.SAME, name(image, "name"));
                for (JsonNode photo : image.fields().get("image").path(PhotoRows.IN_TRASH)) {
                    if (photos.refuses(photo.path("sha256").asString(""))) {
                        tally.damaged(name(image, "name"));
                    }
                }
            }
            case RECIPE_PHOTOS -> photo(image, here);
            case RECIPE_DETAILS -> {
                if (here == null || image.differsFrom(here)) {
                    differs(Thing.RECIPE, image.key().id());
                }
            }
            case CHAT_MESSAGES -> {
                JsonNode session = image.fields().get("session_id");
                if (here == null && session.isString()) {
                    differs(Thing.CONVERSATION, UUID.fromString(session.stringValue()));
                }
            }
            default -> {
                // Details of details: they come and stay with what they hang on.
            }
        }
    }

    private void photo(BackupImage image, @Nullable Image here) {
        String sha256 = image.fields().get("sha256").asString("");
        if (photos.refuses(sha256)) {
            String recipe = image.fields().get("recipe_id").asString("");
            tally.damaged(recipes.getOrDefault(UUID.fromString(recipe), ""));
        } else {
            tally.count(Thing.PHOTO, here == null ? State.NEW : photos.brings(sha256) ? State.DIFFERENT : State.SAME);
        }
    }

    private void root(Thing thing, BackupImage image, @Nullable Image here, String name) {
        UUID id = image.key().id();
        if (here == null) {
            fresh.add(id);
            tally.add(thing, State.NEW, name);
        } else if (thing != Thing.CONVERSATION && image.differsFrom(here)) {
            different.add(id);
            tally.add(thing, State.DIFFERENT, name);
        } else {
            same.put(id, name);
            tally.add(thing, State.SAME, name);
        }
    }

    private void differs(Thing thing, UUID root) {
        String name = same.remove(root);
        if (name != null) {
            tally.differsAfterAll(thing, name);
            different.add(root);
        }
    }

    private static String name(BackupImage image, String field) {
        JsonNode name = image.fields().get(field);
        return name.isString() ? name.stringValue() : "";
    }

    /** Recipes and pantry items whose rows here give way, as their keys. */
    Map<UUID, Entity> givingWay() {
        Map<UUID, Entity> keys = new LinkedHashMap<>();
        for (UUID id : different) {
            for (Entity entity : new Entity[] {Entity.RECIPES, Entity.HOUSEHOLD_INGREDIENTS}) {
                if (content.image(new RowKey(entity, id)).isPresent()) {
                    keys.put(id, entity);
                }
            }
        }
        return keys;
    }
}
