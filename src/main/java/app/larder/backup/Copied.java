package app.larder.backup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The rows and whole photos of one backup, to be written into another. */
record Copied(BackupFile file) implements BackupSource {

    @Override
    public int schema() {
        return file.manifest().schema();
    }

    @Override
    public List<String> kinds() {
        return file.manifest().entries().stream().map(Manifest.Entry::kind).toList();
    }

    @Override
    public void each(String kind, Consumer<String> line) {
        file.lines((of, bytes) -> {
            if (of.equals(kind)) {
                line.accept(new String(bytes, StandardCharsets.UTF_8));
            }
        });
    }

    @Override
    public void eachPhoto(BiConsumer<String, byte[]> photo) {
        file.eachPhoto(photo);
    }
}
