package app.larder.sync.view;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;

/** A file of what is on this computer only; it never takes the place of another file. */
final class UnsentFile {

    private static final int MOST = 1000;

    private UnsentFile() {}

    /** Writes the lines to a file named after the day and returns it. */
    static Path write(Path folder, Instant now, String lines) throws IOException {
        String day = "larder-unsent-" + now.atOffset(ZoneOffset.UTC).toLocalDate();
        for (int i = 1; ; i++) {
            Path file = folder.resolve(i == 1 ? day + ".jsonl" : day + "-" + i + ".jsonl");
            try {
                return Files.writeString(file, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                if (i == MOST) {
                    throw e;
                }
            }
        }
    }
}
