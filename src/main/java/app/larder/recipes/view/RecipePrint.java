package app.larder.recipes.view;

import app.larder.fx.Dialogs;
import app.larder.fx.Texts;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Method;
import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A recipe on paper: name across, ingredients on the left, method on the right, each running on to further pages. Black
 * on white and in points whatever the window looks like.
 */
final class RecipePrint implements Dialogs.PageLayouter {

    private static final Font NAME = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 20);
    private static final Font HEAD = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 9);
    private static final Font PLAIN = Font.font(Font.getDefault().getFamily(), 10);
    private static final Font BOLD = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 10);
    private static final Font SMALL = Font.font(Font.getDefault().getFamily(), 8.5);
    private static final double FOOT = 24;
    private static final double GAP = 24;
    private static final double SHARE = 0.38;
    private static final double BETWEEN = 6;

    private final Portion portion;
    private final Texts texts;

    RecipePrint(Portion portion, Texts texts) {
        this.portion = portion;
        this.texts = texts;
    }

    @Override
    public List<Node> pages(double width, double height) {
        Recipe recipe = portion.recipe();
        Sheets sheets = new Sheets(width, height, FOOT);
        Sheets.Column top = sheets.column(0, width, 0);
        top.put(text(recipe.name(), NAME, width), 4);
        top.put(text(about(recipe), SMALL, width), BETWEEN);
        String description = recipe.description();
        if (description != null) {
            top.put(text(description, PLAIN, width), BETWEEN);
        }
        Line rule = new Line(0, 0, width, 0);
        rule.setStroke(Color.GRAY);
        rule.setStrokeWidth(0.5);
        top.put(rule, 12);
        double left = Math.floor(width * SHARE);
        ingredients(sheets.column(0, left, top.bottom()), left);
        double right = width - left - GAP;
        method(sheets.column(left + GAP, right, top.bottom()), right);
        return sheets.finished((page, of) -> foot(recipe, page, of, width));
    }

    private String about(Recipe recipe) {
        RecipeWords words = new RecipeWords(texts);
        List<String> facts = new ArrayList<>();
        Integer minutes = recipe.minutes();
        if (minutes != null) {
            facts.add(words.minutes(minutes));
        }
        var people = portion.servings();
        if (people != null) {
            facts.add(words.servings(people));
        } else if (recipe.details().yield() != null) {
            facts.add(Objects.requireNonNull(recipe.details().yield()));
        }
        String source = recipe.source();
        if (source != null) {
            facts.add(source);
        }
        return String.join("   ·   ", facts);
    }

    private void ingredients(Sheets.Column column, double width) {
        column.put(text(texts.get("recipes.detail.ingredients"), HEAD, width), BETWEEN);
        double amounts = 64;
        String section = null;
        for (Ingredient ingredient : portion.recipe().ingredients()) {
            if (!Objects.equals(section, ingredient.section())) {
                section = ingredient.section();
                if (section != null) {
                    column.put(text(section, BOLD, width), 3);
                }
            }
            Portion.Line line = portion.line(ingredient);
            String name = line.note().isEmpty() ? line.name() : line.name() + ", " + line.note();
            String shown = line.optional() ? name + " (" + texts.get("recipes.optional") + ")" : name;
            Text amount = text(line.amount(), BOLD, amounts);
            amount.setTextAlignment(TextAlignment.RIGHT);
            Text what = text(shown, PLAIN, width - amounts - 8);
            what.setX(amounts + 8);
            column.put(new Pane(amount, what), 3);
        }
    }

    private void method(Sheets.Column column, double width) {
        column.put(text(texts.get("recipes.detail.method"), HEAD, width), BETWEEN);
        for (Method.Step step : Method.of(portion.recipe())) {
            String section = step.section();
            if (section != null) {
                column.put(text(section, BOLD, width), 3);
            }
            boolean first = true;
            for (String part : column.parts(step.text(), PLAIN, width - 20)) {
                Text what = text(part, PLAIN, width - 20);
                what.setX(20);
                Text number = text(first ? String.valueOf(step.number()) : "", BOLD, 18);
                column.put(new Pane(number, what), BETWEEN);
                first = false;
            }
        }
        String notes = portion.recipe().details().notes();
        if (notes != null) {
            column.put(text(texts.get("recipes.detail.notes"), HEAD, width), BETWEEN);
            for (String part : column.parts(notes, PLAIN, width)) {
                column.put(text(part, PLAIN, width), BETWEEN);
            }
        }
    }

    private Node foot(Recipe recipe, int page, int of, double width) {
        Text name = text(recipe.name(), SMALL, width - 80);
        Text number = text(texts.get("recipes.print.page", page, of), SMALL, width);
        number.setTextAlignment(TextAlignment.RIGHT);
        name.setFill(Color.GRAY);
        number.setFill(Color.GRAY);
        return new Pane(name, number);
    }

    static Text text(String text, Font font, double width) {
        Text node = new Text(text);
        node.setFont(font);
        node.setFill(Color.BLACK);
        node.setWrappingWidth(width);
        node.setTextOrigin(VPos.TOP);
        return node;
    }
}
