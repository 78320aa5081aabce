package app.larder.backup;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup says of itself, its first entry (src/site/markdown/backup-format.md).
 *
 * @param schema the version of the tables its rows come from
 * @param program the version of the program that made it
 * @param madeAt when
 * @param entries the entries with rows, in their order
 * @param photos the entries after these
 */
public record Manifest(int schema, String program, Instant madeAt, List<Entry> entries, List<Photo> photos) {

    static final String NAME = "manifest.json";
    /** 1 had no photos. */
    static final int FORMAT = 2;
    private static final String WORD = "larder-backup";

    /**
     * A file in the backup.
     *
     * @param kind of rows, its name without the ending
     * @param rows how many lines
     * @param bytes its length when unpacked
     * @param sha256 of these, lower-case hexadecimal
     */
    public record Entry(String kind, long rows, long bytes, String sha256) {

        static final String ENDING = ".jsonl";

        String name() {
            return kind + ENDING;
        }
    }

    /**
     * A photo in the backup.
     *
     * @param sha256 of its bytes, lower-case hexadecimal, which is also its name
     * @param bytes how many
     */
    public record Photo(String sha256, long bytes) {

        private static final String FOLDER = "photos/";

        String name() {
            return FOLDER + sha256;
        }
    }

    public Manifest {
        entries = List.copyOf(entries);
        photos = List.copyOf(photos);
    }

    /** How many rows of a kind. */
    public long rows(String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).mapToLong(Entry::rows).sum();
    }

    /** How long all rows are when unpacked. */
    long bytes() {
        return entries.stream().mapToLong(Entry::bytes).reduce(0, Manifest::sum);
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    String text() {
        JsonMapper json = new JsonMapper();
        ObjectNode tree = json.createObjectNode();
        tree.put("about", WORD).put("format", FORMAT).put("schema", schema).put("program", program);
        tree.put("madeAt", madeAt.toString());
        ArrayNode list = tree.putArray("entries");
        for (Entry entry : entries) {
            list.addObject()
                    .put("name", entry.name())
                    .put("rows", entry.rows())
                    .put("bytes", entry.bytes())
                    .put("sha256", entry.sha256());
        }
        ArrayNode pictures = tree.putArray("photos");
        for (Photo photo : photos) {
            pictures.addObject().put("sha256", photo.sha256()).put("bytes", photo.bytes());
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    /**
     * Reads one.
     *
     * @param file where it is, for the sentence
     * @throws BackupProblem if it is none, or a newer program's
     */
    static Manifest parse(byte[] text, Object file) {
        try {
            JsonNode tree = new JsonMapper().readTree(text);
            if (!tree.path("about").asString("").equals(WORD)) {
                throw BackupProblem.of(BackupProblem.Kind.NO_BACKUP, file, null);
            }
            if (tree.path("format").asInt(0) > FORMAT) {
                throw BackupProblem.of(BackupProblem.Kind.NEWER, file, null);
            }
            List<Entry> entries = new ArrayList<>();
            for (JsonNode entry : tree.path("entries")) {
                entries.add(entry(entry));
            }
            List<Photo> photos = new ArrayList<>();
            for (JsonNode photo : tree.path("photos")) {
                photos.add(photo(photo));
            }
            return new Manifest(
                    tree.path("schema").asInt(0),
                    tree.path("program").asString(""),
                    Instant.parse(tree.path("madeAt").asString("")),
                    entries,
                    photos);
        } catch (JacksonException | DateTimeException | IOException e) {
            throw BackupProblem.of(BackupProblem.Kind.DAMAGED, file, e);
        }
    }

    private static Photo photo(JsonNode photo) throws IOException {
        String sha256 = photo.path("sha256").asString("");
        long bytes = photo.path("bytes").asLong(-1);
        if (!sha256.matches("[0-9a-f]{64}") || bytes < 0 || bytes > BackupLines.LONGEST) {
            throw new IOException("a photo of the manifest makes no sense");
        }
        return new Photo(sha256, bytes);
    }

    private static Entry entry(JsonNode entry) throws IOException {
        String name = entry.path("name").asString("");
        long bytes = entry.path("bytes").asLong(-1);
        long rows = entry.path("rows").asLong(-1);
        if (!name.matches("[a-z_]{1,60}\\" + Entry.ENDING) || bytes < 0 || rows < 0) {
            throw new IOException("an entry of the manifest makes no sense");
        }
        return new Entry(
                name.substring(0, name.length() - Entry.ENDING.length()), rows, bytes, entry.path("sha256").asString(""));
    }
}
