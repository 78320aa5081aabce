package app.larder.recipes.view;

import app.larder.cook.LineVerdict;
import app.larder.cook.Measured;
import app.larder.cook.Tally;
import app.larder.fx.Texts;
import app.larder.kitchen.Kitchen;
import app.larder.kitchen.Scaling;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the window's language what is at home and what is not. */
final class HomeWords {

    private final Texts texts;

    HomeWords(Texts texts) {
        this.texts = texts;
    }

    /** How much of a recipe is at home: "7 of 9 at home", "all at home". */
    String tally(Tally tally) {
        return tally.complete()
                ? texts.get("recipes.home.all")
                : texts.get("recipes.home.some", tally.covered(), tally.total());
    }

    /** The colour of that: style class of a pill. */
    static String style(Tally tally) {
        return tally.complete() ? "good" : tally.missing() <= 1 ? "partly" : "plain";
    }

    /** An amount: "200 g", "1.5 kg", "1½ cups", "about 150 g". */
    String amount(Measured measured) {
        String amount = Scaling.text(measured.quantity(), measured.unit(), Kitchen.asWritten(texts.locale()));
        return measured.about() ? texts.get("recipes.home.about", amount) : amount;
    }

    /** What there is to say beside a line; empty if its mark says it all. */
    String beside(LineVerdict line) {
        Measured have = line.have();
        Measured missing = line.missing();
        return switch (line.reason()) {
            case LESS -> have == null || missing == null
                    ? ""
                    : texts.get("recipes.home.less", amount(have), amount(missing));
            case AMOUNT_UNKNOWN -> texts.get("recipes.home.unknown");
            case INSTEAD -> texts.get("recipes.home.instead", rows(line));
            case NOT_ALL -> texts.get("recipes.home.only", rows(line));
            default -> "";
        };
    }

    private static String rows(LineVerdict line) {
        return line.uses().stream().map(use -> use.row().name()).distinct().collect(Collectors.joining(", "));
    }

    /** What a line's mark means, in a few words. */
    String state(LineVerdict line) {
        return switch (line.reason()) {
            case STAPLE -> texts.get("recipes.home.staple");
            default -> switch (line.state()) {
                case COVERED -> texts.get("recipes.home.covered");
                case PARTLY -> texts.get("recipes.home.partly");
                case MISSING -> texts.get("recipes.home.missing");
                case NOT_COUNTED -> "";
            };
        };
    }

    /** What to get for a line: "100 g flour", "2 eggs"; null if nothing is missing of it. */
    @Nullable String toGet(LineVerdict line) {
        Measured amount =
                switch (line.reason()) {
                    case LESS -> line.missing();
                    case NOT_AT_HOME -> line.missing() == null ? line.need() : line.missing();
                    default -> null;
                };
        return switch (line.reason()) {
            case LESS, NOT_AT_HOME -> amount == null ? line.food() : amount(amount) + " " + line.food();
            default -> null;
        };
    }

    /** What to get for all lines. */
    List<String> toGet(List<LineVerdict> lines) {
        return lines.stream().map(this::toGet).filter(java.util.Objects::nonNull).toList();
    }
}
