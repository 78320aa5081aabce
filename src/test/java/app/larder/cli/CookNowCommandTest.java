package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the command line refuses, before any data is opened. */
final class CookNowCommandTest {

    private static OpenLarder closed() {
        throw new CommandFailure(Exit.BUSY, "opened");
    }

    private static CookNowCommand parsed(String... arguments) {
        CookNowCommand command = new CookNowCommand(CookNowCommandTest::closed);
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
}
