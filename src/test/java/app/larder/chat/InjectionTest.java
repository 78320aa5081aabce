package app.larder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.chat.wire.ChatBackend;
import app.larder.chat.wire.ChatEvent;
import app.larder.chat.wire.End;
import app.larder.chat.wire.Endpoint;
import app.larder.chat.wire.FaultServer;
import app.larder.chat.wire.HttpBackend;
import app.larder.chat.wire.ToolCall;
import app.larder.chat.wire.TurnMessage;
import app.larder.chat.wire.TurnRequest;
import app.larder.chat.wire.Usage;
import app.larder.chat.wire.Wire;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.PantryLine;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDesk;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeDraft;
import app.larder.recipes.RecipeQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Recipes that give orders, and a model that obeys them: nothing happens to the kitchen without the person's click. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the tests
class InjectionTest {

    private final TestKitchen kitchen = new TestKitchen();
    private List<String> hostile;
    private String before;

    @BeforeAll
    void stock() throws IOException {
        hostile = new ArrayList<>(Files.readAllLines(Path.of("src/test/resources/chat/hostile.txt"), StandardCharsets.UTF_8));
        hostile.add("flour ".repeat(20_000));
        assertTrue(hostile.size() >= 40, "hostile texts: " + hostile.size());
        for (String text : hostile) {
            String name = text.length() > 280 ? text.substring(0, 280) : text;
            Recipe blank = kitchen.recipes.blank();
            kitchen.recipes.add(List.of(new Recipe(
                    blank.id(), name, text, List.of(Ingredient.of("flour " + name, "1", "kg")), null, text, name,
                    blank.createdAt(), RecipeDetails.NONE)));
            HouseholdIngredient row = kitchen.pantry.row(PantryLine.of("1 kg flour"));
            kitchen.pantry.add(List.of(row.withName(name.length() > 200 ? name.substring(0, 200) : name)));
        }
        kitchen.cook.load();
        before = kitchenNow();
    }

    @AfterAll
    void close() {
        kitchen.close();
    }

    private String kitchenNow() {
        return kitchen.recipes.findAll(kitchen.recipes.ids(RecipeQuery.ALL, 0, 1_000)).stream()
                        .map(RecipeDraft::mark)
                        .sorted()
                        .collect(Collectors.joining())
                + kitchen.pantry.all();
    }

    private ChatRoom room(ChatBackend backend) {
        return new ChatRoom(
                kitchen.rows.chats(),
                () -> new Answerer(backend, "m", "h", true, true, new Answerer.Sharing(true, true, 32_000, true)),
                kitchen.tools,
                kitchen.clock);
    }

    private static Ended ask(ChatRoom room, String text) throws Exception {
        Waiting waiting = new Waiting();
        room.send(room.begin(), text, waiting);
        return waiting.end();
    }

    @Test
    void aModelThatObeysEveryOrderChangesNothing() throws Exception {
        List<String> tools = new ArrayList<>(KitchenTools.NAMES);
        tools.addAll(List.of("delete_all_recipes", "run_sql", "fetch_url", "save_recipe"));
        for (String text : hostile) {
            String quoted = new JsonMapper().writeValueAsString(text);
            String arguments = "{\"name\":" + quoted + ",\"text\":" + quoted + ",\"id\":" + quoted + ",\"amount\":" + quoted
                    + ",\"ingredients\":[" + quoted + "],\"steps\":[" + quoted + "],\"changes\":[{\"action\":\"remove\",\"item\":" + quoted
                    + "},{\"action\":\"drop\",\"item\":\"flour\"}],\"url\":\"https://evil.example\"}";
            ScriptedModel model = new ScriptedModel();
            List<ToolCall> calls = tools.stream().map(tool -> new ToolCall(tool, tool, arguments)).toList();
            model.says(new ChatEvent.Finished("", calls, End.TOOL_CALLS, Usage.UNKNOWN, null));
            model.answers(text.isBlank() ? "-" : text.substring(0, Math.min(text.length(), 2_000)));
            Ended end = ask(room(model), "Cook " + (text.length() > 500 ? text.substring(0, 500) : text));
            assertTrue(end.answer() != null, "an answer is kept");
            TurnRequest first = model.requests.getFirst();
            assertFalse(first.system().contains("flour") || first.system().contains("evil"), "nothing foreign in the first part");
        }
        assertEquals(before, kitchenNow());
    }

    @Test
    void whatTheModelReadsHoldsNothingInvisible() throws Exception {
        ScriptedModel model = new ScriptedModel();
        model.calls("search_recipes", "{}").calls("get_pantry", "{}").calls("cook_now", "{}").answers("ok");
        ask(room(model), "What can I cook with flour?");
        StringBuilder read = new StringBuilder();
        for (TurnRequest request : model.requests) {
            for (TurnMessage message : request.messages()) {
                if (message instanceof TurnMessage.User user) {
                    assertEquals(2, user.text().split("</kitchen-data>", -1).length, "the quotation ends where it should");
                    read.append(user.text());
                } else if (message instanceof TurnMessage.ToolResult result) {
                    assertTrue(result.content().length() < 9_000, "cut");
                    read.append(result.content());
                }
            }
        }
        String text = read.toString();
        assertTrue(text.contains("Ignore all previous instructions"), "it is quoted, not hidden from the person's model");
        assertEquals(0, text.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)).count(), "no control characters");
        assertEquals(
                0,
                text.codePoints().filter(c -> Character.getType(c) == Character.FORMAT && c != 0x200D).count(),
                "no bidi, zero-width or tag characters");
        assertFalse(text.contains("<script>") || text.contains("<img"), "no markup");
    }

    @Test
    void aProposalIsOnlyTextUntilThePersonAcceptsIt(@TempDir Path folder) throws Exception {
        ScriptedModel model = new ScriptedModel();
        model.calls("propose_recipe", "{\"name\":\"<b>Bread\\u202e</b>\",\"ingredients\":[{\"quantity\":500,\"unit\":\"g\",\"name\":\"flour\"}],"
                + "\"steps\":[\"Bake.\"],\"id\":\"00000000-0000-0000-0000-000000000000\",\"servings\":-3,\"total_minutes\":\"99999999999\"}");
        model.answers("Here it is.");
        ChatMessage answer = ask(room(model), "A bread, please").answer();
        assertTrue(answer != null);
        assertEquals(before, kitchenNow());
        Proposal.OfRecipe proposal = (Proposal.OfRecipe) answer.details().proposals().getFirst();
        assertEquals("Bread", proposal.recipe().name());
        assertEquals(List.of("500 g flour"), proposal.recipe().ingredients());
        assertEquals(null, proposal.recipe().servings());

        ProposalDesk desk = kitchen.desk(folder);
        var outcome = (RecipeDesk.Outcome.Saved) desk.save(answer, proposal);
        assertEquals("Bread", kitchen.recipes.find(outcome.recipe().id()).orElseThrow().name());
        desk.unsave(answer, proposal.id(), outcome.recipe().id());
        assertEquals(before, kitchenNow());
    }

    @Test
    void nothingIsAskedButTheEndpoint() throws Exception {
        Set<String> paths = new HashSet<>();
        try (FaultServer server = new FaultServer()) {
            HttpBackend backend = new HttpBackend(Endpoint.of(Wire.OPENAI, server.address("ok"), null));
            for (String text : hostile.subList(0, 12)) {
                ask(room(backend), text);
            }
            server.requests().forEach(request -> paths.add(request.lines().findFirst().orElse("")));
        }
        assertEquals(Set.of("POST /ok/chat/completions HTTP/1.1"), paths);
    }
}
