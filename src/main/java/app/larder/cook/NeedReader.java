package app.larder.cook;

import app.larder.kitchen.Food;
import app.larder.kitchen.Foods;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Unit;
import app.larder.recipes.Heading;
import app.larder.recipes.Ingredient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Reads the lines of recipes as needs. Not thread-safe. */
final class NeedReader {

    private final ToIntFunction<String> number;
    private final Staples staples;
    private final Map<String, List<List<Need.Ask>>> names = new HashMap<>();

    /** A reader; {@code number} gives the number of a food's key, -1 for one that nothing at home answers. */
    NeedReader(ToIntFunction<String> number, Staples staples) {
        this.number = number;
        this.staples = staples;
    }

    /** What a line asks. */
    Need read(Ingredient line) {
        if (Heading.of(line.line()).isPresent() && line.quantity().isBlank()) {
            return Need.uncounted(Reason.HEADING);
        }
        if (line.optional()) {
            return Need.uncounted(Reason.OPTIONAL);
        }
        List<List<Need.Ask>> options = names.computeIfAbsent(line.name(), this::asked);
        return options.isEmpty() ? Need.uncounted(Reason.NO_FOOD) : new Need(null, options, sizes(line));
    }

    private List<List<Need.Ask>> asked(String name) {
        List<List<Need.Ask>> options = new ArrayList<>();
        for (List<Food> foods : Foods.asked(name)) {
            List<Need.Ask> asks = foods.stream().filter(food -> !food.key().isEmpty()).map(this::ask).toList();
            if (!asks.isEmpty()) {
                options.add(asks);
            }
        }
        return List.copyOf(options);
    }

    private Need.Ask ask(Food food) {
        String general = food.general();
        return new Need.Ask(
                number.applyAsInt(food.key()),
                general == null ? -1 : number.applyAsInt(general),
                staples.has(food),
                food.key());
    }

    /** The lower end of a range will do; a pinch of something is no amount to measure. */
    private static List<Size> sizes(Ingredient line) {
        Quantity quantity = Quantity.parse(line.quantity()).orElse(null);
        if (quantity == null || quantity.isZero()) {
            return List.of();
        }
        Size size = Size.of(quantity, line.unit().strip(), false);
        Unit unit = size.unit();
        if (unit != null && unit.dimension() == Unit.Dimension.PINCH) {
            return List.of();
        }
        return List.of(size);
    }
}
