package app.larder.backup.view;

import app.larder.backup.Comparison;
import app.larder.backup.Comparison.Thing;
import app.larder.backup.Kept;
import app.larder.fx.Dialogs;
import app.larder.fx.Texts;
import app.larder.settings.BackupSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The backup card of the settings: what there is, a new one, and back to an old one after a look at what that means. */
public final class BackupView {

    private static final int SHOWN = 5;
    private static final int NAMES = 12;

    private final BackupViewModel model;
    private final Dialogs dialogs;
    private final Texts texts;

    @FXML
    private Label sealed;

    @FXML
    private VBox body;

    @FXML
    private Label elsewhere;

    @FXML
    private CheckBox daily;

    @FXML
    private ComboBox<Integer> keep;

    @FXML
    private VBox list;

    @FXML
    private VBox asking;

    @FXML
    private PasswordField password;

    @FXML
    private VBox preview;

    @FXML
    private Label previewTitle;

    @FXML
    private VBox previewLines;

    @FXML
    private Button restore;

    @FXML
    private Label problem;

    /** The card of those backups. */
    public BackupView(BackupViewModel model, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        present(body, model.areHere());
        present(elsewhere, !model.areHere());
        sealed.setText(texts.get(model.areSealed() ? "backup.sealed" : "backup.open"));
        keep.getItems().setAll(3, 7, 14, 30);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        body.disableProperty().bind(model.busyProperty());
        model.settingsProperty().subscribe(this::show);
        model.listProperty().subscribe(this::show);
        model.previewProperty().subscribe(this::show);
        model.lockedProperty().subscribe(file -> {
            present(asking, file != null);
            password.clear();
            if (file != null) {
                password.requestFocus();
            }
        });
        daily.selectedProperty().subscribe(model::daily);
        keep.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.keep(chosen);
            }
        });
        if (model.areHere()) {
            model.refresh();
        }
    }

    private void show(BackupSettings settings) {
        daily.setSelected(settings.daily());
        if (!keep.getItems().contains(settings.keep())) {
            keep.getItems().add(settings.keep());
        }
        keep.setValue(settings.keep());
    }

    private void show(List<Kept> kept) {
        list.getChildren().setAll(kept.stream().limit(SHOWN).map(this::row).toList());
        if (kept.isEmpty()) {
            list.getChildren().add(muted(texts.get("backup.none")));
        } else if (kept.size() > SHOWN) {
            list.getChildren().add(muted(texts.get("backup.more", kept.size() - SHOWN)));
        }
    }

    private Node row(Kept kept) {
        Label made = new Label(texts.get(
                "backup.line", time(kept.madeAt()), texts.get("backup.reason." + kept.reason()), size(kept.bytes())));
        made.setWrapText(true);
        Button look = new Button(texts.get("backup.look"));
        look.setAccessibleText(texts.get("backup.look.named", time(kept.madeAt())));
        look.setOnAction(_ -> model.look(kept.path()));
        FlowPane row = new FlowPane(12, 4, made, look);
        row.getStyleClass().add("setting");
        return row;
    }

    private String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(time.atZone(ZoneId.systemDefault()));
    }

    private String size(long bytes) {
        return bytes < 1_000_000
                ? texts.get("backup.kilobytes", Math.max(1, bytes / 1000))
                : texts.get("backup.megabytes", bytes / 1_000_000.0);
    }

    private void show(BackupViewModel.@Nullable Preview open) {
        present(preview, open != null);
        if (open == null) {
            return;
        }
        Comparison compared = open.comparison();
        previewTitle.setText(texts.get("backup.preview", time(open.backup().manifest().madeAt())));
        previewLines.getChildren().clear();
        for (Thing thing : Thing.values()) {
            Comparison.Counts counts = compared.of(thing);
            if (!counts.equals(Comparison.Counts.NONE)) {
                previewLines.getChildren().add(wrapped(texts.get(
                        "backup.counts", texts.get("backup.thing." + thing), counts.fresh(), counts.different(), counts.same())));
            }
        }
        for (Comparison.Named named : compared.names().stream().limit(NAMES).toList()) {
            previewLines.getChildren().add(muted(texts.get("backup.named." + named.state(), named.name())));
        }
        Comparison.Counts all = compared.total();
        int changes = all.fresh() + all.different();
        Comparison.Counts photos = compared.of(Thing.PHOTO);
        int nameless = photos.fresh() + photos.different() + compared.of(Thing.DRAFT).fresh();
        int unnamed = changes - nameless + compared.damaged().size() - NAMES;
        if (unnamed > 0) {
            previewLines.getChildren().add(muted(texts.get("backup.names.more", unnamed)));
        }
        if (changes == 0) {
            previewLines.getChildren().add(wrapped(texts.get("backup.nothing")));
        }
        restore.setDisable(changes == 0);
    }

    private static Label muted(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @FXML
    private void now() {
        model.backUpNow();
    }

    @FXML
    private void choose() {
        dialogs.chooseFiles(texts.get("backup.choose.title")).stream().findFirst().ifPresent(model::look);
    }

    @FXML
    private void openFolder() {
        dialogs.open(model.folder().toUri());
    }

    @FXML
    private void unlock() {
        char[] typed = password.getText().toCharArray();
        password.clear();
        model.unlock(typed);
    }

    @FXML
    private void restore() {
        model.restore();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }
}
