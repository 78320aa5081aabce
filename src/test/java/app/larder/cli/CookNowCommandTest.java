package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.backup.Backups;
import app.larder.chat.ChatRoom;
import app.larder.cook.CookNow;
import app.larder.cook.CookRules;
import app.larder.pantry.Pantry;
import app.larder.pantry.PantryLine;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command line refuses, and what it answers. */
final class CookNowCommandTest {

    private static OpenLarder closed() {
        throw new CommandFailure(Exit.BUSY, "opened");
    }

    private static CookNowCommand parsed(String... arguments) {
        CookNowCommand command = new CookNowCommand(CookNowCommandTest::closed, Streams.own());
        new CommandLine(command).parseArgs(arguments);
        return command;
    }

    @Test
    void refusesNumbersBelowZero() {
        assertEquals(
                Exit.USAGE,
                assertThrows(CommandFailure.class, () -> parsed("--missing", "-1").call()).exitCode());
        assertEquals(
                Exit.USAGE, assertThrows(CommandFailure.class, () -> parsed("--limit=-3").call()).exitCode());
    }

    @Test
    void opensTheDataForWhatMakesSense() {
        assertEquals(
                Exit.BUSY,
                assertThrows(CommandFailure.class, () -> parsed("--json", "--use-soon", "--limit", "3").call())
                        .exitCode());
    }

    @Test
    void refusesWordsForNumbers() {
        assertThrows(CommandLine.ParameterException.class, () -> parsed("--missing", "few"));
    }

    /** A profile in a folder with one recipe and some of what it needs. */
    private record Profile(RecipeBook recipeBook, RecipeRepository recipes, Pantry pantry, CookNow cookNow)
            implements OpenLarder {

        @Override
        public Backups backups() {
            throw new UnsupportedOperationException();
        }

        @Override
        public PhotoRepository photos() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChatRoom chatRoom() {
            throw new UnsupportedOperationException();
        }


        static Profile of(UserStore rows) {
            RecipeBook book = new RecipeBook(rows.recipes(), Clock.systemUTC());
            Pantry pantry = new Pantry(rows.pantry(), Clock.systemUTC());
            CookNow cook = new CookNow(book, pantry, () -> CookRules.DEFAULTS, Clock.systemUTC());
            return new Profile(book, rows.recipes(), pantry, cook);
        }

        @Override
        public Optional<Exchange> exchange() {
            return Optional.empty();
        }

        @Override
        public void close() {
            throw new IllegalStateException("the command line closes what it opened, not the command");
        }
    }

    private static String printed(Profile profile, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CookNowCommand command =
                new CookNowCommand(() -> profile, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        new CommandLine(command).parseArgs(arguments);
        assertEquals(Exit.DONE, command.call());
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysOfEachRecipeWhatIsThereAndWhatIsNot(@TempDir Path folder) {
        try (Database database = Database.local(folder)) {
            Profile profile = Profile.of(database.openFor(database.localUser("me")));
            profile.pantry().add(List.of(
                    profile.pantry().row(PantryLine.of("200 g flour")), profile.pantry().row(PantryLine.of("6 eggs"))));
            JsonNode given = new JsonMapper().readTree(
                    "{\"name\":\"Pancakes\",\"ingredients\":[\"300 g flour\",\"2 eggs\",\"500 ml milk\",\"salt\"]}");
            profile.recipeBook().add(List.of(RecipesCommand.fresh(given, profile.recipeBook())));

            String people = printed(profile);
            assertTrue(people.contains("Pancakes: 2 of 4 at home\n    needs 300 g flour, you have 200 g\n    needs 500 ml milk,"
                    + " you have none\n1 recipe\n"), people);

            JsonNode recipe = new JsonMapper().readTree(printed(profile, "--json"));
            assertEquals(List.of(1, 1, 2, 4), Stream.of("missing", "partly", "covered", "total")
                    .map(key -> recipe.get(key).asInt()).toList());
            JsonNode flour = recipe.get("lines").get(0);
            assertEquals(List.of("300 g flour", "partly", "300 g", "200 g", "100 g"),
                    Stream.of("text", "state", "need", "have", "missing").map(key -> flour.get(key).asString()).toList());
            assertEquals("", printed(profile, "--json", "--missing", "0"));
        }
    }
}
