package app.larder.recipes.view;

import app.larder.exchange.ImportProgress;
import app.larder.exchange.ImportSource;
import app.larder.exchange.Importer;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDesk;
import app.larder.recipes.RecipeDesk.Outcome;
import app.larder.recipes.RecipeDesk.Way;
import app.larder.recipes.RecipeDraft;
import app.larder.recipes.RecipeProblem;
import app.larder.recipes.RecipeProblem.Field;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The editor without its screen: what is typed, what is wrong with it, and how it is kept. Everything typed is on disk
 * within a second ({@link #keepDraft}, which the screen calls) until it is saved or thrown away.
 */
public final class EditorViewModel {

    /** Pasted lines from which on it may be a whole recipe. */
    private static final int WHOLE_RECIPE = 4;

    private final RecipeDesk desk;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final RecipesPages pages;
    private final Importer importer;
    private final EditorFields fields;
    private final EditorLines ingredients;
    private final EditorLines steps;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Sitting> sitting = new ReadOnlyObjectWrapper<>(new Sitting(null, RecipeDraft.NEW));
    private boolean filling;

    /**
     * An editor for the recipes of that desk.
     *
     * @param importer takes a whole recipe apart that was pasted as text
     * @param pages where the editor goes when it is done
     */
    public EditorViewModel(
            RecipeDesk desk, Importer importer, Background background, Notices notices, Texts texts, RecipesPages pages) {
        this.desk = desk;
        this.importer = importer;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
        this.pages = pages;
        this.fields = new EditorFields(texts, this::changed);
        this.ingredients = new EditorLines(EditorLines.BULLET, this::changed);
        this.steps = new EditorLines(EditorLines.NUMBER, this::changed);
    }

    /** Opens a recipe, or (null) a new one; what was left behind of it comes first, and can be thrown away. */
    void open(@Nullable Recipe recipe) {
        RecipeDraft stored = recipe == null ? RecipeDraft.NEW : fields.withTimesInWords(RecipeDraft.of(recipe));
        Sitting mine = new Sitting(recipe, stored);
        sitting.set(mine);
        offer.set(null);
        kept.set(false);
        fill(stored);
        busy.set(true);
        background.run(
                () -> desk.leftBehind(mine.id()),
                left -> {
                    if (sitting.get() == mine) {
                        busy.set(false);
                        leftBehind(mine, left);
                    }
                },
                failure -> {
                    busy.set(false);
                    notices.problem(sentence(failure));
                });
    }

    private void leftBehind(Sitting mine, Optional<RecipeDraft> left) {
        if (left.isEmpty() || left.get().says(mine.opened()) || left.get().isBlank()) {
            return;
        }
        RecipeDraft draft = left.get();
        mine.startFrom(draft);
        kept.set(true);
        fill(draft);
        String when = fields.when(draft.keptAt());
        offer(
                texts.get(mine.isNew() ? "editor.left.new" : "editor.left", when),
                new Offer.Choice(texts.get("editor.left.continue"), () -> offer.set(null)),
                new Offer.Choice(texts.get("editor.left.discard"), this::discard));
    }

    private void fill(RecipeDraft draft) {
        filling = true;
        try {
            fields.fill(draft.fields());
            ingredients.fill(draft.ingredients());
            steps.fill(draft.steps());
        } finally {
            filling = false;
        }
    }

    private void changed() {
        if (!filling) {
            changes.set(changes.get() + 1);
        }
    }

    /** What is on screen. */
    RecipeDraft draft() {
        Sitting mine = sitting.get();
        return new RecipeDraft(mine.id(), mine.base(), Instant.EPOCH, fields.typed(), ingredients.drafts(), steps.drafts());
    }

    /** Keeps what is typed, in the background. */
    void keepDraft() {
        Sitting mine = sitting.get();
        if (mine.isOver() || busy.get()) {
            return;
        }
        mine.note(draft());
        background.run(
                () -> {
                    desk.keep(mine.id(), mine::latest);
                    return mine.latest() != null;
                },
                there -> {
                    if (sitting.get() == mine) {
                        kept.set(there);
                    }
                },
                failure -> notices.problem(sentence(failure)));
    }

    /**
     * Keeps what is typed before it returns: for a window that closes. Does nothing when nothing is being edited.
     *
     * @return whether everything is safe
     */
    public boolean preserve() {
        Sitting mine = sitting.get();
        if (mine.isOver() || busy.get()) {
            return true;
        }
        mine.note(draft());
        try {
            desk.keep(mine.id(), mine::latest);
            return true;
        } catch (UncheckedIOException e) {
            notices.problem(sentence(e));
            return false;
        }
    }

    /** Another page or room takes over: what is typed stays as a draft. */
    void left() {
        Sitting mine = sitting.get();
        keepDraft();
        if (!mine.isOver() && mine.latest() != null) {
            notices.done(texts.get("editor.kept"));
        }
        mine.end();
    }

    /** Saves the recipe and shows it; or says at the fields what is in the way. */
    void save() {
        save(Way.CAREFULLY);
    }

    private void save(Way way) {
        Sitting mine = sitting.get();
        if (busy.get() || mine.isOver()) {
            return;
        }
        mine.note(draft());
        RecipeDraft now = draft();
        offer.set(null);
        busy.set(true);
        background.run(
                () -> {
                    Outcome outcome = desk.save(now, way);
                    if (outcome instanceof Outcome.Saved) {
                        mine.forget();
                    }
                    desk.keep(mine.id(), mine::latest);
                    return outcome;
                },
                outcome -> {
                    busy.set(false);
                    saved(mine, outcome);
                },
                failure -> {
                    busy.set(false);
                    notices.problem(sentence(failure));
                });
    }

    private void saved(Sitting mine, Outcome outcome) {
        Offer.Choice asNew = new Offer.Choice(texts.get("editor.as-new"), () -> save(Way.AS_NEW));
        switch (outcome) {
            case Outcome.Saved(Recipe recipe) -> {
                mine.end();
                notices.done(texts.get("editor.saved", recipe.name()));
                pages.changed();
                pages.show(recipe.id());
            }
            case Outcome.Gone() -> offer(texts.get("editor.gone"), asNew);
            case Outcome.Changed(Recipe now) -> offer(
                    texts.get("editor.changed"),
                    asNew,
                    new Offer.Choice(texts.get("editor.replace"), () -> save(Way.REPLACING)));
            case Outcome.Refused(Set<Field> unread, List<RecipeProblem> problems) -> fields.refuse(unread, problems);
        }
    }

    /** Throws away what was typed and goes back to what is stored; Undo brings the words back. */
    void discard() {
        Sitting mine = sitting.get();
        RecipeDraft words = draft();
        mine.startFrom(mine.opened());
        mine.forget();
        offer.set(null);
        fill(mine.opened());
        keepDraft();
        notices.undoable(texts.get("editor.discarded"), texts.get("editor.undo"), () -> bringBack(mine, words));
    }

    private void bringBack(Sitting mine, RecipeDraft words) {
        if (sitting.get() == mine && !mine.isOver()) {
            mine.startFrom(words);
            fill(words);
            changed();
        } else {
            background.run(
                    () -> {
                        desk.keep(words.recipe(), () -> words);
                        return words;
                    },
                    done -> pages.edit(mine.recipe()),
                    failure -> notices.problem(sentence(failure)));
        }
    }

    /** Back to where the editor was opened from; what is typed stays as a draft. */
    void close() {
        UUID id = sitting.get().id();
        if (id == null) {
            pages.home();
        } else {
            pages.show(id);
        }
    }

    /** Takes a line out, with Undo if something was typed in it. */
    void remove(EditorLines lines, EditorLine line) {
        Runnable back = lines.remove(line);
        if (!line.get().isBlank()) {
            notices.undoable(texts.get("editor.line.removed"), texts.get("editor.undo"), back);
        }
    }

    /** Text is about to be pasted somewhere: a whole recipe in an empty editor can be taken apart. */
    void pasting(String text) {
        Sitting mine = sitting.get();
        if (!draft().isBlank() || text.lines().filter(line -> !line.isBlank()).count() < WHOLE_RECIPE) {
            return;
        }
        background.run(
                () -> importer.read(List.of(new ImportSource.Pasted(text, "")), item -> {}, ImportProgress.SILENT, () -> false),
                report -> {
                    if (sitting.get() == mine && report.recipes().size() == 1) {
                        offerToSplit(mine, report.recipes().getFirst().recipe());
                    }
                },
                failure -> notices.problem(sentence(failure)));
    }

    private void offerToSplit(Sitting mine, Recipe read) {
        if (read.ingredients().size() < 2 || read.steps().isEmpty()) {
            return;
        }
        offer(
                texts.get("editor.whole"),
                new Offer.Choice(texts.get("editor.whole.split"), () -> split(mine, read)),
                new Offer.Choice(texts.get("editor.whole.leave"), () -> offer.set(null)));
    }

    private void split(Sitting mine, Recipe read) {
        RecipeDraft words = draft();
        RecipeDraft apart = fields.withTimesInWords(RecipeDraft.of(read));
        offer.set(null);
        fill(apart);
        changed();
        notices.undoable(texts.get("editor.whole.done"), texts.get("editor.undo"), () -> bringBack(mine, words));
    }

    private void offer(String text, Offer.Choice... choices) {
        offer.set(new Offer(text, List.of(choices)));
    }

    private String sentence(Exception failure) {
        String message = failure.getMessage();
        return failure instanceof UncheckedIOException && message != null ? message : texts.get("editor.failed");
    }

    EditorFields fields() {
        return fields;
    }

    EditorLines ingredients() {
        return ingredients;
    }

    EditorLines steps() {
        return steps;
    }

    /** Grows with every change by the person at the keyboard. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Whether reading or saving is under way, and typing must wait. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether there is a draft on disk. */
    ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** What is being edited; a new object each time the editor is opened. */
    ReadOnlyObjectProperty<Sitting> sittingProperty() {
        return sitting.getReadOnlyProperty();
    }
}
