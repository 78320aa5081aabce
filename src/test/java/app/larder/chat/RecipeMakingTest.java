package app.larder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.exchange.ImportProgress;
import app.larder.exchange.ImportSource;
import app.larder.exchange.ImportedRecipe;
import app.larder.exchange.Importer;
import app.larder.recipes.Recipe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recipes out of answers: by the model, and where there is none by the text's headings. */
class RecipeMakingTest {

    private static final String TEXT =
            """
            # Flatbread

            ## Ingredients
            - **200 g** flour
            - 120 ml water

            ## Method
            1. Mix flour and water.
            2. Bake for 10 minutes.
            """;

    private final TestKitchen kitchen = new TestKitchen();
    private final ScriptedModel model = new ScriptedModel();

    @AfterEach
    void close() {
        kitchen.close();
    }

    private Optional<Recipe> byHeadings(String text) {
        Importer importer = new Importer(
                kitchen.clock,
                () -> {
                    throw new IllegalStateException("no link is read");
                },
                kitchen.rows::recipes);
        return importer
                .read(List.of(new ImportSource.Pasted(text, "chat")), _ -> {}, ImportProgress.SILENT, () -> false)
                .recipes()
                .stream()
                .findFirst()
                .map(ImportedRecipe::recipe);
    }

    private Optional<ChatMessage> made(String text, String name) throws Exception {
        Answerer answerer = new Answerer(model, name, "h", true, true, new Answerer.Sharing(true, true, 8_192, true));
        ChatRoom room = new ChatRoom(kitchen.rows.chats(), () -> answerer, kitchen.tools, kitchen.clock);
        model.answers(text);
        Waiting waiting = new Waiting();
        room.send(room.begin(), "A bread?", waiting);
        ChatMessage answer = waiting.end().answer();
        assertNotNull(answer);
        if (!name.equals(MessageDetails.HELPER)) {
            model.answers("```json\n{\"name\":\"Flatbread\",\"ingredients\":[{\"quantity\":200,\"unit\":\"g\",\"name\":\"flour\"}],"
                    + "\"steps\":[\"Bake.\"]}\n```");
        }
        return new RecipeMaking(kitchen.rows.chats(), () -> answerer, this::byHeadings).of(answer);
    }

    private static ProposedRecipe last(Optional<ChatMessage> answer) {
        return ((Proposal.OfRecipe) answer.orElseThrow().details().proposals().getLast()).recipe();
    }

    @Test
    void theModelIsAskedForItAndTheCardIsKeptWithTheAnswer() throws Exception {
        Optional<ChatMessage> answer = made(TEXT, "llama3.2");
        assertEquals(List.of("200 g flour"), last(answer).ingredients());
        assertNotNull(model.requests.getLast().schema());
        ChatMessage stored = kitchen.rows.chats().messages(answer.orElseThrow().sessionId()).getLast();
        assertEquals(answer.orElseThrow(), stored);
    }

    @Test
    void withoutAModelTheHeadingsAreRead() throws Exception {
        ProposedRecipe recipe = last(made(TEXT, MessageDetails.HELPER));
        assertEquals("Flatbread", recipe.name());
        assertEquals(List.of("200 g flour", "120 ml water"), recipe.ingredients());
        assertEquals(2, recipe.steps().size());
    }

    @Test
    void whatHoldsNoRecipeMakesNone() throws Exception {
        assertTrue(made("Good evening.", MessageDetails.HELPER).isEmpty());
    }
}
