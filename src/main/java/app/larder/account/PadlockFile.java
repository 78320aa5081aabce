package app.larder.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person's {@link Padlock}, {@code larder.key} beside their database. */
final class PadlockFile {

    private static final String NAME = "larder.key";

    private final KeptFile file;
    private final JsonMapper json = new JsonMapper();

    /** The padlock in that folder, if it has one. */
    PadlockFile(Path folder) {
        this.file = new KeptFile(folder.resolve(NAME), Seal.NONE);
    }

    boolean exists() {
        return Files.exists(file.path());
    }

    /**
     * The padlock; empty if there is none.
     *
     * @throws IOException if it can't be read, or says nothing that makes sense
     */
    Optional<Padlock> read() throws IOException {
        Optional<String> text = text();
        return text.isEmpty() ? Optional.empty() : Optional.of(parse(text.get()));
    }

    /** The file as it is; empty if there is none. */
    Optional<String> text() throws IOException {
        return file.read();
    }

    /**
     * The padlock that a key file's text describes.
     *
     * @throws IOException if it says nothing that makes sense
     */
    static Padlock parse(String text) throws IOException {
        try {
            JsonNode tree = new JsonMapper().readTree(text);
            JsonNode argon2id = tree.path("argon2id");
            return new Padlock(
                    new PasswordScheme.Argon2id(
                            Base64.getDecoder().decode(argon2id.path("salt").asString("")),
                            argon2id.path("memoryKiB").asInt(0),
                            argon2id.path("iterations").asInt(0),
                            argon2id.path("parallelism").asInt(0)),
                    Base64.getDecoder().decode(tree.path("wrapped").asString("")));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("The key file is damaged.", e);
        }
    }

    void write(Padlock padlock) throws IOException {
        ObjectNode tree = json.createObjectNode();
        tree.put("about", "Opens this folder's files together with the person's password. Keep it: without it they are lost.");
        PasswordScheme.Argon2id scheme = padlock.scheme();
        tree.putObject("argon2id")
                .put("salt", Base64.getEncoder().encodeToString(scheme.salt()))
                .put("memoryKiB", scheme.memoryKiB())
                .put("iterations", scheme.iterations())
                .put("parallelism", scheme.parallelism());
        tree.put("wrapped", Base64.getEncoder().encodeToString(padlock.wrapped()));
        file.write(json.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
    }

    void delete() throws IOException {
        file.delete();
    }
}
