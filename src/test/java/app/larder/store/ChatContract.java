package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.NewId;
import app.larder.chat.AnswerDraft;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatMessage.Role;
import app.larder.chat.ChatRepository;
import app.larder.chat.ChatSession;
import app.larder.chat.MessageDetails;
import app.larder.chat.MessageDetails.Status;
import app.larder.chat.Proposal;
import app.larder.chat.ProposedRecipe;
import app.larder.chat.SessionSummary;
import app.larder.chat.Timings;
import app.larder.chat.ToolStep;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link ChatRepository} promises, whatever database is under it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class ChatContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Place place;
    private ChatRepository chats;
    private final AtomicInteger people = new AtomicInteger();

    abstract Place open(Path folder);

    @BeforeAll
    void openPlace(@TempDir Path folder) {
        place = open(folder);
    }

    @AfterAll
    void close() {
        place.close();
    }

    @BeforeEach
    void somebodyNew() {
        chats = place.newcomer("chatter " + people.incrementAndGet()).chats();
    }

    private static ChatSession session(String title) {
        return new ChatSession(NewId.at(Instant.now()), title, NOON, NOON);
    }

    private static ChatMessage message(ChatSession session, Role role, String text, Instant at) {
        return new ChatMessage(NewId.at(Instant.now()), session.id(), role, text, at, MessageDetails.PLAIN);
    }

    private static MessageDetails rich() {
        ProposedRecipe recipe = new ProposedRecipe(
                "Flatbread", "quick", 2, 10, null, List.of("200 g flour", "1 egg"), List.of("Mix.", "Bake."));
        return new MessageDetails(
                Status.STOPPED,
                "llama3.2",
                UUID.randomUUID(),
                new Timings(120L, 4_000L, 812, 77),
                List.of(new ToolStep("get_pantry", "{\"name\":\"flour\"}", 3, false), new ToolStep("x", "", null, true)),
                List.of(
                        new Proposal.OfRecipe(UUID.randomUUID(), recipe, Proposal.Fate.OPEN, null),
                        new Proposal.OfPantry(
                                UUID.randomUUID(),
                                List.of(new Proposal.PantryMove(Proposal.PantryMove.What.USE, "milk", "200 ml")),
                                Proposal.Fate.DISMISSED)),
                "CANCELLED");
    }

    @Test
    void theFirstMessageStoresItsConversationAndEachOneComesLater() {
        ChatSession session = session("Dinner");
        assertEquals(Optional.empty(), chats.find(session.id()));
        ChatMessage question = chats.add(session, message(session, Role.USER, "What now?", NOON));
        ChatMessage answer = chats.add(session, message(session, Role.ASSISTANT, "Soup.", NOON.minusSeconds(60)));

        assertEquals(NOON, question.createdAt());
        assertEquals(NOON.plusNanos(1000), answer.createdAt(), "a clock that was set back changes no order");
        assertEquals(List.of(question, answer), chats.messages(session.id()));
        assertEquals(answer.createdAt(), chats.find(session.id()).orElseThrow().updatedAt());
    }

    @Test
    void everythingAboutAnAnswerComesBack() {
        ChatSession session = session("Dinner");
        ChatMessage answer = message(session, Role.ASSISTANT, "", NOON).withDetails(rich());
        assertEquals(answer, chats.add(session, answer));
        assertEquals(List.of(answer), chats.messages(session.id()));
    }

    @Test
    void whatBecameOfAProposalReplacesTheDetailsAndKeepsForeignKeys() throws SQLException {
        ChatSession session = session("Dinner");
        ChatMessage answer = chats.add(session, message(session, Role.ASSISTANT, "x", NOON).withDetails(rich()));
        String set = place.isPostgres() ? "'{\"mood\": \"good\"}'::jsonb" : "json '{\"mood\": \"good\"}'";
        place.execute("update larder.message_details set extra = " + set + " where message_id = '" + answer.id() + "'");

        MessageDetails settled = rich().withProposals(rich().proposals().stream()
                .map(proposal -> proposal.with(Proposal.Fate.SAVED, null))
                .toList());
        assertTrue(chats.update(answer.id(), settled));
        assertEquals(settled, chats.messages(session.id()).getFirst().details());
        assertTrue(place.rows("select extra from larder.message_details where message_id = '" + answer.id() + "'")
                .getFirst().contains("mood"));
        assertFalse(chats.update(UUID.randomUUID(), settled));
    }

    @Test
    void aMessageIsStoredOnceAndItsDraftGoesWithIt() {
        ChatSession session = session("Dinner");
        chats.add(session, message(session, Role.USER, "What now?", NOON));
        ChatMessage answer = message(session, Role.ASSISTANT, "Soup.", NOON.plusSeconds(1));
        MessageDetails details = rich().withStatus(Status.CUT_OFF);
        AnswerDraft draft = new AnswerDraft(answer.id(), session.id(), "So", NOON, new MessageDetails(
                Status.CUT_OFF, "llama3.2", details.replaces(), details.timings(), details.steps(), details.proposals(), null));
        chats.keepDraft(draft);
        chats.keepDraft(draft);
        assertEquals(keepsDrafts() ? List.of(draft) : List.of(), chats.drafts());

        chats.add(session, answer);
        assertEquals(List.of(), chats.drafts());
        assertEquals(answer, chats.add(session, answer.withDetails(rich())));
        assertEquals(2, chats.messages(session.id()).size());
        chats.keepDraft(new AnswerDraft(UUID.randomUUID(), UUID.randomUUID(), "?", NOON, MessageDetails.PLAIN));
        assertEquals(List.of(), chats.drafts(), "a draft of no conversation is not kept");
    }

    private boolean keepsDrafts() {
        return !place.isPostgres();
    }

    @Test
    void conversationsAreListedByTheirLatestMessage() {
        ChatSession first = session("First");
        ChatSession second = session("Second");
        chats.add(first, message(first, Role.USER, "a", NOON));
        chats.add(second, message(second, Role.USER, "b", NOON.plusSeconds(1)));
        assertEquals(List.of("Second", "First"), titles(chats.sessions("", 10)));
        chats.add(first, message(first, Role.ASSISTANT, "c", NOON.plusSeconds(2)));
        assertEquals(List.of("First", "Second"), titles(chats.sessions("", 10)));
        assertEquals(List.of("First"), titles(chats.sessions("", 1)));
        assertEquals(2, chats.sessions("", 10).getFirst().messages());
        assertTrue(chats.rename(first.id(), "Renamed"));
        assertEquals(List.of("Renamed", "Second"), titles(chats.sessions("", 10)));
        assertFalse(chats.rename(UUID.randomUUID(), "x"));
    }

    private static List<String> titles(List<SessionSummary> found) {
        return found.stream().map(summary -> String.valueOf(summary.session().title())).toList();
    }

    @Test
    void aSearchFindsWordsOfTitlesAndMessages() {
        ChatSession soup = session("Sourdough too wet");
        ChatSession fish = session("Menu for six");
        chats.add(soup, message(soup, Role.USER, "How long does stock keep?", NOON));
        chats.add(soup, message(soup, Role.ASSISTANT, "Four days.\nCrème fraîche: a week in the 100% cold.", NOON.plusSeconds(1)));
        chats.add(fish, message(fish, Role.USER, "One guest is vegan", NOON));

        assertEquals(List.of("Sourdough too wet"), titles(chats.sessions("stock kee", 10)));
        assertEquals(List.of("Sourdough too wet"), titles(chats.sessions("sourdou", 10)));
        assertEquals(List.of("Menu for six"), titles(chats.sessions("vegan", 10)));
        assertEquals(List.of(), titles(chats.sessions("stock vegan", 10)), "not in one message");
        assertEquals(List.of(), titles(chats.sessions("zzz", 10)));
        assertEquals(List.of(), titles(chats.sessions("!?%", 10)));
        SessionSummary found = chats.sessions("fraîche", 10).getFirst();
        assertNotNull(found.match());
        assertEquals("Crème fraîche: a week in the 100% cold.", found.match().text());
        assertEquals(1, found.match().spans().size());
    }

    @Test
    void theTrashGivesAConversationBackWhole() {
        ChatSession session = session("Dinner");
        chats.add(session, message(session, Role.USER, "What about quinces?", NOON));
        chats.add(session, message(session, Role.ASSISTANT, "Bake them.", NOON.plusSeconds(1)).withDetails(rich()));
        List<ChatMessage> before = chats.messages(session.id());

        assertEquals(1, chats.trash(List.of(session.id(), UUID.randomUUID())));
        assertEquals(List.of(), chats.messages(session.id()));
        assertEquals(List.of(), chats.sessions("quinces", 10));
        assertEquals(0, chats.purgeTrash(NOON));
        assertEquals(1, chats.restore(List.of(session.id())));
        assertEquals(before, chats.messages(session.id()));
        assertEquals(List.of("Dinner"), titles(chats.sessions("quinces", 10)));
        chats.trash(List.of(session.id()));
        assertEquals(1, chats.purgeTrash(Instant.now().plusSeconds(60)));
        assertEquals(0, chats.restore(List.of(session.id())));
    }

    @Test
    void messagesCanBeTakenBack() {
        ChatSession session = session("Dinner");
        ChatMessage question = chats.add(session, message(session, Role.USER, "kept", NOON));
        ChatMessage gone = chats.add(session, message(session, Role.USER, "gone", NOON));
        assertEquals(1, chats.deleteMessages(List.of(gone.id(), UUID.randomUUID())));
        assertEquals(List.of(question), chats.messages(session.id()));
    }

    @Test
    void nobodySeesOrChangesSomebodyElsesConversations() {
        ChatSession mine = session("Mine");
        ChatMessage secret = chats.add(mine, message(mine, Role.USER, "the secret sauce", NOON));
        ChatRepository others = place.newcomer("other " + people.incrementAndGet()).chats();

        assertEquals(List.of(), others.sessions("", 10));
        assertEquals(List.of(), others.sessions("secret", 10));
        assertEquals(Optional.empty(), others.find(mine.id()));
        assertEquals(List.of(), others.messages(mine.id()));
        assertFalse(others.update(secret.id(), rich()));
        assertFalse(others.rename(mine.id(), "theirs"));
        assertEquals(0, others.deleteMessages(List.of(secret.id())));
        assertEquals(0, others.trash(List.of(mine.id())));
        assertThrows(UncheckedIOException.class, () -> others.add(mine, message(mine, Role.USER, "in", NOON)));
        assertEquals(List.of(secret), chats.messages(mine.id()));
    }

    @Test
    void brokenCharactersAreRefused() {
        ChatSession session = session("Dinner");
        for (String bad : List.of("a\0", "\ud800")) {
            assertThrows(
                    IllegalArgumentException.class, () -> chats.add(session, message(session, Role.USER, bad, NOON)));
            assertThrows(IllegalArgumentException.class, () -> chats.rename(session.id(), bad));
        }
        assertEquals(List.of(), chats.sessions("", 10));
    }
}
