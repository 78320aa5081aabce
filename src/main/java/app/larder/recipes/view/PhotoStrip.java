package app.larder.recipes.view;

import app.larder.fx.Dialogs;
import app.larder.fx.Pictures;
import app.larder.fx.Texts;
import app.larder.recipes.Photo;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The photos of the recipe on screen: a row of small ones, of which one may be large. Nothing at all if there are none. */
public final class PhotoStrip extends VBox {

    private static final int SMALL = 320;
    private static final int LARGE = 1600;
    private static final double HEIGHT = 120;
    private static final double TALLEST = 520;
    private static final KeyCombination PASTE = KeyCombination.keyCombination("Shortcut+V");
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".gif", ".webp");

    private final FlowPane row = new FlowPane();
    private final ImageView large = new ImageView();
    private @Nullable PhotoAlbum album;
    private @Nullable Dialogs dialogs;
    private @Nullable Texts texts;
    private @Nullable UUID recipe;
    private @Nullable UUID enlarged;

    /** For FXML. */
    public PhotoStrip() {
        getStyleClass().add("photo-strip");
        row.getStyleClass().add("photo-row");
        large.setPreserveRatio(true);
        large.setFitHeight(TALLEST);
        large.setVisible(false);
        large.managedProperty().bind(large.visibleProperty());
        large.setOnMouseClicked(_ -> close());
        getChildren().addAll(row, large);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows photos of an album; {@code around} takes what is dropped or pasted. */
    void use(PhotoAlbum of, Dialogs through, Texts words, Region around) {
        album = of;
        dialogs = through;
        texts = words;
        around.setOnDragOver(this::over);
        around.setOnDragDropped(this::dropped);
        around.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        of.changesProperty().addListener((_, _, _) -> reload());
        large.fitWidthProperty().bind(around.widthProperty().multiply(0.85));
    }

    /** Shows the photos of that recipe, or (null) of none. */
    void show(@Nullable UUID of) {
        if (of == null || !of.equals(recipe)) {
            row.getChildren().clear();
            setVisible(false);
            close();
        }
        recipe = of;
        reload();
    }

    private void reload() {
        UUID of = recipe;
        if (of != null && album != null) {
            album.of(of, found -> {
                if (of.equals(recipe)) {
                    fill(found);
                }
            });
        }
    }

    private void fill(List<Photo> photos) {
        setVisible(!photos.isEmpty());
        row.getChildren().clear();
        for (int i = 0; i < photos.size(); i++) {
            row.getChildren().add(button(photos.get(i), i + 1, photos.size()));
        }
        if (photos.stream().noneMatch(photo -> photo.id().equals(enlarged))) {
            close();
        }
        if (!photos.isEmpty()) {
            Button add = new Button(null, new FontIcon("fth-plus"));
            add.getStyleClass().addAll("icon-only", "photo-add");
            add.setAccessibleText(text("photo.add"));
            add.setOnAction(_ -> choose());
            row.getChildren().add(add);
        }
    }

    private Button button(Photo photo, int place, int count) {
        Button button = new Button();
        button.getStyleClass().add("photo");
        button.setGraphic(new FontIcon("fth-image"));
        String name = text("photo.name", place, count);
        button.setAccessibleText(name);
        button.setMinHeight(HEIGHT);
        button.setPrefHeight(HEIGHT);
        button.setOnAction(_ -> enlarge(photo));
        MenuItem replace = new MenuItem(text("photo.replace"));
        replace.setOnAction(_ -> replace(photo));
        MenuItem remove = new MenuItem(text("photo.remove"));
        remove.setOnAction(_ -> remove(photo));
        button.setContextMenu(new ContextMenu(replace, remove));
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                remove(photo);
                event.consume();
            }
        });
        if (album != null) {
            album.picture(photo, SMALL, image -> image.ifPresent(shown -> {
                ImageView view = new ImageView(shown);
                view.setPreserveRatio(true);
                view.setFitHeight(HEIGHT);
                button.setGraphic(view);
            }));
        }
        return button;
    }

    private void remove(Photo photo) {
        if (album != null) {
            album.remove(photo);
        }
    }

    private void replace(Photo photo) {
        if (album != null && dialogs != null) {
            List<Path> files = dialogs.chooseFiles(text("photo.choose"));
            if (!files.isEmpty()) {
                album.replace(photo, files.getFirst());
            }
        }
    }

    private void enlarge(Photo photo) {
        if (photo.id().equals(enlarged)) {
            close();
        } else if (album != null) {
            enlarged = photo.id();
            album.picture(photo, LARGE, image -> {
                if (photo.id().equals(enlarged) && image.isPresent()) {
                    large.setImage(image.get());
                    large.setVisible(true);
                }
            });
        }
    }

    private void close() {
        enlarged = null;
        large.setVisible(false);
        large.setImage(null);
    }

    /** Lets people choose files to add. */
    void choose() {
        if (dialogs != null) {
            addFiles(dialogs.chooseFiles(text("photo.choose")));
        }
    }

    private void addFiles(List<Path> files) {
        if (album != null && recipe != null && !files.isEmpty()) {
            album.addFiles(recipe, files);
        }
    }

    private static boolean arePictures(List<File> files) {
        return !files.isEmpty()
                && files.stream().allMatch(file -> ENDINGS.stream()
                        .anyMatch(ending -> file.getName().toLowerCase(Locale.ROOT).endsWith(ending)));
    }

    private void over(DragEvent event) {
        // Everything else is for the import, which the window takes.
        if (arePictures(event.getDragboard().getFiles())) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (arePictures(event.getDragboard().getFiles())) {
            addFiles(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (PASTE.match(event) && !(event.getTarget() instanceof TextInputControl) && paste()) {
            event.consume();
        }
    }

    private boolean paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (arePictures(clipboard.getFiles())) {
            addFiles(clipboard.getFiles().stream().map(File::toPath).toList());
            return true;
        }
        Optional<Image> image = Optional.ofNullable(clipboard.getImage());
        if (image.isPresent() && album != null && recipe != null) {
            album.add(recipe, () -> Pictures.png(image.get()));
            return true;
        }
        return false;
    }

    private String text(String key, Object... facts) {
        return texts == null ? "" : texts.get(key, facts);
    }
}
