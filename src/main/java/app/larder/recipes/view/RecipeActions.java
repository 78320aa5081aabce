package app.larder.recipes.view;

import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.recipes.AddedRecipes;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import app.larder.recipes.RecipeSummary;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is done to whole recipes, each with a way to take it back. */
public final class RecipeActions {

    private static final int FOUND = 8;

    private final RecipeBook book;
    private final RecipeListViewModel list;
    private final Supplier<UUID> samples;
    private final Background background;
    private final Background.Lane finding;
    private final Notices notices;
    private final Texts texts;

    /**
     * What is done to the recipes of a book.
     *
     * @param list shows them
     * @param samples adds sample recipes, blocking, and returns the batch they were added in
     */
    public RecipeActions(
            RecipeBook book,
            RecipeListViewModel list,
            Supplier<UUID> samples,
            Background background,
            Notices notices,
            Texts texts) {
        this.book = book;
        this.list = list;
        this.samples = samples;
        this.background = background;
        this.finding = background.lane();
        this.notices = notices;
        this.texts = texts;
    }

    /** Moves a recipe to the trash and shows the one next to it. */
    public void delete(Recipe recipe) {
        background.run(
                () -> book.delete(List.of(recipe.id())),
                _ -> {
                    list.selectNeighbourOf(recipe.id());
                    list.changed(List.of(recipe.id()));
                    notices.undoable(
                            texts.get("recipes.deleted", recipe.name()),
                            texts.get("shell.undo"),
                            () -> restore(recipe.id()));
                },
                this::failed);
    }

    /** Brings a recipe back from the trash and shows it. */
    public void restore(UUID recipe) {
        background.run(
                () -> book.restore(List.of(recipe)),
                _ -> {
                    list.select(recipe);
                    list.changed(List.of(recipe));
                },
                this::failed);
    }

    /** Keeps a second recipe like this one and shows it. */
    public void duplicate(Recipe recipe) {
        Recipe copy = book.copyOf(recipe, texts.get("recipes.copyName", recipe.name()));
        background.run(
                () -> book.save(copy),
                stored -> {
                    list.select(stored.id());
                    list.changed(List.of(stored.id()));
                    notices.undoable(
                            texts.get("recipes.duplicated", stored.name()),
                            texts.get("shell.undo"),
                            () -> remove(AddedRecipes.of(List.of(stored))));
                },
                this::failed);
    }

    private void remove(AddedRecipes added) {
        background.run(
                () -> book.takeBack(added),
                back -> {
                    if (back.gone() > 0) {
                        added.ids().forEach(list::selectNeighbourOf);
                    }
                    list.changed(added.ids());
                    if (back.stayed() > 0) {
                        notices.done(texts.get("recipes.stayed", back.stayed()));
                    }
                },
                this::failed);
    }

    /** Puts a handful of sample recipes on the shelf. */
    public void addSamples() {
        background.run(
                () -> AddedRecipes.of(book.findAll(book.importedIn(samples.get()))),
                added -> {
                    list.changed(added.ids());
                    notices.undoable(
                            texts.get("recipes.samples.added", added.ids().size()),
                            texts.get("shell.undo"),
                            () -> remove(added));
                },
                this::failed);
    }

    /** Hands over the recipes that fit typed words best, unless more is typed meanwhile. */
    public void find(String typed, Consumer<List<RecipeSummary>> found) {
        if (typed.isBlank()) {
            finding.forget();
            found.accept(List.of());
            return;
        }
        RecipeQuery query = RecipeQuery.ALL.withText(typed).sortedBy(RecipeSort.NAME, true);
        finding.run(() -> book.summaries(book.ids(query, 0, FOUND), typed), found, _ -> found.accept(List.of()));
    }

    /** Says what could not be done, in a sentence for people. */
    void say(String problem) {
        notices.problem(problem);
    }

    private void failed(Exception why) {
        notices.problem(texts.why(why, "recipes.failed.title"));
    }
}
