package app.larder.cook;

import app.larder.kitchen.Quantity;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
        Allotment allotment = new Allotment(new Offers(stock, rules.cups()));
        List<LineWork> lines = new ArrayList<>();
        for (Ingredient line : recipe.ingredients()) {
            lines.add(allotment.begun(scaled(reader.read(line), factor)));
        }
        allotment.together(lines);
        return lines;
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
                .map(part -> part.row().slot())
                .distinct()
                .map(stock::row)
                .mapMulti((@Nullable Row row, Consumer<Row> sink) -> {
                    if (row != null && row.soon() > 0) {
                        sink.accept(row);
                    }
                })
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
        boolean about = parts.stream().anyMatch(part -> part.offer().about());
        Quantity have = Quantity.ZERO;
        boolean known = need != null && reason != Reason.AMOUNT_UNKNOWN;
        for (Part part : parts) {
            Quantity held = part.offer().have();
            known &= held != null;
            have = held == null ? have : have.plus(share(held, part.left()));
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

    private static Use use(Part part) {
        Offer offer = part.offer();
        if (offer.have() == null || part.taken() == 0) {
            return new Use(part.row().item(), offer.match(), null);
        }
        Size held = part.row().sizes().getFirst();
        Quantity taken = share(held.quantity(), part.taken());
        return new Use(part.row().item(), offer.match(), new Measured(taken, held.word(), offer.about()));
    }

    /** A share of an amount; all of it stays exact. */
    private static Quantity share(Quantity all, double share) {
        if (share >= 1 - Offer.NONE) {
            return all;
        }
        return share <= 0 ? Quantity.ZERO : Quantity.of(new BigDecimal(all.toDouble() * share, FEW_DIGITS));
    }
}
