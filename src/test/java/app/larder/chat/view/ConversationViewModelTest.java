package app.larder.chat.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.chat.AnswerSoFar;
import app.larder.chat.Answerer;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatSession;
import app.larder.chat.MessageDetails.Status;
import app.larder.chat.TurnProblem.Cure;
import app.larder.chat.view.ConversationViewModel.State;
import app.larder.chat.wire.End;
import app.larder.chat.wire.FailureKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation without a screen. */
class ConversationViewModelTest {

    @TempDir
    private Path folder;

    private final QueuedScreen screen = new QueuedScreen();
    private ChatFixture fixture;
    private ConversationViewModel conversation;

    @BeforeEach
    void open() {
        fixture = new ChatFixture(folder);
        conversation = fixture.conversation(screen, Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void type(String text) {
        conversation.typed().textProperty().set(text);
    }

    private void send(String text) throws InterruptedException {
        type(text);
        conversation.send();
        fixture.model.asked();
    }

    private void ended() throws InterruptedException {
        screen.until(() -> !conversation.live().busyProperty().get());
    }

    private List<String> said() {
        return conversation.messagesProperty().get().stream().map(shown -> shown.message().content()).toList();
    }

    private ChatMessage message(int index) {
        return conversation.messagesProperty().get().get(index).message();
    }

    private AnswerSoFar live() {
        conversation.pulse();
        return Objects.requireNonNull(conversation.live().soFarProperty().get());
    }

    @Test
    void anAnswerGrowsBeforeOnesEyesAndStandsThereInTheEnd() throws InterruptedException {
        assertEquals(State.FRESH, conversation.stateProperty().get());
        send("What now?");
        assertEquals("", conversation.typed().textProperty().get(), "the field is free again");
        assertEquals(List.of("What now?"), said());
        fixture.model.says("So");
        assertEquals("So", live().text());
        fixture.model.says("up.");
        assertEquals("Soup.", live().text());
        fixture.model.ends();
        ended();
        assertEquals(List.of("What now?", "Soup."), said());
        assertNull(conversation.live().soFarProperty().get());
        assertNull(conversation.live().problemProperty().get());
    }

    @Test
    void oneCanTypeWhileAnAnswerComesButNotSend() throws InterruptedException {
        send("One");
        type("Two");
        fixture.model.says("...");
        live();
        conversation.send();
        assertEquals("Two", conversation.typed().textProperty().get());
        assertFalse(fixture.model.isAsked());
        fixture.model.ends();
        ended();
        conversation.send();
        fixture.model.asked();
        assertEquals(List.of("One", "...", "Two"), said());
    }

    @Test
    void stopKeepsThePartThatCame() throws InterruptedException {
        assertFalse(conversation.live().stop());
        send("Tell me all");
        fixture.model.says("First,");
        assertTrue(conversation.live().stop());
        ended();
        assertEquals(List.of("Tell me all", "First,"), said());
        assertEquals(Status.STOPPED, message(1).details().status());
        assertNull(conversation.live().problemProperty().get(), "to stop is no problem");
    }

    @Test
    void stopBeforeTheFirstWordLeavesAQuestionWithoutAnAnswer() throws InterruptedException {
        send("Tell me all");
        conversation.live().stop();
        ended();
        assertTrue(conversation.messagesProperty().get().getFirst().unanswered());
        conversation.retry(message(0));
        fixture.model.asked().says("All.").ends();
        ended();
        assertEquals(List.of("Tell me all", "All."), said());
        assertFalse(conversation.messagesProperty().get().getFirst().unanswered());
    }

    @Test
    void whatWentWrongIsSaidAndTriedAgain() throws InterruptedException {
        send("Hello");
        fixture.model.fail(FailureKind.AUTH);
        ended();
        assertEquals(Set.of(Cure.SETTINGS, Cure.HELPER), Objects.requireNonNull(conversation.live().problemProperty().get()).cures());
        assertTrue(conversation.messagesProperty().get().getFirst().unanswered());
        conversation.useHelper();
        fixture.model.asked().says("Yes?").ends();
        ended();
        assertEquals(List.of("helper"), fixture.told);
        assertNull(conversation.live().problemProperty().get());
        assertEquals(List.of("Hello", "Yes?"), said());
    }

    @Test
    void anAnswerGoesOnWhereItBrokeOff() throws InterruptedException {
        send("Hello");
        fixture.model.says("Good ").ends(End.LENGTH);
        ended();
        assertEquals(Status.LENGTH, message(1).details().status());
        conversation.goOn(message(1));
        fixture.model.asked().says("day.");
        assertEquals("Good day.", live().text());
        assertEquals(List.of("Hello"), said(), "what is written anew stands aside");
        fixture.model.ends();
        ended();
        assertEquals(List.of("Hello", "Good day."), said());
    }

    @Test
    void aQuestionIsSentAgainInOtherWordsAndThatIsTakenBack() throws InterruptedException {
        send("Soup?");
        fixture.model.says("Leek.").ends();
        ended();
        type("half a thou");
        conversation.edit(message(0));
        assertEquals("Soup?", conversation.typed().textProperty().get());
        assertTrue(conversation.typed().cancelEdit());
        assertEquals("half a thou", conversation.typed().textProperty().get());

        conversation.edit(message(0));
        send("Cake?");
        assertEquals("half a thou", conversation.typed().textProperty().get(), "what was typed before is back");
        assertNull(conversation.typed().editedProperty().get());
        fixture.model.says("Plum.").ends();
        ended();
        assertEquals(List.of("Cake?", "Plum."), said());
        screen.until(() -> fixture.notice() != null);
        fixture.notices.undo();
        assertEquals(List.of("Soup?", "Leek."), said());
    }

    @Test
    void nothingLeavesTheComputerBeforeOneAgrees() throws InterruptedException {
        fixture.answerer = new Answerer(fixture.model, "gpt", "api.example.com", false, false, ChatFixture.ALL);
        type("Hello");
        conversation.send();
        assertNotNull(conversation.consent().askedProperty().get());
        assertFalse(fixture.model.isAsked());
        assertEquals("Hello", conversation.typed().textProperty().get(), "it is still typed");
        assertTrue(fixture.room.sessions("").isEmpty());
        assertTrue(conversation.consent().notAgreed());
        assertNull(conversation.consent().askedProperty().get());

        conversation.send();
        conversation.consent().agree();
        fixture.model.asked();
        assertEquals(List.of("agreed to api.example.com"), fixture.told);
        assertEquals(List.of("Hello"), said());
    }

    @Test
    void whoeverLeavesFindsTheAnswerStillBeingWritten() throws InterruptedException {
        ChatSession other = fixture.conversation("Other", 5, "a", "b");
        send("Long one");
        UUID here = conversation.stored().orElseThrow();
        fixture.model.says("It ");
        conversation.open(other.id());
        assertEquals(List.of("a", "b"), said());
        assertFalse(conversation.live().busyProperty().get());
        fixture.model.says("grows");
        conversation.open(here);
        assertTrue(conversation.live().busyProperty().get());
        assertEquals("It grows", live().text());
        conversation.open(other.id());
        int changes = conversation.changesProperty().get();
        fixture.model.ends();
        screen.until(() -> conversation.changesProperty().get() > changes);
        assertEquals(List.of("a", "b"), said());
        conversation.open(here);
        assertEquals(List.of("Long one", "It grows"), said());
    }

    @Test
    void whatIsTypedSurvivesTheConversationTheRoomAndTheProgram() {
        ChatSession other = fixture.conversation("Other", 5, "a", "b");
        type("for a new one");
        conversation.open(other.id());
        assertEquals("", conversation.typed().textProperty().get());
        type("for the other");
        conversation.typed().keepNow();

        conversation = fixture.conversation(screen, Locale.ENGLISH);
        assertEquals("for a new one", conversation.typed().textProperty().get());
        conversation.open(other.id());
        assertEquals("for the other", conversation.typed().textProperty().get());
        try (ChatFixture later = new ChatFixture(folder)) {
            assertEquals("for a new one", later.conversation(screen, Locale.ENGLISH).typed().textProperty().get());
        }
    }

    @Test
    void aConversationThatIsGoneMakesWayForANewOne() {
        conversation.open(UUID.randomUUID());
        assertEquals(State.FRESH, conversation.stateProperty().get());
    }
}
