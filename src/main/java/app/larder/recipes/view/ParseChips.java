package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.DraftLine;
import app.larder.recipes.DraftLine.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What an ingredient line is read as, a chip a part. A chip opens into a field in which the part is set right; the
 * typed text stays as it is.
 */
final class ParseChips extends HBox {

    private static final List<Part> SHOWN = List.of(Part.AMOUNT, Part.UNIT, Part.NAME, Part.NOTE);

    private final EditorLine line;
    private final Texts texts;
    private @Nullable Part editing;

    ParseChips(EditorLine line, Texts texts) {
        this.line = line;
        this.texts = texts;
        getStyleClass().add("parse-chips");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        line.contentProperty().subscribe(content -> {
            if (editing == null) {
                build(content);
            }
        });
    }

    private void build(DraftLine content) {
        getChildren().clear();
        boolean shown = !content.isBlank() && content.headingWords().isEmpty() && !content.heading();
        if (!shown) {
            return;
        }
        Map<Part, String> meant = content.meanings();
        for (Part part : SHOWN) {
            String text = meant.getOrDefault(part, "");
            if (part == editing) {
                getChildren().add(field(part, text));
            } else if (!text.isEmpty()) {
                getChildren().add(chip(part, text, content.corrected(part)));
            }
        }
        if (meant.getOrDefault(Part.OPTIONAL, "").equals("true")) {
            Button optional = chip(Part.OPTIONAL, texts.get("editor.part.optional"), content.corrected(Part.OPTIONAL));
            optional.setOnAction(e -> line.change(d -> d.with(Part.OPTIONAL, "")));
            getChildren().add(optional);
        }
        for (Part part : SHOWN) {
            if (part != editing && meant.getOrDefault(part, "").isEmpty()) {
                getChildren().add(chip(part, "", content.corrected(part)));
            }
        }
    }

    private Button chip(Part part, String text, boolean corrected) {
        String label = label(part);
        boolean missing = text.isEmpty();
        Button chip = new Button(missing ? label : part == Part.AMOUNT ? text.replace("-", "–") : text);
        chip.getStyleClass().addAll("parse-chip", "part-" + part.name().toLowerCase(Locale.ROOT), "may-cut");
        if (missing) {
            chip.setGraphic(new FontIcon("fth-plus"));
            chip.getStyleClass().add("missing-part");
        }
        if (corrected) {
            chip.getStyleClass().add("corrected");
        }
        boolean shrinks = part == Part.NAME || part == Part.NOTE;
        chip.setMinWidth(shrinks ? 0 : Region.USE_PREF_SIZE);
        chip.setAccessibleText(missing ? label : label + ": " + text);
        chip.setTooltip(new Tooltip(missing ? texts.get("editor.part.add", label) : texts.get("editor.part.set", label, text)));
        chip.setOnAction(e -> edit(part));
        return chip;
    }

    private void edit(Part part) {
        editing = part;
        build(line.get());
        for (var child : getChildren()) {
            if (child instanceof TextField field) {
                field.requestFocus();
                field.selectAll();
            }
        }
    }

    private TextField field(Part part, String text) {
        TextField field = new TextField(text);
        field.getStyleClass().add("part-field");
        field.setAccessibleText(label(part));
        field.setPromptText(label(part));
        field.setPrefColumnCount(part == Part.AMOUNT || part == Part.UNIT ? 5 : 12);
        HBox.setHgrow(field, Priority.SOMETIMES);
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                done(field.getText());
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.ESCAPE) {
                int place = getChildren().indexOf(field);
                done(e.getCode() == KeyCode.ENTER ? field.getText() : text);
                getChildren().get(place).requestFocus();
                e.consume();
            }
        });
        return field;
    }

    private void done(String text) {
        Part part = editing;
        if (part != null) {
            editing = null;
            line.change(d -> d.with(part, text));
            build(line.get());
        }
    }

    private String label(Part part) {
        return texts.get("editor.part." + part.name().toLowerCase(Locale.ROOT));
    }
}
