package app.larder.account;

import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that only its owner may read, {@code secrets.json} beside the person's database; on Windows the folder of a
 * person's application data is theirs alone already.
 */
final class FileShelf implements SecretShelf {

    private final Path folder;
    private final KeptFile file;
    private final JsonMapper json = new JsonMapper();

    FileShelf(Path folder, Seal seal) {
        this.folder = folder;
        this.file = new KeptFile(PersonFiles.secrets(folder), seal);
    }

    @Override
    public Place place() {
        return Place.FILE;
    }

    @Override
    public synchronized Optional<String> find(String name) {
        return Optional.ofNullable(read().path(name).asString(null));
    }

    @Override
    public synchronized void keep(String name, String secret) {
        write(read().put(name, secret));
    }

    @Override
    public synchronized void forget(String name) {
        ObjectNode tree = read();
        if (tree.remove(name) != null) {
            write(tree);
        }
    }

    private ObjectNode read() {
        try {
            if (json.readTree(file.read().orElse("{}")) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (IOException | JacksonException e) {
            System.getLogger(FileShelf.class.getName())
                    .log(System.Logger.Level.WARNING, "the file with secrets cannot be read and counts as empty");
        }
        return json.createObjectNode();
    }

    private void write(ObjectNode tree) {
        try {
            if (tree.isEmpty()) {
                file.delete();
                return;
            }
            Files.createDirectories(folder);
            String text = json.writeValueAsString(tree);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                file.write(text, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                file.write(text);
            }
        } catch (IOException e) {
            throw new FileFailure(Sentence.of("account.unwritten", file.path().toString()), e);
        }
    }
}
