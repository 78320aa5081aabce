package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelves;
import app.larder.backup.Backups;
import app.larder.chat.Answerer;
import app.larder.chat.ChatKeys;
import app.larder.chat.ChatModels;
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
import app.larder.settings.ChatSettings;
import app.larder.store.CipherChange;
import app.larder.store.Database;
import app.larder.store.UserStore;
import app.larder.sync.Exchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
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

        static Home open(Path folder, @Nullable Supplier<Answerer> asked) {
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
                    database, rows.recipes(), book, pantry, cook, new ChatRoom(rows.chats(), asked == null ? () -> helper : asked, tools, clock));
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
        return run(home, null, words);
    }

    private static Said run(Path home, @Nullable Supplier<Answerer> asked, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (Home larder = Home.open(home, asked)) {
            ChatCommand command = new ChatCommand(
                    () -> larder,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            int exit = new CommandLine(command)
                    .setExecutionExceptionHandler((failure, _, _) -> {
                        err.writeBytes(String.valueOf(failure.getMessage()).getBytes(StandardCharsets.UTF_8));
                        return failure instanceof CommandFailure known ? known.exitCode() : -1;
                    })
                    .execute(words);
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
        try (Home larder = Home.open(home, null)) {
            assertEquals(4, larder.chatRoom().sessions("").getFirst().messages());
            assertEquals("Are you an AI?", larder.chatRoom().sessions("").getFirst().session().title());
        }
    }

    /** 127.0.0.2 is this computer, too, but Larder takes it for another: only the usual names are trusted to be local. */
    @Test
    void nothingGoesToAnotherComputerBeforeThePersonHasAgreed(@TempDir Path home) throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
        } catch (IOException e) {
            throw new TestAbortedException("SKIPPED: this system has no 127.0.0.2", e);
        }
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"choices\":[{\"message\":{\"content\":\"Soup.\"},\"finish_reason\":\"stop\"}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        String host = "127.0.0.2:" + server.getAddress().getPort();
        try (Entered entered = new People(new ProfileFolder(home.resolve("p")), new CipherChange(), _ -> {}).enterAtOnce().orElseThrow()) {
            ChatSettings none = ChatSettings.DEFAULTS.withProvider(ChatSettings.Provider.OTHER).withAddress("http://" + host).withModel("m");
            ChatSettings less = none.withShared(false, false).agreeingTo(host).withShared(true, true);
            for (ChatSettings notAgreed : List.of(none, less, none.agreeingTo("127.0.0.3"))) {
                Said refused = run(home, models(entered, notAgreed), "What can I cook?");
                assertEquals(Exit.FAILED, refused.exit());
                assertEquals("", refused.out());
                assertEquals("Nothing was sent or kept: " + host + " is not on this computer, and you have not agreed yet that text goes"
                        + " there. Ask something in the window's Chat room once and agree there.", refused.err());
            }
            assertEquals(List.of(), asked);
            Said answered = run(home, models(entered, none.agreeingTo(host)), "What can I cook?");
            assertEquals("Soup." + System.lineSeparator(), answered.out(), answered.err());
            assertEquals(Exit.DONE, answered.exit());
            assertEquals(1, asked.size());
            assertTrue(asked.getFirst().contains("What can I cook?"), asked.getFirst());
        } finally {
            server.stop(0);
        }
        try (Home larder = Home.open(home, null)) {
            assertEquals(1, larder.chatRoom().sessions("").size(), "what was refused left nothing behind");
        }
    }

    private static ChatModels models(Entered entered, ChatSettings chosen) {
        ChatKeys keys = new ChatKeys(new SecretShelves(entered, SecretShelf.session()));
        return new ChatModels(() -> chosen, keys, (_, _) -> {
            throw new IllegalStateException("the helper is not asked");
        });
    }
}
