package app.larder.exchange;

import app.larder.account.NewId;
import app.larder.exchange.format.Draft;
import app.larder.exchange.input.Archive;
import app.larder.exchange.input.Unreadable;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.UnusablePhotoException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the recipes of one import with their photos, slice by slice. */
final class Keeping {

    private static final int SLICE = 250;

    /** Most photos of a slice, unless one recipe alone has more: about half a second's work. */
    private static final int PHOTOS = 16;

    private final RecipeRepository recipes;
    private final @Nullable PhotoRepository photos;
    private final UnitReader units;
    private final Duplicates duplicates;
    private final Instant now;
    private final List<Recipe> added = new ArrayList<>();
    private final List<Batch.Merged> merged = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Unit.@Nullable OfPiece lastText;
    private List<Draft> lastDrafts = List.of();
    private int left;
    private int kept;

    Keeping(
            RecipeRepository recipes,
            @Nullable PhotoRepository photos,
            UnitReader units,
            Duplicates duplicates,
            Instant now) {
        this.recipes = recipes;
        this.photos = photos;
        this.units = units;
        this.duplicates = duplicates;
        this.now = now;
    }

    Batch keep(List<ImportedRecipe> chosen, ImportProgress progress, BooleanSupplier cancelled) {
        UUID batch = batch(chosen);
        int done = 0;
        while (done < chosen.size() && !cancelled.getAsBoolean()) {
            List<ImportedRecipe> slice = chosen.subList(done, end(chosen, done));
            keep(slice, batch);
            done += slice.size();
            progress.at(done, chosen.size(), slice.getLast().recipe().name());
        }
        return new Batch(batch, added, merged, left, kept, refused);
    }

    /** Where the slice from there ends: a slice is kept as a whole, with its photos, before anybody is asked to stop. */
    private int end(List<ImportedRecipe> chosen, int from) {
        int end = from;
        int pictures = 0;
        while (end < chosen.size() && end - from < SLICE) {
            pictures += photos == null ? 0 : chosen.get(end).pictures().size();
            if (pictures > PHOTOS && end > from) {
                break;
            }
            end++;
        }
        return end;
    }

    /**
     * Of one file as it is now always the same, so that a second try goes on where the first ended; a new one if the file was
     * written anew, or copies are wanted: taking that batch back is not to take an earlier one along.
     */
    private UUID batch(List<ImportedRecipe> chosen) {
        Set<String> files = chosen.stream().map(one -> one.file().split(Archive.INSIDE, -1)[0]).collect(Collectors.toSet());
        if (chosen.size() < 2 || files.size() > 1 || duplicates == Duplicates.KEEP) {
            return NewId.at(now);
        }
        try {
            Path file = Path.of(files.iterator().next());
            String state = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
            return UUID.nameUUIDFromBytes(("import " + state).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException noFile) {
            return NewId.at(now);
        }
    }

    private void keep(List<ImportedRecipe> slice, UUID batch) {
        List<ImportedRecipe> fresh = new ArrayList<>();
        for (ImportedRecipe one : slice) {
            if (!one.isKnown() || duplicates == Duplicates.KEEP) {
                fresh.add(one);
            } else if (duplicates == Duplicates.MERGE && one.twin() != null) {
                merge(one, one.twin());
            } else {
                left++;
                goOn(one, batch);
            }
        }
        List<Recipe> stored = fresh.isEmpty()
                ? List.of()
                : recipes.add(fresh.stream().map(one -> inBatch(one.recipe(), batch)).toList());
        added.addAll(stored);
        for (int i = 0; i < stored.size(); i++) {
            photos(fresh.get(i), stored.get(i).id());
        }
    }

    private void merge(ImportedRecipe copy, UUID twin) {
        Optional<Recipe> before = recipes.find(twin);
        if (before.isPresent()) {
            Recipe filled = RecipeMaker.merged(before.get(), copy.recipe());
            if (!filled.equals(before.get())) {
                recipes.update(filled).ifPresent(after -> merged.add(new Batch.Merged(before.get(), after)));
            }
            photosIfNone(copy, twin);
        }
    }

    /** An import that ended in the midst may have kept a recipe and not its photos. */
    private void goOn(ImportedRecipe copy, UUID batch) {
        UUID twin = copy.twin();
        if (twin != null
                && !copy.pictures().isEmpty()
                && recipes.find(twin).filter(recipe -> batch.equals(recipe.details().importBatch())).isPresent()) {
            photosIfNone(copy, twin);
        }
    }

    private void photosIfNone(ImportedRecipe copy, UUID recipe) {
        if (photos != null && photos.of(recipe).isEmpty()) {
            photos(copy, recipe);
        }
    }

    private void photos(ImportedRecipe imported, UUID recipe) {
        for (int i = 0; photos != null && i < imported.pictures().size(); i++) {
            PictureSource picture = imported.pictures().get(i);
            try {
                // The same id for the same photo of the same recipe: told twice, it is kept once.
                UUID id = UUID.nameUUIDFromBytes((recipe + " " + i).getBytes(StandardCharsets.UTF_8));
                photos.add(recipe, id, bytes(picture), now.plusMillis(i));
                kept++;
            } catch (Unreadable e) {
                refused.add(imported.recipe().name() + ": " + e.reason().sentence());
            } catch (UnusablePhotoException e) {
                refused.add(imported.recipe().name() + ": " + e.sentence().english());
            }
        }
    }

    private byte[] bytes(PictureSource picture) throws Unreadable {
        return switch (picture) {
            case PictureSource.Beside beside -> beside.bytes();
            case PictureSource.Inside inside -> {
                if (!inside.text().equals(lastText)) {
                    lastDrafts = units.drafts(inside.text());
                    lastText = inside.text();
                }
                yield inside.bytes(lastDrafts);
            }
        };
    }

    private static Recipe inBatch(Recipe recipe, UUID batch) {
        return new Recipe(
                recipe.id(), recipe.name(), recipe.description(), recipe.ingredients(), recipe.prepTimeMinutes(),
                recipe.instructions(), recipe.source(), recipe.createdAt(), recipe.details().inBatch(batch));
    }
}
