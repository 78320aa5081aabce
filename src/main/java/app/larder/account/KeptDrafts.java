package app.larder.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person is writing in the editor, as it is kept beside their database: JSON, each by the id of its recipe or
 * {@code new}.
 */
public final class KeptDrafts {

    private static final String ENDING = ".json";
    private static final Pattern ID =
            Pattern.compile("new|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Path folder;
    private final Seal seal;

    /** The drafts of the person whose folder that is. */
    public KeptDrafts(Path profile, Seal seal) {
        this.folder = PersonFiles.drafts(profile);
        this.seal = seal;
    }

    /** All that can be read, by their ids in order. */
    public SequencedMap<String, String> all() {
        SequencedMap<String, String> all = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                String id = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
                if (ID.matcher(id).matches()) {
                    read(file).ifPresent(text -> all.put(id, text));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> read(Path file) {
        try {
            return new KeptFile(file, seal).read();
        } catch (IOException e) {
            System.getLogger(KeptDrafts.class.getName())
                    .log(System.Logger.Level.WARNING, "a draft could not be read", e);
            return Optional.empty();
        }
    }

    /** Keeps a draft where there is none; false if there is one, or the id is none. */
    public boolean put(String id, String text) throws IOException {
        if (!ID.matcher(id).matches() || Files.exists(folder.resolve(id + ENDING))) {
            return false;
        }
        Files.createDirectories(folder);
        new KeptFile(folder.resolve(id + ENDING), seal).write(text);
        return true;
    }

    /** Takes drafts away. */
    public void remove(List<String> ids) throws IOException {
        for (String id : ids) {
            new KeptFile(folder.resolve(id + ENDING), seal).delete();
        }
    }
}
