package app.larder.exchange.output;

import app.larder.recipes.Photo;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Writes recipes out, some or all, in the formats other programs read. All calls block. */
public final class Exporter {

    private static final int PAGE = 200;

    private final Supplier<RecipeRepository> recipes;
    private final Supplier<PhotoRepository> photos;

    /** An exporter of the recipes and photos that are asked for when something is written. */
    public Exporter(Supplier<RecipeRepository> recipes, Supplier<PhotoRepository> photos) {
        this.recipes = recipes;
        this.photos = photos;
    }

    /** Ids of all recipes by name. */
    public List<UUID> all() {
        List<UUID> ids = new ArrayList<>();
        RecipeRepository kept = recipes.get();
        for (List<UUID> page = kept.ids(RecipeQuery.ALL, 0, 2_000); !page.isEmpty(); page = kept.ids(RecipeQuery.ALL, ids.size(), 2_000)) {
            ids.addAll(page);
        }
        return ids;
    }

    /**
     * Writes recipes to a file, which is there only once it is whole.
     *
     * @param ids in the order to write; unknown ones are left out
     * @param progress told how many are written
     * @param cancelled asked before each recipe; once true, no file is written
     * @return how many were written
     * @throws IOException if the file can't be written
     * @throws CancellationException if it was cancelled
     */
    public int write(List<UUID> ids, Format format, Path file, IntConsumer progress, BooleanSupplier cancelled) throws IOException {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            int written = writeNew(part, ids, format, progress, cancelled);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int writeNew(Path file, List<UUID> ids, Format format, IntConsumer progress, BooleanSupplier cancelled) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return write(ids, format, out, progress, cancelled);
        }
    }

    /** As {@link #write(List, Format, Path, IntConsumer, BooleanSupplier)}, to a stream that stays open. */
    public int write(List<UUID> ids, Format format, OutputStream out, IntConsumer progress, BooleanSupplier cancelled) throws IOException {
        Pages pages = new Pages(ids, progress, cancelled);
        writer(format).write(pages, pages::photos, out);
        return pages.given;
    }

    private static RecipeWriter writer(Format format) {
        return switch (format) {
            case PAPRIKA -> new PaprikaWriter();
            case JSON_LD -> new JsonLdWriter();
            case COOKLANG -> new CooklangWriter();
            case MEALIE -> new MealieWriter();
            case MARKDOWN -> new MarkdownWriter();
            case PDF -> new PdfWriter();
        };
    }

    /** The recipes of some ids, some hundreds in memory at a time. */
    private final class Pages implements Iterator<Recipe> {

        private final List<UUID> ids;
        private final IntConsumer progress;
        private final BooleanSupplier cancelled;
        private final List<Recipe> ready = new ArrayList<>();
        private int next;
        private int given;

        Pages(List<UUID> ids, IntConsumer progress, BooleanSupplier cancelled) {
            this.ids = List.copyOf(ids);
            this.progress = progress;
            this.cancelled = cancelled;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && next < ids.size()) {
                List<UUID> page = ids.subList(next, Math.min(ids.size(), next + PAGE));
                next += page.size();
                Map<UUID, Recipe> found = new HashMap<>();
                recipes.get().findAll(page).forEach(recipe -> found.put(recipe.id(), recipe));
                page.stream().filter(found::containsKey).map(found::get).forEach(ready::add);
            }
            return !ready.isEmpty();
        }

        @Override
        public Recipe next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            progress.accept(++given);
            return ready.removeFirst();
        }

        List<Photos.Shot> photos(Recipe recipe) {
            List<Photos.Shot> shots = new ArrayList<>();
            Collection<Photo> all = photos.get().of(recipe.id());
            for (Photo photo : all) {
                photos.get().bytes(photo).ifPresent(bytes -> shots.add(new Photos.Shot(photo.mediaType(), bytes)));
            }
            return shots;
        }
    }
}
