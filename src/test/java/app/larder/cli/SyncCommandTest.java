package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.backup.Backups;
import app.larder.chat.ChatRoom;
import app.larder.cook.CookNow;
import app.larder.pantry.Pantry;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.RecipeRepository;
import app.larder.sync.Exchange;
import app.larder.sync.ServerTroubleException;
import app.larder.sync.Step;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code larder sync} says, exchange by exchange. */
class SyncCommandTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Deque<Object> answers = new ArrayDeque<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** A server that says what was planned. */
    private final class Planned implements Exchange {

        @Override
        public Step step() {
            Object next = answers.remove();
            if (next instanceof ServerTroubleException trouble) {
                throw trouble;
            }
            return (Step) next;
        }

        @Override
        public Step check() {
            return step();
        }

        @Override
        public Step standing() {
            return step();
        }

        @Override
        public void answerDeletions(boolean delete) {
            throw new IllegalStateException("the command line answers nothing by itself");
        }
    }

    private record Larder(Optional<Exchange> exchange) implements OpenLarder {

        private static IllegalStateException unasked() {
            return new IllegalStateException("sync needs nothing of it");
        }

        @Override
        public RecipeBook recipeBook() {
            throw unasked();
        }

        @Override
        public PhotoRepository photos() {
            throw unasked();
        }

        @Override
        public RecipeRepository recipes() {
            throw unasked();
        }

        @Override
        public Pantry pantry() {
            throw unasked();
        }

        @Override
        public CookNow cookNow() {
            throw unasked();
        }

        @Override
        public Backups backups() {
            throw unasked();
        }

        @Override
        public ChatRoom chatRoom() {
            throw unasked();
        }

        @Override
        public void close() {
            throw unasked();
        }
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new SyncCommand(
                () -> new Larder(Optional.of(new Planned())),
                new PrintStream(printed, true, StandardCharsets.UTF_8)));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            throw failure;
        });
        return line.execute(arguments);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Step step(Step.Kind kind, int sent, int waiting, int refused, boolean more) {
        return new Step(kind, sent, 2, waiting, refused, 0, more, NOON);
    }

    @Test
    void itGoesOnUntilNothingIsLeft() {
        answers.add(step(Step.Kind.DONE, 100, 20, 0, true));
        answers.add(step(Step.Kind.DONE, 20, 0, 0, false));
        assertEquals(Exit.DONE, run("--once"));
        assertEquals(
                List.of("Going on: 100 sent, 2 received, 20 waiting.", "Up to date: 20 sent, 2 received."), lines());
    }

    @Test
    void jsonIsAnObjectAnExchange() {
        answers.add(step(Step.Kind.DONE, 1, 3, 3, false));
        assertEquals(Exit.FAILED, run("--json"));
        assertEquals(
                List.of("{\"kind\":\"done\",\"sent\":1,\"received\":2,\"waiting\":3,\"refused\":3,\"staged\":0,"
                        + "\"synced\":\"2026-11-23T12:00:00Z\"}"),
                lines());
    }

    @Test
    void statusAsksNobodyAndSaysWhatWaits() {
        answers.add(step(Step.Kind.DONE, 0, 3, 1, false));
        assertEquals(Exit.FAILED, run("status"));
        assertTrue(lines().getFirst().endsWith(", 2 waiting, 1 refused."), lines().toString());
    }

    @Test
    void statusTakesJsonOnEitherSide() {
        for (String[] arguments : List.of(new String[] {"status", "--json"}, new String[] {"--json", "status"})) {
            answers.add(step(Step.Kind.SIGNED_OUT, 0, 0, 0, false));
            assertEquals(Exit.LOCKED, run(arguments));
        }
        assertEquals(2, lines().stream().filter(line -> line.startsWith("{\"kind\":\"signed_out\"")).count());
    }

    @Test
    void watchingEndsWithTheAccount() {
        answers.add(step(Step.Kind.ACCOUNT_GONE, 0, 1, 0, false));
        assertEquals(Exit.FAILED, run("--watch"));
        assertEquals("on this computer only, 1 waiting", lines().getLast());
    }

    @Test
    void oneWayOrTheOther() {
        assertEquals(Exit.USAGE, run("--once", "--watch"));
    }

    @Test
    void whatCannotBeReachedIsASentence() {
        SyncCommand command = new SyncCommand(() -> new Larder(Optional.of(new Planned())), Streams.own());
        answers.add(new ServerTroubleException(ServerTroubleException.Kind.AGAIN, "08001", new IllegalStateException()));
        CommandFailure failure = assertThrows(CommandFailure.class, command::call);
        assertEquals("The family's database can't be reached. What changed here waits and is sent the next time.", failure.getMessage());
    }

    @Test
    void whoIsNotConnectedIsTold() {
        CommandFailure failure = assertThrows(
                CommandFailure.class, () -> new SyncCommand(() -> new Larder(Optional.empty()), Streams.own()).call());
        assertEquals(Exit.FAILED, failure.exitCode());
    }
}
