package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.chat.Answerer;
import app.larder.backup.Backups;
import app.larder.chat.ChatRoom;
import app.larder.chat.KitchenReads;
import app.larder.chat.KitchenTools;
import app.larder.chat.MessageDetails;
import app.larder.chat.helper.BuiltInHelper;
import app.larder.chat.helper.HelperKitchen;
import app.larder.cook.CookNow;
import app.larder.cook.CookRules;
import app.larder.kitchen.Kitchen;
import app.larder.pantry.Pantry;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.RecipeRepository;
import app.larder.store.Database;
import app.larder.store.UserStore;
import app.larder.sync.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The chat on the command line, with the built-in helper that a new larder has. */
class ChatCommandTest {

    private static OpenLarder closed() {
        throw new CommandFailure(Exit.BUSY, "opened");
    }

    private static int refused(String... arguments) {
        ChatCommand command = new ChatCommand(ChatCommandTest::closed, Streams.own());
        new CommandLine(command).parseArgs(arguments);
        return assertThrows(CommandFailure.class, command::call).exitCode();
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnythingIsOpened() {
        assertEquals(Exit.USAGE, refused("--session", "yesterday", "Hi"));
        assertEquals(Exit.USAGE, refused(" "));
        assertEquals(Exit.BUSY, refused("--session", "NEW", "Hi", "there"));
    }

    /** A larder in a folder, whose chat is the built-in helper's. */
    private record Home(
            Database database, RecipeRepository recipes, RecipeBook recipeBook, Pantry pantry, CookNow cookNow, ChatRoom chatRoom)
            implements OpenLarder {

        @Override
        public PhotoRepository photos() {
            throw new UnsupportedOperationException();
        }

        static Home open(Path folder) {
            Clock clock = Clock.systemUTC();
            Database database = Database.local(folder);
            UserStore rows = database.openFor(database.localUser("cook"));
            RecipeBook book = new RecipeBook(rows.recipes(), clock);
            Pantry pantry = new Pantry(rows.pantry(), clock);
            CookNow cook = new CookNow(book, pantry, () -> CookRules.DEFAULTS, clock);
            Kitchen kitchen = Kitchen.asWritten(Locale.ENGLISH);
            Answerer helper = new Answerer(
                    new BuiltInHelper(new HelperKitchen(book, pantry, cook, () -> kitchen, clock)),
                    MessageDetails.HELPER, "", true, true, new Answerer.Sharing(true, true, 8_192, false));
            KitchenTools tools = new KitchenTools(new KitchenReads(book, pantry, cook, () -> kitchen, clock));
            return new Home(
                    database, rows.recipes(), book, pantry, cook, new ChatRoom(rows.chats(), () -> helper, tools, clock));
        }

        @Override
        public Optional<Exchange> exchange() {
            return Optional.empty();
        }

        @Override
        public Backups backups() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            chatRoom.close();
            database.close();
        }
    }

    private record Said(int exit, String out, String err) {}

    private static Said run(Path home, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (Home larder = Home.open(home)) {
            ChatCommand command = new ChatCommand(
                    () -> larder,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            int exit = new CommandLine(command).execute(words);
            return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aConversationIsBegunAndGoneOnWith(@TempDir Path home) {
        Said first = run(home, "Are", "you", "an", "AI?");
        assertEquals(Exit.DONE, first.exit());
        assertTrue(first.out().contains("I am no AI"), first.out());
        String session = first.err().lines().findFirst().orElse("").replace("session ", "");
        Said second = run(home, "--session", session, "What do I have at home?");
        assertTrue(second.out().contains("Your pantry is empty."), second.out());
        try (Home larder = Home.open(home)) {
            assertEquals(4, larder.chatRoom().sessions("").getFirst().messages());
            assertEquals("Are you an AI?", larder.chatRoom().sessions("").getFirst().session().title());
        }
    }
}
