package app.larder.account;

import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A {@link Membership} and the {@link Verifier} for times without the server, in {@code connection.json}. */
final class MembershipFile {

    private final KeptFile file;
    private final JsonMapper json = new JsonMapper();

    /** What the file holds. */
    record Kept(Membership membership, Verifier verifier) {}

    MembershipFile(Entered entered) {
        this.file = new KeptFile(PersonFiles.connection(entered.folder()), entered.seal());
    }

    /** What is kept; a file that makes no sense counts as none, and the person connects again. */
    Optional<Kept> load() {
        try {
            Optional<String> text = file.read();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            JsonNode tree = json.readTree(text.get());
            String certificate = tree.path("rootCertificate").asString("");
            return Optional.of(new Kept(
                    new Membership(
                            tree.path("server").asString(""),
                            certificate.isEmpty() ? null : Path.of(certificate),
                            tree.path("verified").asBoolean(false),
                            UUID.fromString(tree.path("userId").asString("")),
                            tree.path("username").asString(""),
                            Membership.Work.valueOf(upper(tree, "work")),
                            SecretShelf.Place.valueOf(upper(tree, "secrets")),
                            tree.path("backend").asBoolean(false),
                            tree.path("stale").asBoolean(false)),
                    verifier(tree.path("verifier"))));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            System.getLogger(MembershipFile.class.getName())
                    .log(System.Logger.Level.WARNING, "how this person is connected cannot be read");
            return Optional.empty();
        }
    }

    private static String upper(JsonNode tree, String key) {
        return tree.path(key).asString("").toUpperCase(Locale.ROOT);
    }

    private static Verifier verifier(JsonNode tree) {
        return new Verifier(
                new PasswordScheme.Argon2id(
                        Base64.getDecoder().decode(tree.path("salt").asString("")),
                        tree.path("memoryKiB").asInt(0),
                        tree.path("iterations").asInt(0),
                        tree.path("parallelism").asInt(0)),
                Base64.getDecoder().decode(tree.path("hash").asString("")));
    }

    void save(Kept kept) {
        Membership membership = kept.membership();
        ObjectNode tree = json.createObjectNode();
        tree.put("server", membership.server());
        tree.put("rootCertificate", text(membership.rootCertificate()));
        tree.put("verified", membership.verified());
        tree.put("userId", membership.userId().toString());
        tree.put("username", membership.username());
        tree.put("work", membership.work().name().toLowerCase(Locale.ROOT));
        tree.put("secrets", membership.secrets().name().toLowerCase(Locale.ROOT));
        tree.put("backend", membership.backend());
        tree.put("stale", membership.stale());
        PasswordScheme.Argon2id scheme = kept.verifier().scheme();
        tree.putObject("verifier")
                .put("salt", Base64.getEncoder().encodeToString(scheme.salt()))
                .put("memoryKiB", scheme.memoryKiB())
                .put("iterations", scheme.iterations())
                .put("parallelism", scheme.parallelism())
                .put("hash", Base64.getEncoder().encodeToString(kept.verifier().hash()));
        try {
            file.write(json.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        } catch (IOException e) {
            throw new FileFailure(Sentence.of("account.unwritten", file.path().toString()), e);
        }
    }

    private static String text(@Nullable Path path) {
        return path == null ? "" : path.toString();
    }

    void delete() {
        try {
            file.delete();
        } catch (IOException e) {
            throw new FileFailure(Sentence.of("account.unwritten", file.path().toString()), e);
        }
    }
}
