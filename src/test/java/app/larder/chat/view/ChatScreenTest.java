package app.larder.chat.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.chat.ChatSession;
import app.larder.chat.MessageDetails;
import app.larder.fx.Background;
import app.larder.fx.Dialogs;
import app.larder.fx.Theme;
import app.larder.gallery.Gallery;
import app.larder.gallery.NoDialogs;
import app.larder.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;

/** The Chat room used with keyboard and mouse, with the threads of the real window. */
class ChatScreenTest {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final String LINES = "A line of the answer, neither long nor short.\n\n".repeat(40);

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final List<URI> opened = new ArrayList<>();
    private ChatFixture fixture;
    private Background background;
    private ChatFixture.Screen room;
    private Stage stage;

    @BeforeEach
    void open() {
        Gallery.startToolkit();
        fixture = new ChatFixture(folder).stocked();
        background = Background.threads();
        room = Gallery.onScreen(() -> fixture.screen(background, new Opening(opened), Locale.ENGLISH));
        stage = Gallery.onScreen(this::show);
        Gallery.settle();
    }

    private Stage show() {
        Scene scene = new Scene(new StackPane(room.loaded().root()), 960, 640);
        // What the window's frame does with Esc.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                room.loaded().controller().back();
            }
        });
        new Theme(scene).apply(Settings.DEFAULTS);
        Stage shown = new Stage();
        shown.setScene(scene);
        shown.show();
        shown.requestFocus();
        room.loaded().controller().enter();
        return shown;
    }

    @AfterEach
    void close() {
        Gallery.onScreen(() -> {
            room.loaded().controller().leave();
            stage.close();
            return true;
        });
        fixture.close();
        background.close();
    }

    private Node find(String selector) {
        return Gallery.onScreen(() -> stage.getScene().lookup(selector));
    }

    private String typed() {
        return Gallery.onScreen(() -> ((TextArea) stage.getScene().lookup("#chat-typed")).getText());
    }

    /** All that can be read in the messages. */
    private String text() {
        return Gallery.onScreen(() -> {
            StringBuilder all = new StringBuilder();
            collect(((ScrollPane) stage.getScene().lookup("#chat-scroll")).getContent(), all);
            return all.toString();
        });
    }

    private static void collect(Node node, StringBuilder all) {
        if (node instanceof javafx.scene.text.Text text) {
            all.append(text.getText());
        }
        if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private static void waitFor(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!holds.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came");
            }
            Thread.sleep(20);
        }
    }

    private void waitForText(String wanted) throws Exception {
        waitFor(() -> text().contains(wanted));
    }

    @Test
    void oneTypesOnWhileAnAnswerComesAndEscKeepsThePartThatCame() throws Exception {
        robot.write("soup").type(KeyCode.ENTER);
        fixture.model.asked().says("With **leek**, ");
        waitForText("leek");
        robot.write("and");
        fixture.model.says("and cream");
        robot.write(" cake");
        waitForText("and cream");
        assertEquals("and cake", typed());
        robot.type(KeyCode.ESCAPE);
        waitForText("Stopped by you");
        assertTrue(text().contains("and cream"), text());
        assertEquals("and cake", typed());
        robot.type(KeyCode.ENTER);
        fixture.model.asked().says("Plum.").ends();
        waitForText("Plum.");
    }

    @Test
    void anAnswerOfAModelThatReadOnlyPartSaysSo() throws Exception {
        robot.write("soup").type(KeyCode.ENTER);
        fixture.model.asked().says("Leek.").hasReadOnlyPart().ends();
        waitForText("The model has read only part of this conversation");
        assertTrue(text().contains("Leek."), text());
    }

    @Test
    void whoeverReadsFurtherUpStaysThere() throws Exception {
        robot.write("all").type(KeyCode.ENTER);
        fixture.model.asked().says(LINES);
        waitForText("A line");
        Gallery.settle();
        ScrollPane scroll = (ScrollPane) find("#chat-scroll");
        assertEquals(1, Gallery.onScreen(scroll::getVvalue), 0.001, "who is at the end follows");
        Gallery.onScreen(() -> {
            scroll.setVvalue(0.3);
            return true;
        });
        double before = top(scroll);
        fixture.model.says(LINES);
        Gallery.settle();
        assertEquals(before, top(scroll), 1.5);
        waitFor(() -> Gallery.onScreen(() -> shown("#chat-more").isVisible()));
        fixture.model.ends();
        waitFor(() -> Gallery.onScreen(() -> !shown("#chat-stop").isVisible()));
        Gallery.settle();
        assertEquals(before, top(scroll), 1.5, "also when the answer is stored");
        robot.clickOn("#chat-more");
        Gallery.settle();
        assertEquals(1, Gallery.onScreen(scroll::getVvalue), 0.001);
        assertFalse(Gallery.onScreen(() -> shown("#chat-more").isVisible()));
    }

    private Node shown(String selector) {
        return stage.getScene().lookup(selector);
    }

    /** How much of the page is above its window, in pixels. */
    private static double top(ScrollPane scroll) {
        return Gallery.onScreen(() -> scroll.getContent().sceneToLocal(scroll.localToScene(0, 0)).getY());
    }

    @Test
    void aLongConversationShowsItsEndAndMoreOfItOnRequest() throws Exception {
        ChatSession session = fixture.conversation("Long", 3);
        for (int i = 0; i < 100; i++) {
            fixture.say(session, ChatFixture.NOW, i % 2 == 1, "message number " + i, MessageDetails.PLAIN);
        }
        Gallery.onScreen(() -> {
            room.open(session.id());
            return true;
        });
        waitForText("message number 99");
        assertFalse(text().contains("message number 75"));
        Gallery.settle();
        ScrollPane scroll = (ScrollPane) find("#chat-scroll");
        Gallery.onScreen(() -> {
            scroll.setVvalue(0);
            return true;
        });
        Gallery.settle();
        robot.clickOn("Show earlier messages");
        Gallery.settle();
        assertTrue(text().contains("message number 40"), "forty more");
        assertTrue(top(scroll) > 1_000, "the reader is where they were: " + top(scroll));
    }

    @Test
    void hostileMarkdownIsTextAndALinkAsksFirst() throws Exception {
        ChatSession session = fixture.conversation("Bad", 3, "hello");
        fixture.say(session, ChatFixture.NOW, true, """
                <img src="http://evil.example/a.png"><script>alert(1)</script>

                ![pot](http://evil.example/b.png) [https://bank.example](https://evil.example/steal) [x](javascript:alert)
                """, MessageDetails.PLAIN);
        Gallery.onScreen(() -> {
            room.open(session.id());
            return true;
        });
        waitForText("<script>alert(1)</script>");
        Node page = ((ScrollPane) find("#chat-scroll")).getContent();
        assertTrue(Gallery.onScreen(() -> page.lookupAll("*").stream().noneMatch(ImageView.class::isInstance)));
        List<Hyperlink> links = Gallery.onScreen(() -> page.lookupAll(".hyperlink").stream()
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .toList());
        assertEquals(1, links.size());
        assertEquals("https://bank.example, link to evil.example", links.getFirst().getAccessibleText());
        Gallery.onScreen(() -> {
            links.getFirst().fire();
            return true;
        });
        Gallery.settle();
        assertTrue(opened.isEmpty());
        assertEquals("Open evil.example in your browser?", Gallery.onScreen(() -> title(".link-card")));
        robot.type(KeyCode.ESCAPE);
        assertTrue(opened.isEmpty());
        Gallery.onScreen(() -> {
            links.getFirst().fire();
            return true;
        });
        robot.clickOn("Open");
        assertEquals(List.of(URI.create("https://evil.example/steal")), opened);
    }

    private @Nullable String title(String card) {
        return ((javafx.scene.control.Label) stage.getScene().lookup(card + " .title-section")).getText();
    }

    @Test
    void oneIsRenamedInItsPlaceAndFoundAgain() throws Exception {
        ChatSession session = fixture.conversation("Old name", 3, "hello", "Good day.");
        Gallery.onScreen(() -> {
            room.sessions().load();
            room.open(session.id());
            return true;
        });
        waitForText("Good day.");
        Gallery.settle();
        Gallery.onScreen(() -> {
            stage.getScene().lookup("#chat-sessions").requestFocus();
            return true;
        });
        robot.type(KeyCode.F2);
        Gallery.settle();
        robot.write("Stock").type(KeyCode.ENTER);
        waitFor(() -> "Stock".equals(fixture.room.sessions("").getFirst().session().title()));
        robot.type(KeyCode.DELETE);
        waitFor(() -> fixture.room.sessions("").isEmpty());
        Gallery.onScreen(() -> {
            fixture.notices.undo();
            return true;
        });
        waitForText("Good day.");
    }

    /** Remembers what would have been opened in a browser. */
    private static final class Opening implements Dialogs {
        private final NoDialogs none = new NoDialogs();
        private final List<URI> opened;

        private Opening(List<URI> opened) {
            this.opened = opened;
        }

        @Override
        public List<Path> chooseFiles(String title) {
            return none.chooseFiles(title);
        }

        @Override
        public List<Path> chooseFolder(String title) {
            return none.chooseFolder(title);
        }

        @Override
        public boolean print(String job, PageLayouter pages) {
            return none.print(job, pages);
        }

        @Override
        public void open(URI address) {
            opened.add(address);
        }
    }

    @Test
    void wordsOfAnAnswerAreSelectedAndCopied() {
        ChatSession session = fixture.conversation("Salt", 1, "How much salt?", "A pinch of *coarse* salt is enough.");
        Gallery.onScreen(() -> {
            room.open(session.id());
            return true;
        });
        Gallery.settle();
        TextFlow answer = (TextFlow) find(".markdown .paragraph");
        robot.drag(robot.point(answer).atPosition(Pos.CENTER_LEFT).atOffset(2, 0), MouseButton.PRIMARY);
        double end = Gallery.onScreen(() -> ((Text) answer.getChildren().get(2)).getBoundsInParent().getMinX());
        robot.dropTo(robot.point(answer).atPosition(Pos.CENTER_LEFT).atOffset(end, 0));
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertEquals("A pinch of coarse", copied());

        robot.moveTo(answer, Pos.CENTER_LEFT, new Point2D(end - 10, 0), Motion.DEFAULT).doubleClickOn(MouseButton.PRIMARY);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertEquals("coarse", copied());
    }

    @Test
    void wordsOfAQuestionAndOfSetTextAreCopiedAndSoIsAWholeAnswer() {
        String answer = "Write:\n\n```\nsalt 5\n```";
        ChatSession session = fixture.conversation("Salt", 1, "Handfuls?", answer);
        Gallery.onScreen(() -> {
            room.open(session.id());
            return true;
        });
        Gallery.settle();
        for (String[] place : new String[][] {{".bubble", "Handfuls"}, {".code-block", "salt"}}) {
            robot.moveTo(find(place[0]), Pos.CENTER_LEFT, new Point2D(24, 0), Motion.DEFAULT).doubleClickOn(MouseButton.PRIMARY);
            robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
            assertEquals(place[1], copied());
        }
        robot.clickOn("Copy");
        assertEquals(answer, copied(), "with its Markdown");
    }

    private static String copied() {
        return Gallery.onScreen(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }
}
