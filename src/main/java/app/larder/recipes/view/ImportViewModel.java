package app.larder.recipes.view;

import app.larder.exchange.Batch;
import app.larder.exchange.Duplicates;
import app.larder.exchange.ImportFailure;
import app.larder.exchange.ImportItem;
import app.larder.exchange.ImportReport;
import app.larder.exchange.ImportSource;
import app.larder.exchange.ImportedRecipe;
import app.larder.exchange.Importer;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.recipes.AddedRecipes;
import app.larder.recipes.Recipe;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The import screen without its screen: from sources to a preview, from what is chosen there to one batch. */
public final class ImportViewModel {

    /** What the screen shows. */
    enum State {
        /** Nothing read yet: choose something. */
        IDLE,
        /** Reading; what was found so far is there. */
        READING,
        /** What was found, to choose from. */
        PREVIEW,
        /** Everything is read, and no recipe was in it. */
        NOTHING,
        /** Reading itself failed; {@link #messageProperty} says why. */
        FAILED,
        /** The chosen recipes are being kept. */
        SAVING
    }

    /** How far reading or keeping has come. */
    record Progress(int done, int total, String current) {}

    /** One reading, from its start to its end or to being stopped. */
    private record Reading(AtomicBoolean stopped, ConcurrentLinkedQueue<ImportItem> items) {
        Reading() {
            this(new AtomicBoolean(), new ConcurrentLinkedQueue<>());
        }
    }

    private final Importer importer;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final RecipesPages pages;
    private final ObservableList<ImportEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(new Progress(0, 0, ""));
    private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private List<ImportSource> sources = List.of();
    private final BooleanProperty merging = new SimpleBooleanProperty();
    private Reading reading = new Reading();
    private AtomicBoolean keeping = new AtomicBoolean();

    /** An import screen for that importer; {@code pages} is where it goes when it is done. */
    public ImportViewModel(Importer importer, Background background, Notices notices, Texts texts, RecipesPages pages) {
        this.importer = importer;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
        this.pages = pages;
    }

    /** Reads files, folders and web addresses; nothing if there are none. */
    void readAll(List<String> pathsAndLinks) {
        read(pathsAndLinks.stream().map(ImportViewModel::source).toList());
    }

    /** What is neither a path nor a web address is read as an address, and the report says what is wrong with it. */
    private static ImportSource source(String given) {
        try {
            return given.startsWith("file:")
                    ? new ImportSource.OnDisk(Path.of(URI.create(given)))
                    : ImportSource.of(given);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return new ImportSource.Link(given);
        }
    }

    /** Reads files and folders; nothing if there are none. */
    void readPaths(List<Path> paths) {
        read(paths.stream().<ImportSource>map(ImportSource.OnDisk::new).toList());
    }

    /** Reads what was pasted: links, one or more, or the text of a recipe. Nothing if it is blank. */
    void readPasted(String text) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            return;
        }
        boolean links = lines.stream().allMatch(line -> line.matches("(?i)https?://\\S+"));
        read(links
                ? lines.stream().<ImportSource>map(ImportSource.Link::new).toList()
                : List.of(new ImportSource.Pasted(text, texts.get("import.pasted"))));
    }

    private void read(List<ImportSource> from) {
        if (from.isEmpty()) {
            return;
        }
        forget();
        sources = from;
        start(from, List.of());
    }

    /** {@code before}: what is tried again; it stays in the list if reading is stopped before its turn. */
    private void start(List<ImportSource> from, List<ImportEntry.Failed> before) {
        Reading mine = new Reading();
        reading = mine;
        progress.set(new Progress(0, 0, ""));
        state.set(State.READING);
        background.run(
                () -> importer.preview(
                        from,
                        mine.items::add,
                        (done, total, current) -> background.onScreen(() -> show(mine, new Progress(done, total, current))),
                        mine.stopped::get),
                report -> {
                    if (reading.equals(mine)) {
                        take(mine);
                        entries.addAll(report.cancelled() ? untried(report, before) : List.of());
                        boolean over = report.cancelled() && before.isEmpty();
                        state.set(found.get() > 0 ? State.PREVIEW : over ? State.IDLE : State.NOTHING);
                    }
                },
                failure -> {
                    if (reading.equals(mine)) {
                        message.set(texts.why(failure, "import.failed.text"));
                        state.set(State.FAILED);
                    }
                });
    }

    private static List<ImportEntry.Failed> untried(ImportReport report, List<ImportEntry.Failed> before) {
        Set<String> told = Stream.concat(report.recipes().stream(), report.failures().stream())
                .map(ImportItem::file)
                .collect(Collectors.toSet());
        return before.stream().filter(failed -> !told.contains(failed.failure().file())).toList();
    }

    private void show(Reading mine, Progress now) {
        if (reading.equals(mine) && state.get() == State.READING) {
            take(mine);
            progress.set(now);
        }
    }

    /** Takes over what was read since the last time: recipes first, failures after them. */
    private void take(Reading mine) {
        List<ImportEntry> recipes = new ArrayList<>();
        List<ImportEntry> failures = new ArrayList<>();
        for (ImportItem item = mine.items.poll(); item != null; item = mine.items.poll()) {
            switch (item) {
                case ImportedRecipe recipe -> recipes.add(entry(recipe));
                case ImportFailure failure -> failures.add(new ImportEntry.Failed(failure));
            }
        }
        entries.addAll(found.get(), recipes);
        found.set(found.get() + recipes.size());
        entries.addAll(failures);
    }

    private ImportEntry entry(ImportedRecipe recipe) {
        ImportEntry.Found entry = new ImportEntry.Found(recipe);
        entry.chosen().subscribe((before, now) -> chosen.set(chosen.get() + (now ? 1 : -1)));
        chosen.set(chosen.get() + (entry.chosen().get() ? 1 : 0));
        return entry;
    }

    private List<ImportedRecipe> chosenRecipes() {
        List<ImportedRecipe> all = new ArrayList<>();
        for (ImportEntry entry : entries) {
            if (entry instanceof ImportEntry.Found(ImportedRecipe imported, var on) && on.get()) {
                all.add(imported);
            }
        }
        return all;
    }

    /** Stops reading and keeps in the preview what was found so far; or stops keeping, and what was kept so far stays. */
    void stop() {
        reading.stopped.set(true);
        keeping.set(true);
    }

    /** Reads everything once more, after it failed. */
    void retry() {
        read(sources);
    }

    /** What failed for a reason that may have passed: a server that did not answer, a file that was locked. */
    List<ImportEntry.Failed> toTryAgain() {
        return entries.stream()
                .filter(ImportEntry.Failed.class::isInstance)
                .map(ImportEntry.Failed.class::cast)
                .filter(failed -> failed.failure().reason().kind().mayPass())
                .toList();
    }

    /** Tries once more what failed and may work now, and nothing else; what was found stays as it is. */
    void retryFailed() {
        retry(toTryAgain());
    }

    /** Tries a source once more. */
    void retry(ImportEntry.Failed failed) {
        retry(List.of(failed));
    }

    private void retry(List<ImportEntry.Failed> failed) {
        if (!failed.isEmpty() && (state.get() == State.PREVIEW || state.get() == State.NOTHING)) {
            entries.removeAll(failed);
            start(failed.stream().map(one -> again(one.failure().file())).toList(), failed);
        }
    }

    private static ImportSource again(String file) {
        try {
            return ImportSource.again(file);
        } catch (InvalidPathException e) {
            return new ImportSource.Link(file);
        }
    }

    /** Chooses all recipes, or none. */
    void chooseAll(boolean all) {
        for (ImportEntry entry : entries) {
            if (entry instanceof ImportEntry.Found recipe) {
                recipe.chosen().set(all);
            }
        }
    }

    /** Keeps the chosen recipes as one batch and goes to the list; Undo takes the batch back. */
    void importChosen() {
        List<ImportedRecipe> recipes = chosenRecipes();
        if (state.get() != State.PREVIEW || recipes.isEmpty()) {
            return;
        }
        AtomicBoolean stopped = new AtomicBoolean();
        keeping = stopped;
        Duplicates how = merging.get() ? Duplicates.MERGE : Duplicates.KEEP;
        progress.set(new Progress(0, 0, ""));
        state.set(State.SAVING);
        background.run(
                () -> importer.commit(
                        recipes,
                        how,
                        (done, total, current) -> background.onScreen(() -> showKept(stopped, new Progress(done, total, current))),
                        stopped::get),
                batch -> kept(recipes, batch),
                failure -> {
                    state.set(State.PREVIEW);
                    notices.problem(texts.why(failure, "import.failed.text"));
                });
    }

    private void showKept(AtomicBoolean mine, Progress now) {
        if (keeping.equals(mine) && state.get() == State.SAVING) {
            progress.set(now);
        }
    }

    private void kept(List<ImportedRecipe> chosen, Batch batch) {
        int done = batch.recipes().size() + batch.merged().size();
        boolean stopped = keeping.get() && done < chosen.size();
        forget();
        pages.changed(changed(batch));
        if (chosen.size() == 1 && !stopped) {
            pages.show(chosen.getFirst().recipe().id());
        } else {
            pages.home();
        }
        if (done == 0 && stopped) {
            notices.done(texts.get("import.stopped", done, chosen.size()));
        } else {
            String said = stopped ? texts.get("import.stopped", done, chosen.size()) : texts.get("import.done", chosen.size());
            notices.undoable(said + refused(batch), texts.get("import.undo"), () -> takeBack(batch));
        }
    }

    private String refused(Batch batch) {
        return batch.refusedPhotos().isEmpty() ? "" : " " + texts.get("import.photos-refused", batch.refusedPhotos().size());
    }

    private static List<UUID> changed(Batch batch) {
        return Stream.concat(batch.recipes().stream(), batch.merged().stream().map(Batch.Merged::after)).map(Recipe::id).toList();
    }

    /** How many recipes that were found are there already. */
    int known() {
        return (int) entries.stream().filter(entry -> entry instanceof ImportEntry.Found(ImportedRecipe recipe, var _) && recipe.isKnown()).count();
    }

    /** What to do with all recipes that are there already. */
    void duplicates(Duplicates what) {
        merging.set(what == Duplicates.MERGE);
        for (ImportEntry entry : entries) {
            if (entry instanceof ImportEntry.Found(ImportedRecipe recipe, BooleanProperty on) && recipe.isKnown()) {
                on.set(what != Duplicates.SKIP);
            }
        }
    }

    private void takeBack(Batch batch) {
        background.run(
                () -> importer.undo(batch),
                back -> {
                    pages.changed(changed(batch));
                    notices.done(undone(back));
                },
                failure -> notices.problem(texts.why(failure, "import.failed.text")));
    }

    private String undone(AddedRecipes.TakenBack back) {
        String stayed = back.stayed() == 0 ? "" : texts.get("recipes.stayed", back.stayed());
        String gone = back.gone() == 0 && back.stayed() > 0 ? "" : texts.get("import.undone", back.gone());
        return (gone + " " + stayed).strip();
    }

    /** Back to the start, ready for other sources. */
    void forget() {
        reading.stopped.set(true);
        reading = new Reading();
        entries.clear();
        found.set(0);
        chosen.set(0);
        merging.set(false);
        state.set(State.IDLE);
    }

    /** Back to the list. */
    void close() {
        pages.home();
    }

    /** Recipes found, then sources that gave none. */
    ObservableList<ImportEntry> entries() {
        return entries;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Why reading failed. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
