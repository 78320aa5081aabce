package app.larder.chat.view;

import app.larder.chat.ChatMessage;
import app.larder.chat.Proposal;
import app.larder.chat.ProposalDesk;
import app.larder.chat.ProposedRecipe;
import app.larder.chat.RecipeMaking;
import app.larder.cook.Tally;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDesk.Outcome;
import java.util.List;
import java.util.concurrent.Callable;

/** What the person does with what an answer puts on the table. Used on the JavaFX thread only. */
public final class ProposalsViewModel {

    private final ProposalDesk desk;
    private final RecipeMaking making;
    private final OtherRooms rooms;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private Runnable settled = () -> {};

    /** Settled at that desk; {@code making} finds recipes in answers, what was saved shows in those rooms. */
    public ProposalsViewModel(
            ProposalDesk desk, RecipeMaking making, OtherRooms rooms, Background background, Notices notices, Texts texts) {
        this.desk = desk;
        this.making = making;
        this.rooms = rooms;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
    }

    /** Tells {@code told} whenever a card has changed. */
    void onSettled(Runnable told) {
        settled = told;
    }

    /** How much of it is at home. */
    Tally atHome(ProposedRecipe recipe) {
        return desk.atHome(recipe);
    }

    /** Saves a recipe as it is, with Undo. */
    void save(ChatMessage message, Proposal.OfRecipe proposal) {
        background.run(
                () -> desk.save(message, proposal),
                outcome -> {
                    if (outcome instanceof Outcome.Saved saved) {
                        saved(message, proposal, saved.recipe());
                    } else {
                        notices.problem(
                                texts.get("chat.card.refused"), texts.get("chat.card.edit"), () -> edit(message, proposal));
                    }
                },
                this::failed);
    }

    private void saved(ChatMessage message, Proposal.OfRecipe proposal, Recipe recipe) {
        rooms.recipesChanged(List.of(recipe.id()));
        settled.run();
        notices.undoable(texts.get("chat.card.saved-as", recipe.name()), texts.get("shell.undo"), () -> run(
                () -> {
                    desk.unsave(message, proposal.id(), recipe.id());
                    return true;
                },
                () -> rooms.recipesChanged(List.of(recipe.id()))));
    }

    /** Opens the editor with a recipe; nothing is saved before the person saves it there. */
    void edit(ChatMessage message, Proposal.OfRecipe proposal) {
        rooms.write(desk.draft(message, proposal));
    }

    /** Goes to the recipe that a card became. */
    void show(Proposal.OfRecipe proposal) {
        if (proposal.savedAs() != null) {
            rooms.showRecipe(proposal.savedAs());
        }
    }

    /** Does what a card says to the pantry, with Undo. */
    void accept(ChatMessage message, Proposal.OfPantry proposal) {
        background.run(
                () -> desk.accept(message, proposal),
                accepted -> {
                    settled.run();
                    rooms.pantryChanged();
                    if (accepted.changes().isEmpty()) {
                        notices.problem(texts.get("chat.pantry.nothing"));
                        return;
                    }
                    String done = accepted.skipped().isEmpty()
                            ? texts.get("chat.pantry.done", accepted.changes().size())
                            : texts.get("chat.pantry.partly", accepted.changes().size(), accepted.skipped().size());
                    notices.undoable(done, texts.get("shell.undo"), () -> run(
                            () -> {
                                desk.undo(message, proposal.id(), accepted);
                                return true;
                            },
                            rooms::pantryChanged));
                },
                this::failed);
    }

    /** The person does not want it; Undo opens the card again. */
    void dismiss(ChatMessage message, Proposal proposal) {
        run(
                () -> {
                    desk.dismiss(message, proposal.id());
                    return true;
                },
                () -> notices.undoable(texts.get("chat.card.dismissed"), texts.get("shell.undo"), () -> reopen(message, proposal)));
    }

    /** Opens a dismissed card again. */
    void reopen(ChatMessage message, Proposal proposal) {
        run(
                () -> {
                    desk.settle(message, proposal.id(), Proposal.Fate.OPEN, null);
                    return true;
                },
                () -> {});
    }

    /** Puts the recipe that an answer's text holds below it as a card, if there is one; a model may take its time. */
    void makeRecipe(ChatMessage answer) {
        notices.done(texts.get("chat.make.working"));
        background.run(
                () -> making.of(answer),
                made -> {
                    if (made.isPresent()) {
                        notices.done(texts.get("chat.make.done"));
                        settled.run();
                    } else {
                        notices.problem(texts.get("chat.make.none"));
                    }
                },
                this::failed);
    }

    private void run(Callable<Boolean> work, Runnable done) {
        background.run(
                work,
                _ -> {
                    settled.run();
                    done.run();
                },
                this::failed);
    }

    private void failed(Exception why) {
        notices.problem(texts.why(why, "chat.failed.change"));
    }
}
