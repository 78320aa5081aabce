package app.larder.cook;

import app.larder.kitchen.Food;
import app.larder.kitchen.FoodMatch;
import app.larder.kitchen.Foods;
import app.larder.kitchen.Quantity;
import app.larder.pantry.Amount;
import app.larder.pantry.AmountText;
import app.larder.pantry.HouseholdIngredient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the pantry, ready to be compared.
 *
 * @param slot its place among the rows
 * @param item the row itself
 * @param food what it is
 * @param sizes how much there is, by every measure the row gives; empty if that is not known
 * @param answers what it answers, by the keys of foods
 * @param keeps for how many days it usually keeps
 * @param daysLeft days until its usual time is over
 * @param soon how pressing it is to use it, 0 to 10
 */
record Row(
        int slot,
        HouseholdIngredient item,
        Food food,
        List<Size> sizes,
        Map<String, FoodMatch> answers,
        int keeps,
        int daysLeft,
        int soon) {

    /** A row as it is on some day. */
    static Row of(int slot, HouseholdIngredient item, LocalDate today) {
        List<Size> sizes = sizes(item);
        Food named = Foods.of(item.name());
        boolean piece = !sizes.isEmpty() && sizes.getFirst().isByPiece();
        Food food = piece ? Foods.byPiece(named) : named;
        return new Row(slot, item, food, sizes, Foods.answers(food), UseSoon.keeps(item, named), 0, 0).on(today);
    }

    /** The same row on another day. */
    Row on(LocalDate today) {
        int left = UseSoon.left(item, keeps, today, ZoneId.systemDefault());
        return new Row(slot, item, food, sizes, answers, keeps, left, Shelves.weight(left, keeps));
    }

    /** "2 x 400 g" is 800 g and two packs; "3 packs (500 g)" is three packs and 1500 g. */
    private static List<Size> sizes(HouseholdIngredient item) {
        Optional<Amount> typed = Amount.of(item.quantity(), item.unit());
        if (typed.isEmpty()) {
            return List.of();
        }
        Amount amount = typed.get();
        boolean about = !amount.about().isEmpty();
        int bracket = amount.unit().indexOf('(');
        String word = bracket < 0 ? amount.unit() : amount.unit().substring(0, bracket).strip();
        List<Size> sizes = new ArrayList<>();
        sizes.add(Size.of(amount.total(), word, about));
        Quantity packs = amount.packs();
        if (packs != null) {
            sizes.add(Size.of(packs, "pack", about));
        }
        if (bracket >= 0) {
            inBracket(amount.unit().substring(bracket)).ifPresent(each ->
                    sizes.add(new Size(each.quantity().times(amount.total()), each.word(), each.unit(), about)));
        }
        return List.copyOf(sizes);
    }

    private static Optional<Size> inBracket(String text) {
        AmountText each = AmountText.of(text.replaceAll("[()]", " "));
        @Nullable String unit = each.unit();
        return Amount.of(each.quantity(), unit).map(a -> Size.of(a.total(), a.unit(), false)).filter(s -> s.unit() != null);
    }
}
