package app.larder.cli;

import app.larder.account.ServerAddress;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command gets a database's address from, without an argument that other programs could read. */
final class AddressOptions {

    @Option(
            names = "--url-file",
            paramLabel = "FILE",
            description = "A file whose first line is the address; - for standard input. Default: DATABASE_URL, else it is"
                    + " asked for.")
    private @Nullable Path file;

    @Option(
            names = "--root-certificate",
            paramLabel = "FILE",
            description = "The certificate that signs the server's, as Supabase offers it in its database settings.")
    private @Nullable Path rootCertificate;

    /**
     * The address.
     *
     * @throws CommandFailure if there is none
     */
    ServerAddress address(Map<String, String> environment) {
        String url = url(environment);
        if (url == null || url.isBlank()) {
            throw new CommandFailure(
                    Exit.USAGE, "Which database? Put its address into DATABASE_URL, or into a file for --url-file.");
        }
        return new ServerAddress(url, rootCertificate);
    }

    private @Nullable String url(Map<String, String> environment) {
        if (file != null) {
            return firstLine(file);
        }
        String set = environment.get("DATABASE_URL");
        if (set != null) {
            return set;
        }
        Console console = Objects.requireNonNull(System.console(), "never null since JDK 22");
        char[] typed = console.isTerminal() ? console.readPassword("Address of the database: ") : null;
        return typed == null ? null : new String(typed);
    }

    private static @Nullable String firstLine(Path file) {
        try (BufferedReader reader = file.toString().equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(file)) {
            return reader.readLine();
        } catch (IOException e) {
            throw new CommandFailure(Exit.USAGE, "The file " + file + " can't be read.", e);
        }
    }
}
