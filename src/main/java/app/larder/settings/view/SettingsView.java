package app.larder.settings.view;

import app.larder.fx.Dialogs;
import app.larder.fx.KeyList;
import app.larder.fx.Room;
import app.larder.fx.Texts;
import app.larder.kitchen.CupStandard;
import app.larder.settings.Cooking;
import app.larder.settings.Library;
import app.larder.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The settings on screen: appearance, language and units, this computer, keys, and what Larder is made of. */
public final class SettingsView implements Room {

    private final SettingsViewModel model;
    private final Dialogs dialogs;
    private final Texts texts;

    @FXML
    private ToggleGroup appearance;

    @FXML
    private ToggleButton appearanceSystem;

    @FXML
    private Slider textSize;

    @FXML
    private Label textSizeValue;

    @FXML
    private Label sample;

    @FXML
    private ComboBox<Settings.Language> language;

    @FXML
    private ToggleGroup units;

    @FXML
    private ToggleGroup cups;

    @FXML
    private TextField staples;

    @FXML
    private TextField home;

    @FXML
    private KeyList keys;

    @FXML
    private Label version;

    @FXML
    private CheckBox newVersions;

    @FXML
    private GridPane libraries;

    /** The room on these settings. */
    public SettingsView(SettingsViewModel model, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        language.getItems().setAll(Settings.Language.values());
        language.setConverter(new LanguageNames(texts));
        keys.use(texts);
        home.setText(model.home());
        version.setText(texts.get("settings.version", model.version()));
        for (Library library : model.libraries()) {
            Label name = new Label(library.name());
            Label licence = new Label(library.licence());
            licence.getStyleClass().add("muted");
            libraries.addRow(libraries.getRowCount(), name, licence);
            name.setWrapText(true);
            licence.setWrapText(true);
        }
        model.settingsProperty().subscribe(this::show);
        newVersions.selectedProperty().subscribe(model::newVersions);
        keepOneChosen(appearance, chosen -> model.appearance(Settings.Appearance.valueOf(chosen)));
        keepOneChosen(units, chosen -> model.units(Cooking.Units.valueOf(chosen)));
        keepOneChosen(cups, chosen -> model.cups(CupStandard.valueOf(chosen)));
        staples.setOnAction(_ -> model.staples(staples.getText()));
        staples.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.staples(staples.getText());
            }
        });
        language.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.language(chosen);
            }
        });
        // While the thumb is dragged only the sample grows: were the window to grow, the slider would slip away
        // from under the pointer.
        textSize.valueProperty().subscribe(value -> {
            showTextSize(rounded(value.doubleValue()));
            if (!textSize.isValueChanging()) {
                model.textSize(rounded(value.doubleValue()));
            }
        });
        textSize.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                model.textSize(rounded(textSize.getValue()));
            }
        });
    }

    private void show(Settings settings) {
        choose(appearance, settings.appearance().name());
        choose(units, settings.cooking().units().name());
        choose(cups, settings.cooking().cups().name());
        staples.setText(model.staples());
        language.setValue(settings.language());
        newVersions.setSelected(settings.start().newVersions());
        textSize.setValue(settings.textSizePercent());
        showTextSize(settings.textSizePercent());
    }

    private void showTextSize(int percent) {
        textSizeValue.setText(texts.get("settings.text.percent", percent));
        double relative = percent / (double) model.settingsProperty().get().textSizePercent();
        sample.setStyle("-fx-font-size: " + relative + "em;");
    }

    private static int rounded(double percent) {
        return (int) Math.round(percent / 10) * 10;
    }

    private static void choose(ToggleGroup group, String choice) {
        for (Toggle toggle : group.getToggles()) {
            if (choice.equals(toggle.getUserData())) {
                group.selectToggle(toggle);
            }
        }
    }

    /** A second click on the chosen one of a group would leave none chosen. */
    private static void keepOneChosen(ToggleGroup group, Consumer<String> chosen) {
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                chosen.accept((String) now.getUserData());
            }
        });
    }

    @FXML
    private void resetTextSize() {
        model.textSize(100);
    }

    @FXML
    private void usualStaples() {
        model.usualStaples();
        staples.setText(model.staples());
    }

    @FXML
    private void copyHome() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.home()));
        model.copied();
    }

    @FXML
    private void openHome() {
        dialogs.open(model.homeAddress());
    }

    @Override
    public void enter() {
        ToggleButton first = (ToggleButton) appearance.getSelectedToggle();
        (first == null ? appearanceSystem : first).requestFocus();
    }

    @Override
    public void newItem() {}

    @Override
    public void search() {}

    @Override
    public boolean back() {
        return false;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(texts.get("settings.command.light"), "fth-sun", "", () -> model.appearance(Settings.Appearance.LIGHT)),
                new Command(texts.get("settings.command.dark"), "fth-moon", "", () -> model.appearance(Settings.Appearance.DARK)),
                new Command(texts.get("settings.command.system"), "fth-monitor", "", () -> model.appearance(Settings.Appearance.SYSTEM)),
                new Command(texts.get("settings.command.larger"), "fth-zoom-in", "", model::largerText),
                new Command(texts.get("settings.command.smaller"), "fth-zoom-out", "", model::smallerText),
                new Command(texts.get("settings.home.open"), "fth-folder", "", this::openHome));
    }

    @Override
    public void find(String typed, Consumer<List<Command>> found) {
        found.accept(List.of());
    }

    /** What each language is called, in itself. */
    private static final class LanguageNames extends StringConverter<Settings.Language> {
        private final Texts texts;

        private LanguageNames(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(Settings.@Nullable Language language) {
            return switch (language) {
                case null -> "";
                case SYSTEM -> texts.get("settings.language.system");
                case ENGLISH -> "English";
                case GERMAN -> "Deutsch";
            };
        }

        @Override
        public Settings.@Nullable Language fromString(String name) {
            return null;
        }
    }
}
