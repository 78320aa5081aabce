package app.larder.recipes.view;

import app.larder.fx.GrowingArea;
import app.larder.fx.PasteTaker;
import app.larder.fx.Texts;
import app.larder.recipes.DraftLine;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.jspecify.annotations.Nullable;

/** One line on screen: a grip to drag it by, its text, and for an ingredient what it is read as. */
final class EditorRow extends HBox {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    /** The two kinds of lines; the names are part of text keys. */
    enum Kind {
        INGREDIENT,
        STEP
    }

    private final EditorLine line;
    private final EditorLines lines;
    private final TextInputControl input;
    private final Label number = new Label();
    private final StackPane grip = new StackPane(new FontIcon("fth-more-vertical"), new FontIcon("fth-more-vertical"));
    private final Kind kind;
    private final Texts texts;
    private final EditorViewModel model;

    EditorRow(EditorLine line, EditorLines lines, Kind kind, Texts texts, EditorViewModel model) {
        this.line = line;
        this.lines = lines;
        this.kind = kind;
        this.texts = texts;
        this.model = model;
        this.input = kind == Kind.STEP ? area() : field();
        getStyleClass().addAll("editor-row", kind == Kind.STEP ? "step-row" : "ingredient-row");
        setAlignment(kind == Kind.STEP ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
        grip.getStyleClass().add("grip");
        grip.getChildren().getFirst().setTranslateX(-2.5);
        grip.getChildren().getLast().setTranslateX(2.5);
        Tooltip.install(grip, new Tooltip(texts.get("editor.row.drag")));
        HBox.setHgrow(input, Priority.ALWAYS);
        getChildren().addAll(grip, input);
        if (kind == Kind.STEP) {
            number.getStyleClass().add("step-number");
            getChildren().add(1, number);
        } else {
            ParseChips chips = new ParseChips(line, texts);
            HBox.setHgrow(chips, Priority.ALWAYS);
            getChildren().add(chips);
        }
        getChildren().add(menu());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        input.textProperty().subscribe((before, now) -> lines.type(line, now));
        line.contentProperty().subscribe(this::show);
        focusWithinProperty().subscribe(within -> pseudoClassStateChanged(ACTIVE, within));
    }

    private TextInputControl field() {
        LineField field = new LineField();
        field.setPasteTaker(this::paste);
        return field;
    }

    private TextInputControl area() {
        GrowingArea area = new GrowingArea();
        area.setPasteTaker(this::paste);
        return area;
    }

    private void show(DraftLine content) {
        if (!content.text().equals(input.getText())) {
            input.setText(content.text());
        }
        pseudoClassStateChanged(HEADING, isHeading());
    }

    private boolean isHeading() {
        return line.get().heading() || line.get().headingWords().isPresent();
    }

    /** Whether this row is counted; headings and blank lines are not. */
    boolean counts() {
        return !isHeading() && !line.get().isBlank();
    }

    /** Says which row this is: {@code place} counts all rows, {@code count} only those that count. */
    void placed(int place, int count, boolean only) {
        number.setText(isHeading() ? "" : String.valueOf(count));
        String name = kind == Kind.STEP ? "editor.row.step" : "editor.row.ingredient";
        input.setAccessibleText(isHeading() ? texts.get("editor.row.heading") : texts.get(name, place));
        input.setPromptText(
                line.get().heading()
                        ? texts.get("editor.row.heading")
                        : only ? texts.get(kind == Kind.STEP ? "editor.row.step.first" : "editor.row.ingredient.first") : "");
    }

    /** Takes the focus, the caret before that character. */
    void take(int position) {
        input.requestFocus();
        input.positionCaret(Math.min(position, input.getLength()));
    }

    Node grip() {
        return grip;
    }

    EditorLine line() {
        return line;
    }

    private boolean paste(@Nullable String pasted) {
        if (pasted == null || pasted.strip().lines().count() < 2) {
            return false;
        }
        model.pasting(pasted);
        lines.paste(line, input.getSelection().getStart(), input.getSelection().getEnd(), pasted);
        return true;
    }

    private void key(KeyEvent event) {
        if (handled(event)) {
            event.consume();
        }
    }

    private boolean handled(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        boolean bare = plain && !event.isShiftDown() && input.getSelection().getLength() == 0;
        int caret = input.getCaretPosition();
        return switch (event.getCode()) {
            case ENTER -> plain && split();
            case BACK_SPACE -> bare && caret == 0 && lines.joinToPrevious(line);
            case DELETE -> bare && caret == input.getLength() && lines.joinNext(line);
            case UP, DOWN -> {
                int places = event.getCode() == KeyCode.UP ? -1 : 1;
                if (event.isAltDown() && !event.isShortcutDown()) {
                    lines.moveBy(line, places);
                    yield true;
                }
                boolean atEdge = kind == Kind.INGREDIENT || caret == (places < 0 ? 0 : input.getLength());
                EditorLine next = lines.neighbour(line, places);
                if (bare && atEdge && next != null) {
                    lines.place(next, kind == Kind.STEP && places < 0 ? next.text().length() : caret);
                    yield true;
                }
                yield false;
            }
            default -> false;
        };
    }

    private boolean split() {
        input.replaceSelection("");
        lines.split(line, input.getCaretPosition());
        return true;
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton("", new FontIcon("fth-more-horizontal"));
        menu.getStyleClass().addAll("row-menu", "no-arrow");
        menu.setAccessibleText(texts.get("editor.row.menu"));
        menu.setTooltip(new Tooltip(texts.get("editor.row.menu")));
        menu.setOnShowing(e -> {
            menu.getItems().clear();
            boolean heading = isHeading();
            item(menu, heading ? "editor.row.plain" : "editor.row.to-heading", () -> lines.toggleHeading(line));
            if (kind == Kind.INGREDIENT && !heading) {
                boolean optional = line.get().part(DraftLine.Part.OPTIONAL).equals("true");
                item(menu, optional ? "editor.row.needed" : "editor.row.optional", () ->
                        line.change(d -> d.with(DraftLine.Part.OPTIONAL, optional ? "" : "true")));
            }
            item(menu, "editor.row.up", () -> lines.moveBy(line, -1));
            item(menu, "editor.row.down", () -> lines.moveBy(line, 1));
            item(menu, "editor.row.remove", () -> model.remove(lines, line));
        });
        menu.getItems().add(new MenuItem(texts.get("editor.row.remove")));
        return menu;
    }

    private void item(MenuButton menu, String text, Runnable run) {
        MenuItem item = new MenuItem(texts.get(text));
        item.setOnAction(e -> run.run());
        menu.getItems().add(item);
    }

    /** A box measures its children at their own widths; a step grows to the rest of the row and is then less high. */
    @Override
    protected double computePrefHeight(double width) {
        if (kind == Kind.INGREDIENT || width < 0) {
            return super.computePrefHeight(width);
        }
        double left = width - getInsets().getLeft() - getInsets().getRight() - getSpacing() * (getChildren().size() - 1);
        double highest = 0;
        for (Node child : getChildren()) {
            if (!child.equals(input)) {
                left -= Math.max(child.minWidth(-1), child.prefWidth(-1));
                highest = Math.max(highest, child.prefHeight(-1));
            }
        }
        return Math.max(highest, input.prefHeight(left)) + getInsets().getTop() + getInsets().getBottom();
    }
}
