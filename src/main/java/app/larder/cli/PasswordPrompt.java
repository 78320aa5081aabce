package app.larder.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a command gets a password: a file that the environment names, else whoever sits at the terminal. */
public final class PasswordPrompt {

    private static final String FILE = "LARDER_PASSWORD_FILE";

    private final Map<String, String> environment;
    private final @Nullable Console console;

    /** Asks there. */
    public PasswordPrompt(Map<String, String> environment, @Nullable Console console) {
        this.environment = environment;
        this.console = console;
    }

    /**
     * The password of a person; the caller clears it.
     *
     * @throws CommandFailure if there is nobody to ask, or the file can't be read
     */
    public char[] of(String person) {
        String file = environment.get(FILE);
        if (file != null && !file.isBlank()) {
            return firstLine(file);
        }
        // Java gives a console even where nobody sits at it.
        if (console == null || !console.isTerminal()) {
            throw new CommandFailure(
                    Exit.LOCKED,
                    "What " + person + " keeps is protected by a password, and there is no terminal to ask for it: name a"
                            + " file that holds it in " + FILE + ".");
        }
        char[] typed = console.readPassword("Password of %s: ", person);
        if (typed == null) {
            throw new CommandFailure(Exit.LOCKED, "No password was given.");
        }
        return typed;
    }

    private static char[] firstLine(String file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(Exit.LOCKED, "The file that " + FILE + " names cannot be read.", e);
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        text.get(line);
        Arrays.fill(text.array(), ' ');
        return line;
    }
}
