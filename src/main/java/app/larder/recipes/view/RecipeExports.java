package app.larder.recipes.view;

import app.larder.exchange.output.Exporter;
import app.larder.exchange.output.Format;
import app.larder.fx.Background;
import app.larder.fx.Dialogs;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;

/** Writes recipes to a file in a folder the person chooses. */
public final class RecipeExports {

    private final Exporter exporter;
    private final Dialogs dialogs;
    private final Background background;
    private final Notices notices;
    private final Texts texts;

    /** What an exporter writes. */
    public RecipeExports(Exporter exporter, Dialogs dialogs, Background background, Notices notices, Texts texts) {
        this.exporter = exporter;
        this.dialogs = dialogs;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
    }

    /** One item a format. */
    List<MenuItem> items(Consumer<Format> chosen) {
        return Arrays.stream(Format.values())
                .map(format -> {
                    MenuItem item = new MenuItem(texts.get("recipes.export." + format.word()));
                    item.setOnAction(_ -> chosen.accept(format));
                    return item;
                })
                .toList();
    }

    /** Writes all recipes. */
    void all(Format format) {
        write(List.of(), format);
    }

    /** Writes one recipe. */
    void one(UUID recipe, Format format) {
        write(List.of(recipe), format);
    }

    private void write(List<UUID> ids, Format format) {
        for (Path folder : dialogs.chooseFolder(texts.get("recipes.export.folder"))) {
            Path file = free(folder, texts.get("recipes.export.file"), format.ending());
            background.run(
                    () -> {
                        try {
                            return exporter.write(ids.isEmpty() ? exporter.all() : ids, format, file, _ -> {}, () -> false);
                        } catch (IOException e) {
                            throw new UncheckedIOException(texts.get("recipes.export.failed", file), e);
                        }
                    },
                    count -> notices.done(texts.get("recipes.export.done", count, file)),
                    _ -> notices.problem(texts.get("recipes.export.failed", file)));
        }
    }

    /** A file that is not there yet. */
    private static Path free(Path folder, String name, String ending) {
        Path file = folder.resolve(name + "." + ending);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + " " + i + "." + ending);
        }
        return file;
    }
}
