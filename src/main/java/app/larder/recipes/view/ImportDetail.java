package app.larder.recipes.view;

import app.larder.exchange.ImportedRecipe;
import app.larder.exchange.format.Problem;
import app.larder.fx.Texts;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Method;
import app.larder.recipes.Recipe;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A recipe of the import preview as it was understood, with what to look at beside the line it is about. */
final class ImportDetail extends VBox {

    /** Lines shown of each list; enough to see how it was read. */
    private static final int MOST = 200;

    private final Texts texts;
    private final RecipeWords words;
    private final ImportWords said;

    ImportDetail(Texts texts) {
        this.texts = texts;
        this.words = new RecipeWords(texts);
        this.said = new ImportWords(texts);
        getStyleClass().add("import-detail");
    }

    void show(ImportEntry.Found entry) {
        ImportedRecipe imported = entry.imported();
        Recipe recipe = imported.recipe();
        List<String> lines = recipe.ingredients().stream().map(Ingredient::line).toList();
        getChildren().setAll(label(recipe.name(), "title-page"), facts(recipe));
        List<Problem> general =
                imported.problems().stream().filter(p -> !lines.contains(p.where())).toList();
        if (!general.isEmpty()) {
            getChildren().add(problems(general));
        }
        String description = recipe.description();
        if (description != null) {
            getChildren().add(label(description, "muted"));
        }
        if (!lines.isEmpty()) {
            getChildren().add(section(texts.get("editor.ingredients"), ingredients(recipe, imported.problems())));
        }
        List<Method.Step> steps = Method.of(recipe);
        if (!steps.isEmpty()) {
            getChildren().add(section(texts.get("editor.steps"), steps(steps)));
        }
    }

    private Node facts(Recipe recipe) {
        FlowPane facts = new FlowPane();
        facts.getStyleClass().add("import-facts");
        Integer minutes = recipe.minutes();
        Integer servings = recipe.details().servings();
        String source = recipe.source();
        if (minutes != null) {
            facts.getChildren().add(label(words.minutes(minutes), "muted"));
        }
        if (servings != null) {
            facts.getChildren().add(label(words.servings(servings), "muted"));
        }
        if (source != null) {
            facts.getChildren().add(label(RecipeWords.source(source), "muted"));
        }
        recipe.details().tags().stream().limit(8).forEach(tag -> facts.getChildren().add(label(tag, "pill")));
        return facts;
    }

    private Node problems(List<Problem> problems) {
        VBox box = new VBox();
        box.getStyleClass().add("import-problems");
        for (Problem problem : problems) {
            boolean says = problem.where().isEmpty() || !problem.where().contains(" ");
            box.getChildren().add(label(says ? said.problem(problem) : texts.get("import.problem-at", said.problem(problem), problem.where()), "import-problem"));
        }
        return box;
    }

    private Node ingredients(Recipe recipe, List<Problem> problems) {
        VBox list = new VBox();
        list.getStyleClass().add("import-lines");
        Portion portion = Portion.asWritten(recipe, texts.locale());
        String section = null;
        for (Ingredient line : recipe.ingredients().stream().limit(MOST).toList()) {
            if (line.section() != null && !Objects.equals(section, line.section())) {
                list.getChildren().add(label(line.section(), "import-heading"));
            }
            section = line.section();
            Portion.Line shown = portion.line(line);
            Label amount = label(shown.amount(), "import-amount");
            amount.setAlignment(Pos.TOP_RIGHT);
            VBox what = new VBox(label(shown.name(), "import-name"));
            if (!shown.note().isEmpty()) {
                what.getChildren().add(label(shown.note(), "caption"));
            }
            problems.stream()
                    .filter(p -> p.where().equals(line.line()))
                    .forEach(p -> what.getChildren().add(label(said.problem(p), "import-problem")));
            HBox.setHgrow(what, Priority.ALWAYS);
            HBox row = new HBox(amount, what);
            row.getStyleClass().add("import-line");
            list.getChildren().add(row);
        }
        addRest(list, recipe.ingredients().size());
        return list;
    }

    private Node steps(List<Method.Step> steps) {
        VBox list = new VBox();
        list.getStyleClass().add("import-steps");
        for (Method.Step step : steps.subList(0, Math.min(MOST, steps.size()))) {
            if (step.section() != null) {
                list.getChildren().add(label(step.section(), "import-heading"));
            }
            Label number = label(String.valueOf(step.number()), "step-number");
            Label text = label(step.text(), "import-step");
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(number, text);
            row.getStyleClass().add("import-step-row");
            list.getChildren().add(row);
        }
        addRest(list, steps.size());
        return list;
    }

    private void addRest(VBox list, int size) {
        if (size > MOST) {
            list.getChildren().add(label(texts.get("import.more", size - MOST), "caption"));
        }
    }

    private static Node section(String title, Node content) {
        VBox section = new VBox(label(title, "title-section"), content);
        section.getStyleClass().add("import-section");
        return section;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }
}
