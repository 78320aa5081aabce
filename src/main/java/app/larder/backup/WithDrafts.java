package app.larder.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A person's rows and photos, and the drafts that stand beside them. */
record WithDrafts(BackupSource rows, List<String> drafts) implements BackupSource {

    @Override
    public int schema() {
        return rows.schema();
    }

    @Override
    public List<String> kinds() {
        List<String> kinds = new ArrayList<>(rows.kinds());
        kinds.add(DraftRows.KIND);
        return kinds;
    }

    @Override
    public void each(String kind, Consumer<String> line) {
        if (kind.equals(DraftRows.KIND)) {
            drafts.forEach(line);
        } else {
            rows.each(kind, line);
        }
    }

    @Override
    public void eachPhoto(BiConsumer<String, byte[]> photo) {
        rows.eachPhoto(photo);
    }
}
