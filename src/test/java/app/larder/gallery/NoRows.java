package app.larder.gallery;

import app.larder.backup.BackupContent;
import app.larder.backup.BackupRows;
import app.larder.backup.BackupSource;
import app.larder.backup.Comparison;
import app.larder.backup.Restored;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** An empty larder, and what somebody's backup would change in it. */
final class NoRows implements BackupRows {

    @Override
    public <T> T read(Function<BackupSource, T> work) {
        return work.apply(new BackupSource() {
            @Override
            public int schema() {
                return 1;
            }

            @Override
            public List<String> kinds() {
                return List.of();
            }

            @Override
            public void each(String kind, Consumer<String> line) {}
        });
    }

    @Override
    public Comparison compare(BackupContent content) {
        Comparison.Tally tally = new Comparison.Tally();
        tally.add(Comparison.Thing.RECIPE, Comparison.State.NEW, "Mushroom barley risotto");
        tally.add(Comparison.Thing.RECIPE, Comparison.State.DIFFERENT, "Pear and ginger crumble");
        tally.add(Comparison.Thing.RECIPE, Comparison.State.SAME, "Soup");
        tally.add(Comparison.Thing.PANTRY_ITEM, Comparison.State.SAME, "flour");
        return tally.sum();
    }

    @Override
    public Restored restore(BackupContent content) {
        return new Restored(compare(content), () -> {});
    }
}
