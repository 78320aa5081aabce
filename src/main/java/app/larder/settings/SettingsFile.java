package app.larder.settings;

import app.larder.account.KeptFile;
import app.larder.account.Seal;
import app.larder.kitchen.CupStandard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps {@link Settings} as JSON: what a person has chosen in a file of their own, and what the window needs before it
 * knows who is there (appearance, size of the text, language) in one for the whole computer. A file that cannot be read
 * counts as empty; keys of a newer version are kept. Thread-safe.
 */
public final class SettingsFile {

    private static final String BACKUPS = "backups";
    private static final List<String> OWN = List.of("units", "cups", "staples", ChatJson.KEY, BACKUPS);

    private final KeptFile computer;
    private final @Nullable KeptFile own;
    private final JsonMapper json = new JsonMapper();

    /** Settings before anybody is let in, in that file, which need not exist yet; its folder must. */
    public SettingsFile(Path file) {
        this(file, null);
    }

    /**
     * A person's settings. What their own file does not say, the computer's does.
     *
     * @param own theirs, which need not exist yet; its folder must; null for nobody's
     */
    public SettingsFile(Path computer, @Nullable KeptFile own) {
        this.computer = new KeptFile(computer, Seal.NONE);
        this.own = own;
    }

    /** What the files say, defaults where they say nothing that makes sense. */
    public Settings load() {
        ObjectNode tree = read(computer);
        if (own != null) {
            tree.setAll(read(own));
        }
        Settings d = Settings.DEFAULTS;
        return new Settings(
                choice(tree, "appearance", d.appearance(), Settings.Appearance.values()),
                tree.path("textSizePercent").asInt(d.textSizePercent()),
                choice(tree, "language", d.language(), Settings.Language.values()),
                cooking(tree, d.cooking()),
                ChatJson.read(tree, d.chat()),
                new Settings.Start(
                        tree.path("welcomed").asBoolean(d.start().welcomed()),
                        tree.path("newVersions").asBoolean(d.start().newVersions()),
                        new BackupSettings(
                                tree.path(BACKUPS).path("daily").asBoolean(d.backups().daily()),
                                tree.path(BACKUPS).path("keep").asInt(d.backups().keep()))));
    }

    /**
     * Writes the settings and forces them to disk. They are asked for only when their turn has come, so of several calls
     * at once none writes an older choice over a newer one.
     *
     * @param latest the settings as they are now
     * @throws UncheckedIOException with a sentence for people, if a file cannot be written; the old one stays
     */
    public synchronized void save(Supplier<Settings> latest) {
        Settings settings = latest.get();
        if (own != null) {
            ObjectNode tree = read(own);
            putShown(tree, settings);
            putCooking(tree, settings.cooking());
            ChatJson.write(tree, settings.chat());
            putBackups(tree, settings.backups());
            write(own, tree);
        }
        ObjectNode tree = read(computer);
        putShown(tree, settings);
        if (own == null) {
            putCooking(tree, settings.cooking());
            ChatJson.write(tree, settings.chat());
            putBackups(tree, settings.backups());
        } else {
            tree.remove(OWN);
        }
        write(computer, tree);
    }

    private static void putShown(ObjectNode tree, Settings settings) {
        tree.put("appearance", settings.appearance().name().toLowerCase(Locale.ROOT));
        tree.put("textSizePercent", settings.textSizePercent());
        tree.put("language", settings.language().name().toLowerCase(Locale.ROOT));
        tree.put("welcomed", settings.start().welcomed());
        tree.put("newVersions", settings.start().newVersions());
    }

    private static void putBackups(ObjectNode tree, BackupSettings backups) {
        tree.withObject("/" + BACKUPS).put("daily", backups.daily()).put("keep", backups.keep());
    }

    private static void putCooking(ObjectNode tree, Cooking cooking) {
        tree.put("units", cooking.units().name().toLowerCase(Locale.ROOT));
        tree.put("cups", cooking.cups().name().toLowerCase(Locale.ROOT));
        List<String> staples = cooking.staples();
        if (staples == null) {
            tree.remove("staples");
        } else {
            staples.forEach(tree.putArray("staples")::add);
        }
    }

    private void write(KeptFile file, ObjectNode tree) {
        try {
            file.write(json.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The settings could not be saved in " + file.path() + ".", e);
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

    private ObjectNode read(KeptFile file) {
        try {
            if (json.readTree(file.read().orElse("{}")) instanceof ObjectNode tree) {
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
