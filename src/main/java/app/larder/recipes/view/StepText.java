package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.kitchen.Kitchen;
import app.larder.kitchen.StepTimes;
import app.larder.kitchen.Temperatures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** The text of a step; times in it start a timer, oven temperatures are said in the other scale too. */
final class StepText extends TextFlow {

    private final List<Button> times = new ArrayList<>();

    /** A part of the text with something behind it. */
    private record Mark(int start, int end, Node node) {}

    StepText(String text, Kitchen.Measures measures, Texts texts, Consumer<StepTimes.Span> startTimer) {
        getStyleClass().add("step-text");
        RecipeWords words = new RecipeWords(texts);
        List<Mark> marks = new ArrayList<>();
        for (StepTimes.Span span : StepTimes.in(text)) {
            Button button = new Button(text.substring(span.start(), span.end()));
            button.getStyleClass().add("time-chip");
            String tip = texts.get("recipes.timer.start", words.duration(span.shortest()));
            button.setTooltip(new Tooltip(tip));
            button.setAccessibleText(button.getText() + ", " + tip);
            button.setOnAction(_ -> startTimer.accept(span));
            times.add(button);
            marks.add(new Mark(span.start(), span.end(), button));
        }
        Temperatures.Scale wanted = scale(measures);
        if (wanted != null) {
            for (Temperatures.Beside beside : Temperatures.beside(text, wanted)) {
                Text other = new Text(" (" + beside.text() + ")");
                other.getStyleClass().add("other-scale");
                marks.add(new Mark(beside.at(), beside.at(), other));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        int at = 0;
        for (Mark mark : marks) {
            if (mark.start >= at) {
                plain(text.substring(at, mark.start));
                getChildren().add(mark.node);
                at = mark.end;
            }
        }
        plain(text.substring(at));
        setAccessibleText(text);
    }

    /** The buttons of the times, in order. */
    List<Button> times() {
        return times;
    }

    private void plain(String text) {
        if (!text.isEmpty()) {
            Text node = new Text(text);
            node.getStyleClass().add("plain");
            getChildren().add(node);
        }
    }

    /** The scale people with these measures read; null to leave what is written. */
    private static Temperatures.@Nullable Scale scale(Kitchen.Measures measures) {
        return switch (measures) {
            case AS_WRITTEN -> null;
            case METRIC -> Temperatures.Scale.CELSIUS;
            case US -> Temperatures.Scale.FAHRENHEIT;
        };
    }
}
