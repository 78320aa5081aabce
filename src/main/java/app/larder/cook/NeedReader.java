package app.larder.cook;

import app.larder.kitchen.Conversion;
import app.larder.kitchen.Food;
import app.larder.kitchen.Foods;
import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Unit;
import app.larder.recipes.Heading;
import app.larder.recipes.Ingredient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of recipes as needs. Not thread-safe. */
final class NeedReader {

    private static final Pattern OTHER = Pattern.compile("(?iu)(?:or|oder)\\s[^0-9]{1,80}");

    private final ToIntFunction<String> number;
    private final Staples staples;
    private final Map<String, List<List<Need.Ask>>> names = new HashMap<>();
    private final Map<String, List<List<Need.Ask>>> pieces = new HashMap<>();

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
        List<Size> sizes = sizes(line);
        boolean piece = !sizes.isEmpty() && sizes.getFirst().isByPiece();
        List<List<Need.Ask>> options =
                (piece ? pieces : names).computeIfAbsent(name(line), name -> asked(name, piece));
        return options.isEmpty() ? Need.uncounted(Reason.NO_FOOD) : new Need(null, options, sizes);
    }

    /**
     * The name, with what the note offers instead ("pecans" and "or walnuts"), unless that has an amount of its own; and with
     * the foods a line without an amount lists after the first ("Salt, pepper").
     */
    private static String name(Ingredient line) {
        String note = line.note();
        if (note == null) {
            return line.name();
        }
        if (OTHER.matcher(note).matches()) {
            return line.name() + " " + note;
        }
        List<String> listed = Arrays.stream(note.split(",", -1)).map(String::strip).toList();
        boolean foods = line.quantity().isBlank() && listed.stream().allMatch(Foods::isKnown);
        return foods ? line.name() + " and " + String.join(" and ", listed) : line.name();
    }

    private List<List<Need.Ask>> asked(String name, boolean piece) {
        List<List<Need.Ask>> options = new ArrayList<>();
        for (List<Food> foods : piece ? Foods.askedByPiece(name) : Foods.asked(name)) {
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
        return inNote(line, quantity).map(other -> List.of(size, other)).orElseGet(() -> List.of(size));
    }

    /** The same amount by another measure: "(400 g)" behind tins or behind cups. */
    private static Optional<Size> inNote(Ingredient line, Quantity quantity) {
        String note = line.note();
        if (note == null || note.isBlank()) {
            return Optional.empty();
        }
        ParsedLine parsed = new ParsedLine(
                line.line(), quantity, null, line.unit().strip(), line.name(), note, line.optional());
        Unit unit = parsed.knownUnit().orElse(null);
        if (unit == null || !isMeasure(unit)) {
            return Conversion.packageSize(parsed)
                    .map(each -> new Size(each.quantity().times(quantity), word(each.unit()), each.unit(), each.about()));
        }
        ParsedLine inside = IngredientLineParser.parse(note);
        Quantity other = inside.quantity();
        Unit in = inside.knownUnit().orElse(null);
        return other != null && in != null && isMeasure(in) && in.dimension() != unit.dimension()
                ? Optional.of(new Size(other, inside.unit(), in, false))
                : Optional.empty();
    }

    private static String word(@Nullable Unit unit) {
        return unit == null ? "" : unit.key();
    }

    private static boolean isMeasure(Unit unit) {
        return unit.dimension() == Unit.Dimension.MASS || unit.dimension() == Unit.Dimension.VOLUME;
    }
}
