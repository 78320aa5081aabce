package app.larder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.NewId;
import app.larder.chat.ChatMessage.Role;
import app.larder.chat.MessageDetails.Status;
import app.larder.chat.wire.ChatEvent;
import app.larder.chat.wire.End;
import app.larder.chat.wire.Failure;
import app.larder.chat.wire.FailureKind;
import app.larder.chat.wire.ToolCall;
import app.larder.chat.wire.ToolSpec;
import app.larder.chat.wire.TurnMessage;
import app.larder.chat.wire.TurnRequest;
import app.larder.chat.wire.Usage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a question: rows first, one answer at the end, whatever the model does. */
class ChatRoomTest {

    private static final TestKitchen KITCHEN = TestKitchen.stocked();

    private final ScriptedModel model = new ScriptedModel();
    private boolean agreed = true;
    private int window = 8_192;
    private ChatRoom room = room();
    private ChatSession session = room.begin();

    @AfterAll
    static void close() {
        KITCHEN.close();
    }

    private ChatRoom room() {
        return new ChatRoom(KITCHEN.rows.chats(), () -> new Answerer(
                model, "llama3.2", "localhost:11434", true, agreed, new Answerer.Sharing(true, true, window, true)),
                KITCHEN.tools, KITCHEN.clock);
    }

    @BeforeEach
    void begin() {
        room = room();
        session = room.begin();
    }

    private Ended ask(String text) throws Exception {
        Waiting waiting = new Waiting();
        room.send(session, text, waiting);
        Ended end = waiting.end();
        assertEquals(1, waiting.ends.get());
        return end;
    }

    private List<ChatMessage> shown() {
        return room.open(session.id()).orElseThrow().shown();
    }

    private List<String> texts() {
        return shown().stream().map(ChatMessage::content).toList();
    }

    @Test
    void aQuestionIsStoredBeforeAnythingIsSentAndItsAnswerOnce() throws Exception {
        model.says(new ChatEvent.Thinking("hm"), new ChatEvent.Text("Soup"), new ChatEvent.Text("."), ScriptedModel.finished("Soup."));
        assertTrue(room.open(session.id()).isEmpty(), "an empty conversation leaves nothing behind");
        Ended end = ask("What now?\nSomething quick");
        assertNull(end.problem());
        assertEquals(List.of("What now?\nSomething quick", "Soup."), texts());
        assertEquals(end.answer(), shown().getLast());
        assertEquals("What now?", room.open(session.id()).orElseThrow().session().title());
        MessageDetails details = shown().getLast().details();
        assertEquals("llama3.2", details.model());
        assertEquals(5, details.timings().answerTokens());
        assertNotNull(details.timings().firstTextMillis());
        assertEquals(List.of(), KITCHEN.rows.chats().drafts());
    }

    @Test
    void whenNothingIsAnsweredTheQuestionStaysAndCanBeAskedAgain() throws Exception {
        model.fails(FailureKind.UNREACHABLE, "");
        Ended end = ask("What now?");
        assertNull(end.answer());
        assertNotNull(end.problem());
        assertTrue(end.problem().cures().contains(TurnProblem.Cure.HELPER));
        Conversation conversation = room.open(session.id()).orElseThrow();
        assertTrue(conversation.isUnanswered(conversation.shown().getLast()));

        model.answers("Soup.");
        Waiting again = new Waiting();
        room.retry(session, conversation.shown().getLast(), again);
        again.end();
        assertEquals(List.of("What now?", "Soup."), texts());
    }

    @Test
    void whatBreaksOffIsKeptWithItsReason() throws Exception {
        for (FailureKind kind : List.of(FailureKind.TRUNCATED, FailureKind.STALLED, FailureKind.IN_STREAM, FailureKind.PROTOCOL)) {
            session = room.begin();
            model.fails(kind, "Boil the");
            Ended end = ask("How?");
            ChatMessage answer = shown().getLast();
            assertEquals("Boil the", answer.content());
            assertEquals(TurnProblem.status(kind), answer.details().status());
            assertEquals(kind.name(), answer.details().problem());
            assertNotNull(end.problem());
            assertTrue(end.problem().cures().contains(TurnProblem.Cure.CONTINUE));
        }
    }

    @Test
    void stopKeepsTheTextAndIsNoProblem() throws Exception {
        model.hangsAfter("Boil the");
        Waiting waiting = new Waiting();
        Answering answering = room.send(session, "How?", waiting);
        waiting.awaitChange();
        assertEquals(answering, room.running(session.id()).orElseThrow());
        assertThrows(IllegalStateException.class, () -> room.send(session, "More", AnswerListener.nobody()));
        answering.stop();
        answering.stop();
        Ended end = waiting.end();
        assertNull(end.problem());
        assertEquals(Status.STOPPED, shown().getLast().details().status());
        assertEquals(1, waiting.ends.get());
        assertTrue(room.running(session.id()).isEmpty());
    }

    @Test
    void anAnswerThatBrokeOffGoesOnInItsPlace() throws Exception {
        model.fails(FailureKind.TRUNCATED, "Boil the");
        ask("How?");
        model.answers(" water.");
        Waiting waiting = new Waiting();
        room.goOn(session, shown().getLast(), waiting);
        waiting.end();
        assertEquals(List.of("How?", "Boil the water."), texts());
        List<ChatMessage> before = room.open(session.id()).orElseThrow().earlier().get(shown().getLast().id());
        assertNotNull(before);
        assertEquals(1, before.size());
        List<TurnMessage> sent = model.requests.getLast().messages();
        assertEquals(new TurnMessage.Assistant("Boil the"), sent.get(sent.size() - 2));
    }

    @Test
    void anAnswerCanBeGivenAnewAndAQuestionAskedOtherwise() throws Exception {
        model.answers("Soup.").answers("Then bread.");
        ask("What now?");
        ask("And then?");
        ChatMessage first = shown().getFirst();
        ChatMessage soup = shown().get(1);

        model.answers("Stew.");
        Waiting anew = new Waiting();
        room.retry(session, soup, anew);
        anew.end();
        assertEquals(List.of("What now?", "Stew."), texts(), "what followed answered another");

        model.answers("Cake.");
        Waiting otherwise = new Waiting();
        Answering edited = room.resend(session, first, "What sweet thing now?", otherwise);
        otherwise.end();
        assertEquals(List.of("What sweet thing now?", "Cake."), texts());
        room.takeBack(session, edited.question());
        assertEquals(List.of("What now?", "Stew."), texts());
    }

    @Test
    void aModelLooksThingsUpAndIsAskedAgain() throws Exception {
        model.calls("get_pantry", "{\"name\":\"spinach\"}").calls("delete_everything", "{}").answers("Use the spinach.");
        ask("What is in the fridge?");
        MessageDetails details = shown().getLast().details();
        assertEquals(List.of("get_pantry", "delete_everything"), details.steps().stream().map(ToolStep::tool).toList());
        assertEquals(1, details.steps().getFirst().found());
        assertTrue(details.steps().getLast().failed());
        TurnMessage.ToolResult result = (TurnMessage.ToolResult) model.requests.get(1).messages().getLast();
        assertTrue(result.content().contains("Spinach"));
    }

    @Test
    void itIsAskedSixTimesAtMostAndLooksUpTwelveThings() throws Exception {
        List<ToolCall> three = List.of(
                new ToolCall("a", "get_pantry", "{}"),
                new ToolCall("b", "get_pantry", "{}"),
                new ToolCall("c", "get_pantry", "{}"));
        for (int i = 0; i < 10; i++) {
            model.says(new ChatEvent.Finished("", three, End.TOOL_CALLS, Usage.UNKNOWN, null));
        }
        Ended end = ask("What is in the fridge?");
        assertEquals(Answering.ROUNDS, model.requests.size());
        assertNotNull(end.problem(), "it never came to say anything");
        List<TurnMessage> last = model.requests.getLast().messages();
        long answered = last.stream()
                .filter(message -> message instanceof TurnMessage.ToolResult result && !result.content().contains("error"))
                .count();
        assertEquals(Answering.CALLS, answered);
        assertTrue(((TurnMessage.ToolResult) last.getLast()).content().contains("last look-up"));
    }

    @Test
    void aModelWithoutToolsOrWithASmallWindowIsAskedInAnotherWay() throws Exception {
        model.fails(FailureKind.NO_TOOLS, "").fails(FailureKind.CONTEXT_TOO_LONG, "").answers("Soup.");
        ask("What now?");
        assertFalse(model.requests.getFirst().tools().isEmpty());
        assertEquals(List.of(), model.requests.get(1).tools());
        assertEquals("Soup.", texts().getLast());
    }

    @Test
    void aBusyServerIsAskedAgainAndStopEndsTheWaiting() throws Exception {
        model.says(new ChatEvent.Failed(
                new Failure(FailureKind.RATE_LIMIT, "", 429, Duration.ofMillis(20)), ""));
        model.answers("Soup.");
        assertNull(ask("What now?").problem());
        model.says(new ChatEvent.Failed(
                new Failure(FailureKind.RATE_LIMIT, "", 429, Duration.ofSeconds(29)), ""));
        Waiting waiting = new Waiting();
        Answering answering = room.send(session, "And now?", waiting);
        waiting.awaitChange();
        answering.stop();
        assertNull(waiting.end().answer());
    }

    @Test
    void nothingIsSentBeforeThePersonHasAgreed() throws Exception {
        agreed = false;
        Ended end = ask("What now?");
        assertEquals(List.of(), model.requests);
        assertNotNull(end.problem());
        assertTrue(end.problem().cures().contains(TurnProblem.Cure.CONSENT));
        assertEquals(List.of("What now?"), texts(), "but the question is kept");
    }

    @Test
    void olderMessagesArePassedOverWhereTheModelReadsNoMore() throws Exception {
        window = 3_000;
        for (int i = 0; i < 8; i++) {
            model.answers("A long answer. ".repeat(60));
            ask("Question " + i);
        }
        Waiting waiting = new Waiting();
        model.answers("Done.");
        Answering answering = room.send(session, "Last one", waiting);
        waiting.end();
        assertTrue(answering.soFar().passedOver() > 0);
        TurnRequest request = model.requests.getLast();
        assertTrue(request.messages().getFirst() instanceof TurnMessage.User);
        for (int i = 1; i < request.messages().size(); i++) {
            assertFalse(request.messages().get(i).getClass().equals(request.messages().get(i - 1).getClass()), "alternating");
        }
        double tokens = Prompting.tokens(request.messages().stream().map(Object::toString).collect(Collectors.joining()));
        assertTrue(tokens < window, "fits: " + tokens);
    }

    @Test
    void whatMayNotBeToldIsNotTold() throws Exception {
        ChatRoom quiet = new ChatRoom(KITCHEN.rows.chats(), () -> new Answerer(
                model, "m", "example.org", false, true, new Answerer.Sharing(false, false, 8_192, true)),
                KITCHEN.tools, KITCHEN.clock);
        model.calls("get_pantry", "{}").answers("ok");
        Waiting waiting = new Waiting();
        quiet.send(session, "What can I cook with spinach?", waiting);
        waiting.end();
        String all = model.requests.toString();
        assertFalse(all.contains("Spinach") || all.contains("Banana"), "not a word of the kitchen");
        assertEquals(
                List.of("convert_units", "propose_recipe"),
                model.requests.getFirst().tools().stream().map(ToolSpec::name).toList());
    }

    @Test
    void whatACrashLeftBecomesAMessageOnce() {
        ChatRepository chats = KITCHEN.rows.chats();
        ChatMessage question = chats.add(session, new ChatMessage(
                NewId.at(TestKitchen.NOW), session.id(), Role.USER, "How?", TestKitchen.NOW, MessageDetails.PLAIN));
        UUID answer = NewId.at(TestKitchen.NOW);
        chats.keepDraft(new AnswerDraft(answer, session.id(), "Boil the", TestKitchen.NOW, MessageDetails.PLAIN));
        chats.keepDraft(new AnswerDraft(NewId.at(TestKitchen.NOW), session.id(), " ", TestKitchen.NOW, MessageDetails.PLAIN));
        assertEquals(1, room.recover());
        assertEquals(0, room.recover());
        assertEquals(List.of(question.id(), answer), shown().stream().map(ChatMessage::id).toList());
        assertEquals(Status.CUT_OFF, shown().getLast().details().status());
    }

    @Test
    void aDraftIsKeptWhileAnAnswerIsWrittenAndClosingKeepsTheAnswer() throws Exception {
        model.hangsAfter("Boil the");
        Waiting waiting = new Waiting();
        room.send(session, "How?", waiting);
        waiting.awaitChange();
        assertEquals(List.of("Boil the"), KITCHEN.rows.chats().drafts().stream().map(AnswerDraft::content).toList());
        room.close();
        assertEquals(List.of("How?", "Boil the"), texts());
        assertEquals(List.of(), KITCHEN.rows.chats().drafts());
    }

    @Test
    void sessionsAreRenamedDeletedAndBroughtBack() throws Exception {
        model.answers("Soup.");
        ask("What about quinces?");
        room.rename(session.id(), "  Quince\nday ");
        room.rename(session.id(), " ");
        assertEquals("Quince day", room.open(session.id()).orElseThrow().session().title());
        assertEquals(1, room.delete(List.of(session.id())));
        assertTrue(room.open(session.id()).isEmpty());
        assertEquals(1, room.restore(List.of(session.id())));
        assertEquals(List.of("What about quinces?", "Soup."), texts());
    }
}
