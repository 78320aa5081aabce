package app.larder.pantry;

import app.larder.kitchen.Category;
import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.SearchForm;
import app.larder.kitchen.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one typed line puts in the pantry ("2 x 400 g tins chopped tomatoes").
 *
 * @param name what it is, with a capital first letter; empty only if the line has no word
 * @param amount how much; {@link AmountText#NONE} if the line does not say
 * @param category the shelf it most likely stands on
 */
public record PantryLine(String name, AmountText amount, Category category) {

    private static final String NUMBER = "[0-9]+(?:[.,][0-9]+)?";
    private static final Pattern PACKS =
            Pattern.compile("(?U)(?<![\\p{N}.,/])(" + NUMBER + ")\\s*[x×*]\\s*(" + NUMBER + ")\\s*(\\p{L}+)\\b\\.?");
    private static final Pattern EACH = Pattern.compile("(?U)[\\s,]+(?:à|je)\\s*(" + NUMBER + ")\\s*(\\p{L}+)\\b\\.?");
    private static final Pattern SIZE = Pattern.compile("(?U)\\((?:à|a|je)?\\s*(" + NUMBER + ")\\s*(\\p{L}+)\\.?\\)");
    private static final Pattern ABOUT = Pattern.compile("(?iu)\\b(about|around|approx\\.?|roughly|ca\\.?|circa|etwa|ungefähr|rund)(?=\\s|$)|~");
    private static final Set<String> PIECES = Set.of("piece", "pieces", "stuck");

    /** Longer lines are read up to here only; nobody types them. */
    private static final int MOST_CHARACTERS = 1000;

    /** Reads a line; never fails. */
    public static PantryLine of(String line) {
        String text = line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS).strip() : line.strip();
        Matcher packs = PACKS.matcher(text);
        if (packs.find() && isMeasure(packs.group(3))) {
            // "2 x 400 g tins tomatoes" is two tins of tomatoes, of 400 g each.
            String rest = packs.group(1) + " " + text.substring(0, packs.start()) + " " + text.substring(packs.end());
            ParsedLine parsed = IngredientLineParser.parse(rest.strip());
            return line(name(parsed), new AmountText(packs.group(1) + " x " + packs.group(2), packs.group(3)), parsed.unit());
        }
        Matcher each = EACH.matcher(text);
        if (each.find() && isMeasure(each.group(2))) {
            ParsedLine parsed = IngredientLineParser.parse((text.substring(0, each.start()) + text.substring(each.end())).strip());
            String count = amount(parsed, text).quantity();
            return line(name(parsed), new AmountText((count == null ? "1" : count) + " x " + each.group(1), each.group(2)), parsed.unit());
        }
        ParsedLine parsed = IngredientLineParser.parse(text);
        return line(name(parsed), amount(parsed, text), parsed.unit());
    }

    private static PantryLine line(String name, AmountText amount, String unit) {
        String capital = name.isEmpty()
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + name.substring(name.offsetByCodePoints(0, 1));
        return new PantryLine(capital, amount, Category.guess(name, unit));
    }

    private static AmountText amount(ParsedLine parsed, String text) {
        Quantity quantity = parsed.quantity();
        if (quantity == null) {
            return AmountText.NONE;
        }
        boolean comma = Pattern.compile("[0-9],[0-9]").matcher(text).find();
        String number = new Amount("", null, quantity, parsed.unit(), comma).quantityText();
        Quantity most = parsed.quantityMax();
        if (most != null) {
            number += "-" + new Amount("", null, most, parsed.unit(), comma).quantityText();
        }
        Matcher about = ABOUT.matcher(text);
        return new AmountText(about.find() ? about.group() + " " + number : number, unit(parsed, text));
    }

    private static @Nullable String unit(ParsedLine parsed, String text) {
        String word = parsed.unit();
        Matcher size = SIZE.matcher(text);
        if (UnitWords.isCount(word) && !isMeasure(word) && size.find() && isMeasure(size.group(2))) {
            word = (word + " (" + size.group(1) + " " + size.group(2) + ")").strip();
        }
        return word.isEmpty() || PIECES.contains(SearchForm.of(word)) ? null : word;
    }

    /** Name and remarks ("Flour, type 550"), without those that only repeat the amount. */
    private static String name(ParsedLine parsed) {
        String name = parsed.name().isEmpty() ? parsed.text().strip() : parsed.name();
        String remarks = Arrays.stream(parsed.note().split(",", -1))
                .map(String::strip)
                .filter(remark -> !remark.isEmpty() && !isAmount(remark))
                .collect(Collectors.joining(", "));
        return remarks.isEmpty() ? name : name + ", " + remarks;
    }

    private static boolean isAmount(String remark) {
        AmountText text = AmountText.of(remark);
        boolean measured = text.unit() != null && Amount.of(text.quantity(), text.unit()).isPresent();
        return measured || ABOUT.matcher(remark).matches();
    }

    private static boolean isMeasure(String word) {
        Optional<Unit> unit = Unit.of(word);
        return unit.isPresent()
                && (unit.get().dimension() == Unit.Dimension.MASS || unit.get().dimension() == Unit.Dimension.VOLUME);
    }
}
