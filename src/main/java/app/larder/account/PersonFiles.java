package app.larder.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The small files beside a person's database: what they have chosen, how they are connected, secrets and unfinished
 * drafts.
 */
final class PersonFiles {

    private PersonFiles() {}

    static Path drafts(Path folder) {
        return folder.resolve("drafts");
    }

    static Path settings(Path folder) {
        return folder.resolve("settings.json");
    }

    static Path connection(Path folder) {
        return folder.resolve("connection.json");
    }

    static Path secrets(Path folder) {
        return folder.resolve("secrets.json");
    }

    /**
     * Brings every one of them under a seal, or from under it, one whole file after the other; can be cut off anywhere
     * and begun again.
     *
     * @param now what they are under now, some of them perhaps not yet
     * @param then what they shall be under
     */
    static void reseal(Path folder, Seal now, Seal then) throws IOException {
        for (Path path : all(folder)) {
            if (path.toString().endsWith(".new")) {
                // Cut off while it was written: the file it was to replace is still there.
                Files.delete(path);
            } else if (KeySeal.sealed(Files.readAllBytes(path)) != then.hides()) {
                String text = new KeptFile(path, now).read().orElse("");
                new KeptFile(path, then).write(text);
            }
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path place : List.of(folder, drafts(folder))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    files.filter(Files::isRegularFile)
                            .filter(file -> !place.equals(folder) || small(folder, file))
                            .forEach(all::add);
                }
            }
        }
        return all;
    }

    private static boolean small(Path folder, Path file) {
        String name = file.getFileName().toString();
        return Stream.of(settings(folder), connection(folder), secrets(folder))
                .map(own -> own.getFileName().toString())
                .anyMatch(own -> name.equals(own) || (name.startsWith(own + ".") && name.endsWith(".new")));
    }
}
