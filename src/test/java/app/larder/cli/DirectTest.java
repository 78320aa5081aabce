package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.store.FamilyServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code larder --direct} in processes of its own, on a real Postgres, with the login of a computer that was invited. */
class DirectTest {

    @TempDir
    private Path folder;

    private record Result(int exit, String out, String err) {}

    @Test
    void whatIsAddedDirectlyIsInTheFamilysDatabaseAndNotHere() throws Exception {
        try (FamilyServer server = new FamilyServer()) {
            server.signUp(folder.resolve("home"), "anna", "quince jelly");

            Result added = run("{\"name\":\"Linsensuppe\",\"ingredients\":[\"200 g rote Linsen\"]}", "recipes", "add", "--direct");
            assertEquals(0, added.exit(), added.err());
            Result there = run("", "--direct", "recipes", "--ingredient", "linse", "--json");
            assertEquals(1, there.out().lines().count(), there.out() + there.err());
            assertTrue(there.out().contains("rote Linsen"), there.out());
            assertEquals("", run("", "recipes", "--json").out(), "nothing of it is on this computer");

            server.cut();
            Result lost = run("", "--direct", "recipes");
            assertEquals(1, lost.exit());
            assertEquals(1, lost.err().lines().count(), "one sentence: " + lost.err());
            assertTrue(lost.err().startsWith("The connection to the family’s database broke off"), lost.err());
        }
    }

    private Result run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "app.larder.Larder",
                "--home",
                folder.resolve("home").toString()));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it did not come to its end");
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
