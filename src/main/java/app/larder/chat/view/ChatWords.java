package app.larder.chat.view;

import app.larder.chat.Answerer;
import app.larder.chat.MessageDetails;
import app.larder.chat.Proposal.PantryMove;
import app.larder.chat.ProposedRecipe;
import app.larder.chat.ToolStep;
import app.larder.cook.Tally;
import app.larder.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what there is to say about conversations in the window's language. */
final class ChatWords {

    private final Texts texts;

    ChatWords(Texts texts) {
        this.texts = texts;
    }

    /** What was looked up: "Looked in your pantry: 14 things". */
    String step(ToolStep step) {
        String tool = switch (step.tool()) {
            case "search_recipes", "get_recipe", "get_pantry", "cook_now", "convert_units", "propose_recipe",
                "propose_pantry_changes" -> step.tool();
            default -> "unknown";
        };
        if (step.failed()) {
            return texts.get("chat.tool-failed." + tool);
        }
        Integer found = step.found();
        return found == null ? texts.get("chat.tool." + tool) : texts.get("chat.tool-found." + tool, found);
    }

    /** Who answers, and whether text leaves this computer. */
    String status(Answerer answerer) {
        if (answerer.isHelper()) {
            return texts.get("chat.status.helper");
        }
        return answerer.local()
                ? texts.get("chat.status.local", answerer.model())
                : texts.get("chat.status.remote", answerer.model(), answerer.host());
    }

    /** Who gave an answer: "llama3.2"; null if that is unknown. */
    @Nullable String by(MessageDetails details) {
        String model = details.model();
        return MessageDetails.HELPER.equals(model) ? texts.get("chat.helper") : model;
    }

    /** How an answer's text came to its end, or to its beginning, if there is anything to say about that; else empty. */
    String mark(MessageDetails details) {
        if (MessageDetails.PARTLY_READ.equals(details.problem())) {
            return texts.get("chat.mark.partly-read");
        }
        boolean filtered = "FILTERED".equals(details.problem());
        return switch (details.status()) {
            case COMPLETE -> "";
            case STOPPED -> texts.get("chat.mark.stopped");
            case CUT_OFF -> texts.get("chat.mark.cut-off");
            case LENGTH -> texts.get("chat.mark.length");
            case ERROR -> texts.get(filtered ? "chat.mark.filtered" : "chat.mark.error");
        };
    }

    /** What is known of a proposed recipe: times and servings. */
    List<String> facts(ProposedRecipe recipe) {
        List<String> facts = new ArrayList<>();
        Integer total = recipe.totalMinutes();
        Integer prep = recipe.prepMinutes();
        Integer servings = recipe.servings();
        if (total != null) {
            facts.add(texts.get("recipes.time.minutes", total));
        }
        if (prep != null && !prep.equals(total)) {
            facts.add(texts.get("chat.card.prep", prep));
        }
        if (servings != null) {
            facts.add(texts.get("recipes.servings", servings));
        }
        return facts;
    }

    /** How much of a recipe is at home. */
    String tally(Tally tally) {
        return tally.complete()
                ? texts.get("recipes.home.all")
                : texts.get("recipes.home.some", tally.covered(), tally.total());
    }

    /** A change to the pantry: "Use 200 g of flour". */
    String move(PantryMove move) {
        boolean all = move.amount().isBlank();
        return switch (move.what()) {
            case ADD -> texts.get("chat.move.add", move.item());
            case USE -> all ? texts.get("chat.move.use-all", move.item()) : texts.get("chat.move.use", move.amount(), move.item());
            case SET -> texts.get("chat.move.set", move.item(), move.amount());
            case REMOVE -> texts.get("chat.move.remove", move.item());
        };
    }
}
