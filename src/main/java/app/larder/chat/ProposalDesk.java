package app.larder.chat;

import app.larder.chat.Proposal.Fate;
import app.larder.chat.Proposal.PantryMove;
import app.larder.cook.CookNow;
import app.larder.cook.Tally;
import app.larder.kitchen.FoodMatch;
import app.larder.kitchen.Foods;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.SearchForm;
import app.larder.pantry.AmountEdit;
import app.larder.pantry.AmountText;
import app.larder.pantry.Change;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.InvalidPantryItemException;
import app.larder.pantry.Pantry;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeDesk;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a proposal when the person says so: the only way from an answer into the kitchen, through the same
 * checks as the editor and the pantry. Calls block; none may be made on the JavaFX thread.
 */
public final class ProposalDesk {

    private final ChatRepository chats;
    private final RecipeBook recipes;
    private final RecipeDesk desk;
    private final Pantry pantry;
    private final CookNow cook;

    /** Keeps what is accepted in those rooms. */
    public ProposalDesk(ChatRepository chats, RecipeBook recipes, RecipeDesk desk, Pantry pantry, CookNow cook) {
        this.chats = chats;
        this.recipes = recipes;
        this.desk = desk;
        this.pantry = pantry;
        this.cook = cook;
    }

    /**
     * What accepting changes to the pantry did.
     *
     * @param changes what changed, in order
     * @param skipped moves that could not be done: the thing is not at home, or the amounts cannot be reckoned together
     */
    public record Accepted(List<Change> changes, List<PantryMove> skipped) {

        public Accepted {
            changes = List.copyOf(changes);
            skipped = List.copyOf(skipped);
        }
    }

    /** What the editor opens with for a proposed recipe. */
    public RecipeDraft draft(ChatMessage message, Proposal.OfRecipe proposal) {
        String model = message.details().model();
        boolean named = model != null && !model.equals(MessageDetails.HELPER);
        return proposal.recipe().draft(named ? "Larder chat, " + model : "Larder chat");
    }

    /** How much of a proposed recipe is at home; looks into memory only, so any thread may ask. */
    public Tally atHome(ProposedRecipe proposed) {
        RecipeDraft draft = proposed.draft("");
        Recipe recipe = new Recipe(
                new UUID(0, 0), proposed.name(), null, draft.ingredientList(), null, null, null, Instant.EPOCH,
                RecipeDetails.NONE);
        return cook.verdict(recipe, Quantity.ONE).tally();
    }

    /**
     * Saves a proposed recipe as it is.
     *
     * @return what the editor would say to it; the message's proposal is settled if it was saved
     */
    public RecipeDesk.Outcome save(ChatMessage message, Proposal.OfRecipe proposal) {
        RecipeDesk.Outcome outcome = desk.save(draft(message, proposal), RecipeDesk.Way.CAREFULLY);
        if (outcome instanceof RecipeDesk.Outcome.Saved saved) {
            settle(message, proposal.id(), Fate.SAVED, saved.recipe().id());
        }
        return outcome;
    }

    /** Takes {@link #save} back: the recipe goes to the trash, the card is open again. */
    public void unsave(ChatMessage message, UUID proposal, UUID recipe) {
        recipes.delete(List.of(recipe));
        settle(message, proposal, Fate.OPEN, null);
    }

    /** Does what a proposal says to the pantry; a thing it names that is not at home is passed over. */
    public Accepted accept(ChatMessage message, Proposal.OfPantry proposal) {
        List<Change> done = new ArrayList<>();
        List<PantryMove> skipped = new ArrayList<>();
        try {
            for (PantryMove move : proposal.moves()) {
                try {
                    move(move).ifPresentOrElse(done::add, () -> skipped.add(move));
                } catch (InvalidPantryItemException e) {
                    skipped.add(move);
                }
            }
        } catch (RuntimeException e) {
            done.reversed().forEach(pantry::undo);
            throw e;
        }
        if (!done.isEmpty()) {
            settle(message, proposal.id(), Fate.SAVED, null);
            cook.pantryChanged();
        }
        return new Accepted(done, skipped);
    }

    /** Takes {@link #accept} back. */
    public void undo(ChatMessage message, UUID proposal, Accepted accepted) {
        accepted.changes().reversed().forEach(pantry::undo);
        settle(message, proposal, Fate.OPEN, null);
        cook.pantryChanged();
    }

    /** The person does not want it. */
    public void dismiss(ChatMessage message, UUID proposal) {
        settle(message, proposal, Fate.DISMISSED, null);
    }

    /** Says what became of a proposal, for instance that the editor saved it as a recipe. */
    public void settle(ChatMessage message, UUID proposal, Fate fate, @Nullable UUID savedAs) {
        chats.messages(message.sessionId()).stream()
                .filter(stored -> stored.id().equals(message.id()))
                .findFirst()
                .ifPresent(stored -> chats.update(
                        stored.id(),
                        stored.details().withProposals(stored.details().proposals().stream()
                                .map(one -> one.id().equals(proposal) ? one.with(fate, savedAs) : one)
                                .toList())));
    }

    private Optional<Change> move(PantryMove move) {
        if (move.what() == PantryMove.What.ADD) {
            String line = move.amount().isEmpty() ? move.item() : move.amount() + " " + move.item();
            return pantry.add(line);
        }
        Optional<HouseholdIngredient> row = row(move.item());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        UUID id = row.get().id();
        return switch (move.what()) {
            case USE ->
                move.amount().isEmpty() ? removed(row.get()) : pantry.move(id, AmountEdit.of("-" + move.amount()));
            case SET -> pantry.move(id, new AmountEdit.Replace(AmountText.of(move.amount())));
            case REMOVE, ADD -> removed(row.get());
        };
    }

    private Optional<Change> removed(HouseholdIngredient row) {
        return pantry.delete(List.of(row.id())) == 0 ? Optional.empty() : Optional.of(new Change(row, null));
    }

    /** The row of that name, else the only one that is the same food. */
    private Optional<HouseholdIngredient> row(String item) {
        List<HouseholdIngredient> all = pantry.all();
        String form = SearchForm.of(item.strip());
        Optional<HouseholdIngredient> named =
                all.stream().filter(row -> SearchForm.of(row.name()).equals(form)).findFirst();
        List<HouseholdIngredient> same = all.stream()
                .filter(row -> Foods.match(item, row.name()).filter(FoodMatch.SAME::equals).isPresent())
                .toList();
        return named.isPresent() || same.size() != 1 ? named : Optional.of(same.getFirst());
    }
}
