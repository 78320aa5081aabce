package app.larder.recipes.view;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The editor without its screen: what is typed, what is wrong with it, and how it is kept. Everything typed is on disk
 * within a second ({@link #keepDraft}, which the screen calls) until it is saved or thrown away.
 */
public final class EditorViewModel {

    private final RecipeDesk desk;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final RecipesPages pages;
    private final WholeRecipe wholeRecipe;
    private final DraftKeeping drafts;
    private final EditorContent content;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Sitting> sitting = new ReadOnlyObjectWrapper<>(new Sitting(null, RecipeDraft.NEW));

    /**
     * An editor for the recipes of that desk.
     *
     * @param importer takes a whole recipe apart that was pasted as text
     * @param pages where the editor goes when it is done
     */
    public EditorViewModel(
            RecipeDesk desk, Importer importer, Background background, Notices notices, Texts texts, RecipesPages pages) {
        this.desk = desk;
        this.wholeRecipe = new WholeRecipe(importer, background);
        this.drafts = new DraftKeeping(desk, background, this::say);
        this.background = background;
        this.notices = notices;
        this.texts = texts;
        this.pages = pages;
        this.content = new EditorContent(texts);
        sitting.get().end();
    }

    /** Opens a recipe, or (null) a new one; what was left behind of it comes first, and can be thrown away. */
    void open(@Nullable Recipe recipe) {
        open(recipe, null);
    }

    /** The same, for a new recipe that begins with {@code words}, which left as they are leave nothing behind. */
    void open(@Nullable Recipe recipe, @Nullable RecipeDraft words) {
        RecipeDraft stored = words == null ? content.of(recipe) : content.begin(words);
        Sitting mine = new Sitting(recipe, stored);
        sitting.set(mine);
        offer.set(null);
        drafts.begin(mine, false);
        content.fill(stored);
        busy.set(true);
        background.run(
                () -> desk.leftBehind(mine.id()),
                left -> {
                    if (sitting.get() == mine) {
                        busy.set(false);
                        leftBehind(mine, left);
                    }
                },
                this::stopped);
    }

    private void leftBehind(Sitting mine, Optional<RecipeDraft> left) {
        if (left.isEmpty() || left.get().says(mine.opened()) || left.get().isBlank()) {
            return;
        }
        RecipeDraft draft = left.get();
        mine.startFrom(draft);
        drafts.begin(mine, true);
        content.fill(draft);
        String when = content.fields().when(draft.keptAt());
        String key = !mine.isNew() ? "editor.left" : mine.opened().isBlank() ? "editor.left.new" : "editor.left.instead";
        offer(
                texts.get(key, when),
                new Offer.Choice(texts.get("editor.left.continue"), () -> offer.set(null)),
                new Offer.Choice(texts.get("editor.left.discard"), this::discard));
    }

    /** What is on screen. */
    RecipeDraft draft() {
        return content.draft(sitting.get());
    }

    /** Keeps what is typed, in the background. */
    void keepDraft() {
        Sitting mine = sitting.get();
        if (noted(mine)) {
            drafts.keep(mine);
        }
    }

    /**
     * Keeps what is typed before it returns: for a window that closes. Does nothing when nothing is being edited.
     *
     * @return whether everything is safe
     */
    public boolean preserve() {
        Sitting mine = sitting.get();
        return !noted(mine) || drafts.keepNow(mine);
    }

    /** While a recipe is read or saved there is nothing new to note. */
    private boolean noted(Sitting mine) {
        if (mine.isOver() || busy.get()) {
            return false;
        }
        mine.note(draft());
        return true;
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
        if (!noted(mine)) {
            return;
        }
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
                this::stopped);
    }

    /** What was not saved is on the shelf, so nothing is asked of a person who has left the editor meanwhile. */
    private void saved(Sitting mine, Outcome outcome) {
        boolean there = isOpen(mine);
        if (!there && !(outcome instanceof Outcome.Saved)) {
            return;
        }
        Offer.Choice asNew = new Offer.Choice(texts.get("editor.as-new"), () -> save(Way.AS_NEW));
        switch (outcome) {
            case Outcome.Saved(Recipe recipe) -> {
                mine.end();
                notices.done(texts.get("editor.saved", recipe.name()));
                pages.changed(List.of(recipe.id()));
                if (there) {
                    pages.show(recipe.id());
                }
            }
            case Outcome.Gone() -> offer(texts.get("editor.gone"), asNew);
            case Outcome.Changed(Recipe now) -> offer(
                    texts.get("editor.changed"),
                    asNew,
                    new Offer.Choice(texts.get("editor.replace"), () -> save(Way.REPLACING)));
            case Outcome.Refused(Set<Field> unread, List<RecipeProblem> problems) -> content.fields().refuse(unread, problems);
        }
    }

    /** Throws away what was typed and goes back to what is stored; Undo brings the words back. */
    void discard() {
        Sitting mine = sitting.get();
        RecipeDraft words = draft();
        mine.startFrom(mine.opened());
        mine.forget();
        offer.set(null);
        content.fill(mine.opened());
        keepDraft();
        notices.undoable(texts.get("editor.discarded"), texts.get("editor.undo"), () -> bringBack(mine, words, mine.opened()));
    }

    /** Puts words back in the place of {@code left}, which the screen showed after them; what was typed since stays. */
    private void bringBack(Sitting mine, RecipeDraft words, RecipeDraft left) {
        Sitting now = sitting.get();
        Runnable stays = () -> notices.done(texts.get("editor.newer"));
        if (now.isOver() || !Objects.equals(now.id(), mine.id())) {
            drafts.putBack(words, left, () -> pages.edit(mine.recipe()), stays);
        } else if (draft().isBlank() || draft().says(left) || draft().says(now.opened())) {
            now.startFrom(words);
            content.fill(words);
            content.changed();
        } else {
            stays.run();
        }
    }

    /** Back to where the editor was opened from; what is typed stays as a draft. */
    void close() {
        Optional.ofNullable(sitting.get().id()).ifPresentOrElse(pages::show, pages::home);
    }

    /** Takes a line out, with Undo if something was typed in it and for as long as the recipe stays open. */
    void remove(EditorLines lines, EditorLine line) {
        Sitting mine = sitting.get();
        Runnable back = lines.remove(line);
        if (!line.get().isBlank()) {
            notices.undoable(
                    texts.get("editor.line.removed"), texts.get("editor.undo"), () -> {
                        if (isOpen(mine)) {
                            back.run();
                        }
                    });
        }
    }

    /** Text is about to be pasted somewhere: a whole recipe in an empty editor can be taken apart. */
    void pasting(String text) {
        if (draft().isBlank()) {
            Sitting mine = sitting.get();
            wholeRecipe.look(text, read -> offerToSplit(mine, read), this::say);
        }
    }

    private void offerToSplit(Sitting mine, Recipe read) {
        if (isOpen(mine)) {
            offer(
                    texts.get("editor.whole"),
                    new Offer.Choice(texts.get("editor.whole.split"), () -> split(mine, read)),
                    new Offer.Choice(texts.get("editor.whole.leave"), () -> offer.set(null)));
        }
    }

    private boolean isOpen(Sitting mine) {
        return sitting.get() == mine && !mine.isOver();
    }

    private void split(Sitting mine, Recipe read) {
        RecipeDraft words = draft();
        RecipeDraft apart = content.of(read);
        offer.set(null);
        content.fill(apart);
        content.changed();
        notices.undoable(texts.get("editor.whole.done"), texts.get("editor.undo"), () -> bringBack(mine, words, draft()));
    }

    private void offer(String text, Offer.Choice... choices) {
        offer.set(new Offer(text, List.of(choices)));
    }

    private void stopped(Exception failure) {
        busy.set(false);
        say(failure);
    }

    private void say(Exception failure) {
        notices.problem(texts.why(failure, "editor.failed"));
    }

    /** What is typed. */
    EditorContent content() {
        return content;
    }

    /** Whether reading or saving is under way, and typing must wait. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether there is a draft on disk. */
    ReadOnlyBooleanProperty keptProperty() {
        return drafts.keptProperty();
    }

    ReadOnlyObjectProperty<@Nullable Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** What is being edited; a new object each time the editor is opened. */
    ReadOnlyObjectProperty<Sitting> sittingProperty() {
        return sitting.getReadOnlyProperty();
    }
}
