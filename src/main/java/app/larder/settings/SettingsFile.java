package app.larder.settings;

import app.larder.kitchen.CupStandard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps {@link Settings} in one JSON file, written beside, forced to disk and moved over, so that it is always whole. A
 * file that cannot be read counts as empty; keys of a newer version are kept. Thread-safe.
 */
public final class SettingsFile {

    private final Path file;
    private final JsonMapper json = new JsonMapper();

    /** Settings in that file, which need not exist yet; its folder must. */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /** What the file says, defaults where it says nothing that makes sense. */
    public Settings load() {
        JsonNode tree = read();
        Settings d = Settings.DEFAULTS;
        return new Settings(
                choice(tree, "appearance", d.appearance(), Settings.Appearance.values()),
                tree.path("textSizePercent").asInt(d.textSizePercent()),
                choice(tree, "language", d.language(), Settings.Language.values()),
                cooking(tree, d.cooking()),
                tree.path("welcomed").asBoolean(d.welcomed()));
    }

    /**
     * Writes the settings and forces them to disk. They are asked for only when their turn has come, so of several calls
     * at once none writes an older choice over a newer one.
     *
     * @param latest the settings as they are now
     * @throws UncheckedIOException with a sentence for people, if the file cannot be written; the old one stays
     */
    public synchronized void save(Supplier<Settings> latest) {
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(tree(latest.get())) + "\n";
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try {
                write(fresh, text);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The settings could not be saved in " + file + ".", e);
        }
    }

    private ObjectNode tree(Settings settings) {
        ObjectNode tree = read();
        tree.put("appearance", settings.appearance().name().toLowerCase(Locale.ROOT));
        tree.put("textSizePercent", settings.textSizePercent());
        tree.put("language", settings.language().name().toLowerCase(Locale.ROOT));
        Cooking cooking = settings.cooking();
        tree.put("units", cooking.units().name().toLowerCase(Locale.ROOT));
        tree.put("cups", cooking.cups().name().toLowerCase(Locale.ROOT));
        List<String> staples = cooking.staples();
        if (staples == null) {
            tree.remove("staples");
        } else {
            staples.forEach(tree.putArray("staples")::add);
        }
        tree.put("welcomed", settings.welcomed());
        return tree;
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static Cooking cooking(JsonNode tree, Cooking otherwise) {
        JsonNode staples = tree.path("staples");
        return new Cooking(
                choice(tree, "units", otherwise.units(), Cooking.Units.values()),
                choice(tree, "cups", otherwise.cups(), CupStandard.values()),
                staples.isArray()
                        ? staples.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList()
                        : otherwise.staples());
    }

    private ObjectNode read() {
        try {
            if (Files.isRegularFile(file) && json.readTree(Files.readString(file)) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (IOException | JacksonException e) {
            System.getLogger(SettingsFile.class.getName())
                    .log(System.Logger.Level.WARNING, "the settings file cannot be read; starting with defaults");
        }
        return json.createObjectNode();
    }

    private static <E extends Enum<E>> E choice(JsonNode tree, String key, E otherwise, E[] values) {
        String said = tree.path(key).asString("");
        return Arrays.stream(values).filter(v -> v.name().equalsIgnoreCase(said)).findFirst().orElse(otherwise);
    }
}
