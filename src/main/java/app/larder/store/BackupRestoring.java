package app.larder.store;

import app.larder.account.NewId;
import app.larder.backup.BackupContent;
import app.larder.backup.Comparison;
import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.Recipe;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.hibernate.StatelessSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a backup's rows back, in one transaction. What is here and not in the backup stays; of a recipe or pantry item that
 * is something else here a copy goes to the trash first; conversations only gain what is missing.
 */
final class BackupRestoring {

    private static final int SLICE = 200;

    private final StatelessSession session;
    private final Statements statements;
    private final UUID owner;
    private final SyncContent content;
    private final PulledRecipes recipes;
    private final BackupPhotos photos;
    private final BackupComparison comparison;
    private final RestoredRows done = new RestoredRows();
    private final SequencedMap<RowKey, BackupImage> slice = new LinkedHashMap<>();

    /**
     * For a person's rows, within a transaction.
     *
     * @param photos what is known of the backup's photos, whose bytes are here already
     */
    BackupRestoring(
            StatelessSession session, Statements statements, UUID owner, PulledRecipes recipes, BackupPhotos photos) {
        this.session = session;
        this.statements = statements;
        this.owner = owner;
        this.content = new SyncContent(statements, owner);
        this.recipes = recipes;
        this.photos = photos;
        this.comparison = new BackupComparison(content, photos);
    }

    /** What was written, so that it can be taken back. */
    RestoredRows done() {
        return done;
    }

    Comparison restore(BackupContent backup, JsonMapper mapper) {
        Comparison compared = comparison.of(backup);
        keepCopies(mapper);
        backup.each((kind, row) -> {
            if (kind.equals(BackupTable.DRAFTS.name())) {
                putSlice();
                draft(row);
            } else {
                BackupImage.of(kind, row).ifPresent(this::put);
            }
        });
        putSlice();
        return compared;
    }

    /** What gives way goes to the trash as a thing of its own, so that taking it from there makes two of it. */
    private void keepCopies(JsonMapper mapper) {
        Map<UUID, Entity> givingWay = comparison.givingWay();
        Trash<Recipe> recipesTrash = new Trash<>(TrashRow.RECIPE, Recipe.class, mapper);
        Trash<HouseholdIngredient> pantryTrash =
                new Trash<>(TrashRow.HOUSEHOLD_INGREDIENT, HouseholdIngredient.class, mapper);
        List<UUID> ids = givingWay.entrySet().stream()
                .filter(one -> one.getValue() == Entity.RECIPES)
                .map(Map.Entry::getKey)
                .toList();
        for (List<UUID> some : Slices.of(ids)) {
            recipesTrash.put(session, owner, RecipeRows.load(session, some).stream().map(this::copy).toList());
        }
        givingWay.forEach((id, entity) -> {
            if (entity == Entity.HOUSEHOLD_INGREDIENTS) {
                HouseholdIngredientRow row = Objects.requireNonNull(session.get(HouseholdIngredientRow.class, id));
                UUID fresh = fresh();
                pantryTrash.put(session, owner, List.of(new Trash.Kept<>(
                        fresh,
                        row.name,
                        new HouseholdIngredient(fresh, row.name, row.quantity, row.unit, row.category, row.addedAt))));
            }
        });
    }

    private Trash.Kept<Recipe> copy(Recipe recipe) {
        UUID fresh = fresh();
        return new Trash.Kept<>(fresh, recipe.name(), new Recipe(
                fresh,
                recipe.name(),
                recipe.description(),
                recipe.ingredients(),
                recipe.prepTimeMinutes(),
                recipe.instructions(),
                recipe.source(),
                recipe.createdAt(),
                recipe.details()));
    }

    private UUID fresh() {
        UUID id = NewId.at(Instant.now());
        done.inserted(new RowKey(Entity.TRASH, id), Image.EMPTY);
        return id;
    }

    private void put(BackupImage image) {
        if (image.key().entity() == Entity.USERS) {
            // Who is here stays who they are.
            return;
        }
        if (!slice.isEmpty()
                && (slice.size() == SLICE || slice.firstEntry().getKey().entity() != image.key().entity())) {
            putSlice();
        }
        slice.put(image.key(), image);
    }

    private void putSlice() {
        if (slice.isEmpty()) {
            return;
        }
        Entity entity = slice.firstEntry().getKey().entity();
        Map<UUID, Image> inserts = new LinkedHashMap<>();
        Map<UUID, Image> updates = new LinkedHashMap<>();
        slice.forEach((key, image) -> {
            Image here = content.image(key).orElse(null);
            if (here == null) {
                if (mayCome(image)) {
                    inserts.put(key.id(), CleanText.checked(image.fresh()));
                    done.inserted(key, Objects.requireNonNull(inserts.get(key.id())));
                }
            } else if (mayChange(entity) && image.differsFrom(here)) {
                updates.put(key.id(), CleanText.checked(image.over(here)));
                done.changed(key, here, Objects.requireNonNull(updates.get(key.id())));
            }
        });
        slice.clear();
        content.insert(entity, List.copyOf(inserts.keySet()), inserts);
        recipes.put(entity, List.copyOf(inserts.keySet()), true);
        content.update(entity, updates);
        recipes.put(entity, List.copyOf(updates.keySet()), false);
        switch (entity) {
            case RECIPES -> leaveTrash(TrashRow.RECIPE, inserts.keySet());
            case HOUSEHOLD_INGREDIENTS -> leaveTrash(TrashRow.HOUSEHOLD_INGREDIENT, inserts.keySet());
            case CHAT_SESSIONS -> leaveTrash(TrashRow.CHAT_SESSION, inserts.keySet());
            default -> {
                // Nothing else is ever in the trash by itself.
            }
        }
    }

    private static boolean mayChange(Entity entity) {
        return entity == Entity.RECIPES || entity == Entity.RECIPE_DETAILS || entity == Entity.HOUSEHOLD_INGREDIENTS;
    }

    /** A move counts what was used of an item: of one that is here, only its own computers know which count. */
    private boolean mayCome(BackupImage image) {
        return switch (image.key().entity()) {
            case PANTRY_MOVES -> comparison.isFresh(
                    Entity.PANTRY_MOVES.parentOf(image.key().id(), image.fields()).map(RowKey::id).orElse(null));
            case TRASH -> !isHere(image);
            case RECIPE_PHOTOS -> !photos.refuses(image.fields().get("sha256").asString(""));
            default -> true;
        };
    }

    /** Whether what lay in the trash when the backup was made is alive here. */
    private boolean isHere(BackupImage trashed) {
        Entity entity = switch (trashed.fields().get("entity").asString("")) {
            case TrashRow.RECIPE -> Entity.RECIPES;
            case TrashRow.HOUSEHOLD_INGREDIENT -> Entity.HOUSEHOLD_INGREDIENTS;
            default -> Entity.CHAT_SESSIONS;
        };
        return content.image(new RowKey(entity, trashed.key().id())).isPresent();
    }

    /** What was deleted and is back does not lie in the trash any more. */
    private void leaveTrash(String trashed, Iterable<UUID> ids) {
        List<UUID> left = new ArrayList<>();
        for (UUID id : ids) {
            RowKey key = new RowKey(Entity.TRASH, id);
            content.image(key).filter(image -> image.get("entity").asString("").equals(trashed)).ifPresent(image -> {
                done.removed(key, image);
                left.add(id);
            });
        }
        content.delete(Entity.TRASH, left);
    }

    /** An answer that was being written, if its conversation is here and the answer itself is not. */
    private void draft(JsonNode row) {
        BackupTable table = BackupTable.DRAFTS;
        UUID id = table.id(row);
        UUID conversation = UUID.fromString(row.path("session_id").asString(""));
        boolean wanted = content.image(new RowKey(Entity.CHAT_SESSIONS, conversation)).isPresent()
                && content.image(new RowKey(Entity.CHAT_MESSAGES, id)).isEmpty()
                && statements.number("select count(*) from larder.message_drafts where message_id = ?", id) == 0;
        if (!wanted) {
            return;
        }
        String places = String.join(", ", table.fields().stream().map(RowImages::place).toList());
        statements.with(
                "insert into larder.message_drafts (" + String.join(", ", table.fields()) + ", message_id, user_id) values ("
                        + places + ", ?, ?)",
                statement -> {
                    int place = 1;
                    for (String field : table.fields()) {
                        RowImages.bind(statement, place, field, row.path(field));
                        place++;
                    }
                    statement.setObject(place, id);
                    statement.setObject(place + 1, owner);
                    return statement.executeUpdate();
                });
    }
}
