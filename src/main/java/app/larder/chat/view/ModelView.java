package app.larder.chat.view;

import app.larder.account.SecretShelf;
import app.larder.account.view.PlaceNames;
import app.larder.chat.view.ModelViewModel.Step;
import app.larder.chat.view.ModelViewModel.StepState;
import app.larder.fx.Texts;
import app.larder.settings.ChatSettings;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The settings' card for the chat: who answers, and what they may be told. */
public final class ModelView {

    private final ModelViewModel model;
    private final Texts texts;

    @FXML
    private VBox root;

    @FXML
    private ComboBox<ChatSettings.Provider> provider;

    @FXML
    private Label where;

    @FXML
    private VBox details;

    @FXML
    private TextField address;

    @FXML
    private ComboBox<String> name;

    @FXML
    private PasswordField key;

    @FXML
    private Label keyPlace;

    @FXML
    private ComboBox<SecretShelf.Place> place;

    @FXML
    private Label placeHint;

    @FXML
    private Node keeping;

    @FXML
    private Node forgetting;

    @FXML
    private Label clear;

    @FXML
    private CheckBox pantry;

    @FXML
    private CheckBox recipes;

    @FXML
    private Button test;

    @FXML
    private VBox steps;

    /** The card on what this model holds. */
    public ModelView(ModelViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        for (Node part : List.of(details, clear, keeping, forgetting, placeHint, steps)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        provider.getItems().setAll(ChatSettings.Provider.values());
        provider.setConverter(new ProviderNames(texts));
        PlaceNames names = new PlaceNames(texts);
        place.setConverter(names);
        place.valueProperty().subscribe(chosen -> placeHint.setText(chosen == null ? "" : names.hint(chosen)));
        provider.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.provider(chosen);
            }
        });
        onLeaving(address, () -> model.address(address.getText()));
        onLeaving(name.getEditor(), () -> model.model(name.getEditor().getText()));
        name.valueProperty().subscribe(picked -> {
            if (picked != null && name.getItems().contains(picked)) {
                model.model(picked);
            }
        });
        key.textProperty().subscribe(typed -> {
            keeping.setVisible(!typed.isEmpty());
            placeHint.setVisible(!typed.isEmpty());
        });
        model.choiceProperty().subscribe(this::show);
        model.keyProperty().subscribe(this::show);
        model.modelsProperty().subscribe(found -> {
            String typed = name.getEditor().getText();
            name.getItems().setAll(found);
            name.getEditor().setText(typed);
        });
        model.stepsProperty().subscribe(this::show);
        model.testingProperty().subscribe(now -> {
            test.setDisable(now);
            test.setText(texts.get(now ? "chat.model.testing" : "chat.model.test"));
        });
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.load();
            }
        });
    }

    private static void onLeaving(TextField field, Runnable taken) {
        field.addEventHandler(javafx.event.ActionEvent.ACTION, _ -> taken.run());
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                taken.run();
            }
        });
    }

    private void show(ChatSettings chosen) {
        ChatSettings.Provider who = chosen.provider();
        provider.setValue(who);
        details.setVisible(who != ChatSettings.Provider.HELPER);
        address.setPromptText(who.address().isEmpty() ? "https://" : who.address());
        address.setText(chosen.address());
        name.getEditor().setText(chosen.model());
        pantry.setSelected(chosen.pantry());
        recipes.setSelected(chosen.recipes());
        clear.setVisible(model.isClear());
        where.setText(
                who == ChatSettings.Provider.HELPER
                        ? texts.get("chat.model.where.helper")
                        : model.host()
                                .map(host -> texts.get(
                                        model.isLocal() ? "chat.model.where.local" : "chat.model.where.remote", host))
                                .orElse(texts.get("chat.model.where.unknown")));
    }

    private void show(ModelViewModel.Key known) {
        SecretShelf.Place there = known.place();
        keyPlace.setText(
                there == null
                        ? texts.get("chat.model.key.none")
                        : texts.get("chat.model.key.there." + there.name()));
        forgetting.setVisible(there != null);
        place.getItems().setAll(known.places());
        place.setValue(there == null && !known.places().isEmpty() ? known.places().getFirst() : there);
    }

    private void show(List<Step> now) {
        steps.setVisible(!now.isEmpty());
        steps.getChildren().setAll(now.stream().map(this::line).toList());
    }

    private Label line(Step step) {
        String what = texts.get("chat.model.step." + step.step().name());
        Label line = new Label(step.problem().isEmpty() ? what : what + ": " + step.problem(), new FontIcon(icon(step.state())));
        line.getStyleClass().addAll("connect-step", "step-" + step.state().name().toLowerCase(Locale.ROOT));
        line.setAccessibleText(texts.get("chat.model.state." + step.state().name(), line.getText()));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private static String icon(StepState state) {
        return switch (state) {
            case WAITING -> "fth-circle";
            case RUNNING -> "fth-loader";
            case DONE -> "fth-check-circle";
            case FAILED -> "fth-x-circle";
        };
    }

    @FXML
    private void keepKey() {
        SecretShelf.Place chosen = place.getValue();
        if (chosen != null) {
            model.keepKey(key.getText(), chosen);
            key.clear();
        }
    }

    @FXML
    private void forgetKey() {
        model.forgetKey();
    }

    @FXML
    private void share() {
        model.sharing(pantry.isSelected(), recipes.isSelected());
    }

    @FXML
    private void test() {
        model.address(address.getText());
        model.model(name.getEditor().getText());
        model.test(key.getText());
    }

    /** What the kinds of models are called. */
    private static final class ProviderNames extends StringConverter<ChatSettings.Provider> {
        private final Texts texts;

        private ProviderNames(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(ChatSettings.@Nullable Provider provider) {
            return provider == null ? "" : texts.get("chat.provider." + provider.name());
        }

        @Override
        public ChatSettings.@Nullable Provider fromString(String name) {
            return null;
        }
    }
}
