package app.larder.cook;

import app.larder.kitchen.Quantity;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts judgements into words' raw material: amounts needed, at home and missing, in the recipe's units. */
final class VerdictMaker {

    private static final MathContext FEW_DIGITS = new MathContext(4);

    private final Stock stock;
    private final CookRules rules;
    private final NeedReader reader;

    VerdictMaker(Stock stock, FoodKeys keys, CookRules rules, Staples staples) {
        this.stock = stock;
        this.rules = rules;
        this.reader = new NeedReader(keys::known, staples);
    }

    /** How the lines of a recipe do, made {@code factor} times. */
    List<LineWork> works(Recipe recipe, Quantity factor) {
        List<Need> needs = recipe.ingredients().stream()
                .map(reader::read)
                .map(need -> scaled(need, factor))
                .toList();
        return new Allotment(stock, rules.cups()).together(needs);
    }

    Verdict verdict(Recipe recipe, Quantity factor) {
        List<LineWork> works = works(recipe, factor);
        Counts counts = new Counts();
        List<LineVerdict> lines = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            LineVerdict line = line(i, recipe.ingredients().get(i), works.get(i));
            counts.add(line.state());
            lines.add(line);
        }
        List<Row> soon = works.stream()
                .flatMap(work -> work.parts().stream())
                .map(Part::row)
                .filter(row -> row.soon() > 0)
                .distinct()
                .toList();
        Tally tally = counts.tally(soon.stream().mapToInt(Row::soon).sum());
        return new Verdict(
                recipe.id(),
                recipe.name(),
                recipe.minutes(),
                tally,
                lines,
                soon.stream().map(Row::item).toList());
    }

    private static Need scaled(Need need, Quantity factor) {
        return factor.equals(Quantity.ONE)
                ? need
                : new Need(
                        need.uncounted(),
                        need.options(),
                        need.sizes().stream().map(size -> size.times(factor)).toList());
    }

    private static LineVerdict line(int index, Ingredient line, LineWork work) {
        Size need = work.need().sizes().isEmpty() || work.need().uncounted() != null
                ? null
                : work.need().sizes().getFirst();
        List<Part> parts = work.parts();
        Reason reason = work.reason();
        boolean about = parts.stream().anyMatch(VerdictMaker::about);
        Quantity have = Quantity.ZERO;
        boolean known = need != null && reason != Reason.AMOUNT_UNKNOWN;
        for (Part part : parts) {
            Comparison comparison = part.comparison();
            known &= comparison != null;
            have = comparison == null ? have : have.plus(left(comparison, part));
        }
        known &= need != null && (!parts.isEmpty() || reason == Reason.NOT_AT_HOME);
        return new LineVerdict(
                index,
                line.line(),
                line.name(),
                reason,
                about,
                need == null ? null : need.measured(),
                known && need != null ? new Measured(have, need.word(), about) : null,
                need == null ? null : missing(reason, need, known, have, about),
                parts.stream().map(VerdictMaker::use).toList());
    }

    private static @Nullable Measured missing(Reason reason, Size need, boolean known, Quantity have, boolean about) {
        return switch (reason) {
            case NOT_AT_HOME -> need.measured();
            case LESS, INSTEAD ->
                known && have.compareTo(need.quantity()) < 0
                        ? new Measured(need.quantity().minus(have), need.word(), about)
                        : null;
            default -> null;
        };
    }

    private static boolean about(Part part) {
        Comparison comparison = part.comparison();
        return comparison != null && comparison.about();
    }

    private static Quantity left(Comparison comparison, Part part) {
        boolean whole = part.available() >= comparison.share();
        return whole ? comparison.have() : rounded(comparison.have(), part.available() / comparison.share());
    }

    private static Use use(Part part) {
        Comparison comparison = part.comparison();
        if (comparison == null || part.taken() == 0 || part.row().sizes().isEmpty()) {
            return new Use(part.row().item(), part.match(), null);
        }
        Size held = part.row().sizes().getFirst();
        Quantity taken = rounded(held.quantity(), part.taken() / comparison.share());
        return new Use(part.row().item(), part.match(), new Measured(taken, held.word(), comparison.about()));
    }

    /** A share of an amount; all of it stays exact. */
    private static Quantity rounded(Quantity all, double share) {
        if (share >= 1 - Comparison.NONE) {
            return all;
        }
        return share <= 0 ? Quantity.ZERO : Quantity.of(new BigDecimal(all.toDouble() * share, FEW_DIGITS));
    }
}
