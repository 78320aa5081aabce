package app.larder.gallery;

import app.larder.account.NewId;
import app.larder.chat.Answerer;
import app.larder.chat.ChatSession;
import app.larder.chat.MessageDetails;
import app.larder.chat.MessageDetails.Status;
import app.larder.chat.Proposal;
import app.larder.chat.Proposal.Fate;
import app.larder.chat.Proposal.PantryMove;
import app.larder.chat.ProposedRecipe;
import app.larder.chat.Timings;
import app.larder.chat.ToolStep;
import app.larder.chat.view.ChatFixture;
import app.larder.chat.wire.FailureKind;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Chat room, drawn. */
class ChatGalleryTest {

    private static final String GRATIN = """
            You have **everything for two** that use the spinach up:

            1. **Spinach and egg gratin**, 30 min, also uses the open cream.
            2. **Spaghetti with spinach and parmesan**, 20 min.

            Or something new, a flatbread that needs no oven:
            """;

    private static final ProposedRecipe FLATBREAD = new ProposedRecipe(
            "Spinach and egg flatbread",
            "Soft, quick and done in a pan.",
            2,
            15,
            25,
            List.of("200 g flour", "250 g spinach", "1 clove garlic", "120 ml warm water", "2 eggs", "40 g parmesan"),
            List.of(
                    "Knead the flour with the water and a pinch of salt, and let it rest for 10 minutes.",
                    "Wilt the spinach with the sliced garlic, press it dry and season it.",
                    "Roll the dough out thinly and bake it in a hot dry pan, 2 minutes a side.",
                    "Top with the spinach, the fried eggs and the parmesan."));

    @TempDir
    private Path folder;

    private ChatFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ChatFixture(folder).stocked();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Parent room(Locale language, Background background, Consumer<ChatFixture.Screen> act) {
        ChatFixture.Screen screen = fixture.screen(background, new NoDialogs(), language);
        screen.loaded().controller().enter();
        act.accept(screen);
        return Framed.in("chat", Texts.in(language), screen.loaded().root());
    }

    private Parent room(Consumer<ChatFixture.Screen> act) {
        return room(Locale.ENGLISH, new Inline(), act);
    }

    private static MessageDetails details(Status status, List<ToolStep> steps, List<Proposal> proposals, @Nullable String why) {
        return new MessageDetails(status, "llama3.2", null, Timings.NONE, steps, proposals, why);
    }

    private static final List<ToolStep> LOOKED =
            List.of(new ToolStep("get_pantry", "{}", 146, false), new ToolStep("cook_now", "{}", 412, false));

    private ChatSession others() {
        fixture.room.delete(fixture.room.sessions("").stream().map(row -> row.session().id()).toList());
        fixture.conversation("Wie lange hält Fond?", 24 * 19, "Wie lange hält Fond?", "Im Kühlschrank drei Tage.");
        fixture.conversation("Menu for six, one vegan", 24 * 6, "Menu for six, one vegan", "With pleasure.", "And dessert?", "Pears.");
        fixture.conversation("Sourdough too wet", 26, "My sourdough is too wet", "Use less water.");
        return fixture.conversation("Something with the spinach", 0);
    }

    private ChatSession spinach(Proposal... proposals) {
        ChatSession session = others();
        fixture.say(session, ChatFixture.NOW, false, "What can I make with the spinach tonight? Half an hour at most.", MessageDetails.PLAIN);
        fixture.say(session, ChatFixture.NOW, true, GRATIN, details(Status.COMPLETE, LOOKED, List.of(proposals), null));
        return session;
    }

    private static Proposal flatbread(Fate fate) {
        return new Proposal.OfRecipe(NewId.at(ChatFixture.NOW), FLATBREAD, fate, null);
    }

    @Test
    void full() {
        ChatSession session = spinach(flatbread(Fate.OPEN));
        Gallery.pictures("chat-full", () -> room(s -> s.open(session.id())));
    }

    @Test
    void everythingMarkdownCan() {
        ChatSession session = others();
        fixture.say(session, ChatFixture.NOW, false, "How do I make a good stock?\nAnd what goes in?", MessageDetails.PLAIN);
        fixture.say(session, ChatFixture.NOW, true, """
                ## A clear stock

                Start **cold**, never let it *boil*, and skim. See [the long version](https://example.org/stock) for more.

                | Bone | Time | Water |
                |------|------|-------|
                | Chicken | 3 h | 2 l |
                | Beef | 6 h | 3 l |

                - Vegetables
                  - one carrot
                  - one leek
                - A bay leaf

                > Season at the end, never at the start.

                ```
                1 kg bones : 2 l water
                ```
                ---
                Use `about 1 %` salt. <b>No tags</b> are read, and ![a pot](http://example.org/pot.png) is not loaded.
                """, details(Status.LENGTH, List.of(), List.of(), null));
        Gallery.picture("chat-markdown", Gallery.Look.light(1440, 900), () -> room(s -> s.open(session.id())), root -> {});
    }

    @Test
    void streaming() {
        Gallery.pictures("chat-streaming", () -> room(s -> {
            ChatSession session = spinach();
            s.open(session.id());
            s.type("And for the chil");
            s.send("Something without an oven?");
            asked();
            fixture.model.calls("get_pantry", "{}");
            asked();
            fixture.model.says("A **flatbread** needs none. You have:\n\n- flour\n- spinach\n- eggs\n\nShall I scale it for the children, too");
        }));
    }

    private void asked() {
        try {
            fixture.model.asked();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void failed() {
        Gallery.pictures("chat-failed", () -> room(s -> {
            ChatSession session = spinach();
            fixture.say(session, ChatFixture.NOW, false, "And dessert?", MessageDetails.PLAIN);
            fixture.say(
                    session, ChatFixture.NOW, true, "There are pears, and with the",
                    details(Status.CUT_OFF, List.of(), List.of(), "TRUNCATED"));
            s.open(session.id());
            s.send("Something with chocolate?");
            asked();
            fixture.model.fail(FailureKind.UNREACHABLE);
        }));
    }

    @Test
    void cards() {
        ChatSession session = others();
        fixture.say(session, ChatFixture.NOW, false, "I made the flatbread.", MessageDetails.PLAIN);
        fixture.say(session, ChatFixture.NOW, true, "Then this has gone from your pantry:", details(Status.COMPLETE, List.of(), List.of(
                new Proposal.OfPantry(NewId.at(ChatFixture.NOW), List.of(
                        new PantryMove(PantryMove.What.USE, "flour", "200 g"),
                        new PantryMove(PantryMove.What.REMOVE, "spinach", ""),
                        new PantryMove(PantryMove.What.SET, "parmesan", "about 20 g"),
                        new PantryMove(PantryMove.What.ADD, "2 x 400 g tins chopped tomatoes", "")), Fate.OPEN),
                flatbread(Fate.SAVED),
                flatbread(Fate.DISMISSED)), null));
        Gallery.pictures("chat-cards", () -> room(s -> s.open(session.id())));
    }

    @Test
    void fresh() {
        others();
        Gallery.picture("chat-fresh", Gallery.Look.light(900, 600), () -> room(s -> {}), root -> {});
    }

    @Test
    void emptyWithTheHelper() {
        fixture.answerer = new Answerer(fixture.model, MessageDetails.HELPER, "", true, true, fixture.answerer.sharing());
        Gallery.pictures("chat-empty", () -> room(s -> {}));
    }

    @Test
    void asksBeforeTextLeavesTheComputer() {
        fixture.answerer = new Answerer(fixture.model, "gpt-5-mini", "api.openai.com", false, false, fixture.answerer.sharing());
        ChatSession session = spinach();
        Gallery.pictures("chat-consent", () -> room(s -> {
            s.open(session.id());
            s.type("And for six?");
            s.send("And for six?");
        }));
    }

    @Test
    void changesAQuestion() {
        ChatSession session = spinach();
        Gallery.picture("chat-editing", Gallery.Look.light(900, 600), () -> room(s -> {
            s.open(session.id());
            s.editFirst();
        }), root -> {});
    }

    @Test
    void inGermanWithLargeText() {
        ChatSession session = spinach(flatbread(Fate.OPEN));
        Callable<Parent> german = () -> room(Locale.GERMAN, new Inline(), s -> s.open(session.id()));
        Gallery.picture("chat-german", Gallery.Look.light(900, 600), german, root -> {});
        Gallery.picture("chat-german", Gallery.Look.light(1440, 900).withTextSize(200), german, root -> {});
        Gallery.picture("chat-german", Gallery.Look.light(900, 600).withTextSize(200), german, root -> {});
    }

    /** Work done at once, news from other threads on the screen's. */
    private static final class Inline implements Background {
        private final Background direct = Background.direct();

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            direct.run(work, done, failed);
        }

        @Override
        public void onScreen(Runnable change) {
            Platform.runLater(change);
        }

        @Override
        public void close() {}
    }
}
