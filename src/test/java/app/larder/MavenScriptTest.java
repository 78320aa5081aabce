package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvnw} with and without a Maven on this computer; no network, the archive lies in a folder. */
@DisabledOnOs(OS.WINDOWS)
class MavenScriptTest {

    private static final Path SCRIPT = Path.of("mvnw").toAbsolutePath();
    private static final List<String> TOOLS = List.of(
            "sh", "dirname", "awk", "sed", "head", "mktemp", "curl", "sha512sum", "cut", "mkdir", "tar", "gzip", "mv", "rm");

    @TempDir
    private Path folder;

    private Path programs;

    private record Result(int exit, String out) {}

    /** A path with the tools the script needs and no Maven. */
    @BeforeEach
    void tools() throws IOException {
        programs = Files.createDirectory(folder.resolve("programs"));
        for (String tool : TOOLS) {
            Path found = List.of("/usr/bin", "/bin").stream()
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(null);
            assumeTrue(found != null, "needs " + tool);
            Files.createSymbolicLink(programs.resolve(tool), found);
        }
    }

    @Test
    void anInstalledMavenThatIsNewEnoughIsUsed() throws Exception {
        program(programs.resolve("mvn"), "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.1 (abc)' || echo \"installed $*\"");
        Result result = run(Map.of(), "verify", "a b");
        assertEquals("installed verify a b\n", result.out());
        assertEquals(0, result.exit());
    }

    @Test
    void anOldMavenIsPassedOverAndTheArchiveIsFetchedOnce() throws Exception {
        program(programs.resolve("mvn"), "echo 'Apache Maven 3.6.3'");
        Path archive = archive();
        Map<String, String> place = Map.of(
                "MAVEN_ARCHIVE", folder.resolve("place").toUri().toString(), "MAVEN_ARCHIVE_SHA512", sha512(archive));

        Result first = run(place, "verify");
        assertTrue(first.out().contains("fetching Apache Maven"), first.out());
        assertTrue(first.out().endsWith("fetched verify\n"), first.out());

        Files.delete(archive);
        assertEquals("fetched -v\n", run(place, "-v").out());
    }

    @Test
    void anArchiveWithAnotherChecksumIsRefused() throws Exception {
        archive();
        Result result = run(Map.of("MAVEN_ARCHIVE", folder.resolve("place").toUri().toString()), "verify");
        assertEquals(1, result.exit());
        assertTrue(result.out().contains("does not match its checksum; nothing was installed"), result.out());
        assertFalse(Files.exists(folder.resolve("user/larder-maven")));
    }

    @Test
    void withoutANetworkItSaysWhatToDo() throws Exception {
        Result result = run(Map.of("MAVEN_ARCHIVE", folder.resolve("nowhere").toUri().toString()), "verify");
        assertEquals(1, result.exit());
        assertTrue(result.out().contains("Install Maven 3.8.1 or newer, then run this again."), result.out());
    }

    /** An archive that looks like Apache's. */
    private Path archive() throws Exception {
        String version = Files.readString(SCRIPT).lines()
                .filter(line -> line.startsWith("version="))
                .findFirst()
                .orElseThrow()
                .substring("version=".length());
        Path place = Files.createDirectories(folder.resolve("place/apache-maven-" + version + "/bin"));
        program(place.resolve("mvn"), "echo \"fetched $*\"");
        Path archive = folder.resolve("place/apache-maven-" + version + "-bin.tar.gz");
        Process tar = new ProcessBuilder("tar", "-czf", archive.toString(), "apache-maven-" + version)
                .directory(folder.resolve("place").toFile())
                .start();
        assertEquals(0, tar.waitFor());
        return archive;
    }

    private static String sha512(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("MAVEN_USER_HOME", folder.resolve("user").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }
}
