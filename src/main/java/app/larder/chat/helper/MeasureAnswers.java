package app.larder.chat.helper;

import app.larder.kitchen.Amount;
import app.larder.kitchen.Conversion;
import app.larder.kitchen.Food;
import app.larder.kitchen.Foods;
import app.larder.kitchen.Keeping;
import app.larder.kitchen.Kitchen;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Unit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers about measures, stand-ins and how long things keep. */
final class MeasureAnswers {

    private static final int MONTHS = 120;
    private static final BigInteger QUARTERS = BigInteger.valueOf(4);
    private static final Set<String> NO_UNITS = Set.of("in", "to", "is", "are", "zu", "im", "um", "sind", "ist", "was", "how", "many");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?iU)(?<number>\\d+ \\d+/\\d+|\\d+/\\d+|\\d*[½¼¾⅓⅔]|\\d+(?:[.,]\\d+)?|\\b(?:a|an|one|ein|eine|einen|half a|eine halbe)\\b)\\s*(?<unit>fluid ounces?|fl oz|\\p{L}+)");

    private final HelperKitchen kitchen;

    MeasureAnswers(HelperKitchen kitchen) {
        this.kitchen = kitchen;
    }

    String degrees(Question question, HelperWords words) {
        String number = question.group("x").isEmpty() ? question.group("y") : question.group("x");
        boolean celsius = (question.group("from") + question.group("other")).startsWith("c");
        if (number.length() > 5) {
            return words.say("decline") + "\n\n" + words.say("can");
        }
        long degrees = Long.parseLong(number);
        return celsius
                ? words.say("degrees.f", Long.toString(degrees), Long.toString(Math.round(degrees * 9 / 5.0 + 32)))
                : words.say("degrees.c", Long.toString(degrees), Long.toString(Math.round((degrees - 32) * 5 / 9.0)));
    }

    /** The first amount with a unit is what is converted; another unit in the question is what it becomes. */
    String convert(Question question, HelperWords words) {
        String text = question.text();
        Kitchen measures = kitchen.measures(words.locale());
        Matcher amount = AMOUNT.matcher(text);
        while (amount.find()) {
            Optional<Unit> from = Unit.of(amount.group("unit").toLowerCase(Locale.ROOT)).or(() -> Unit.of(amount.group("unit")));
            Quantity number = number(amount.group("number").toLowerCase(Locale.ROOT));
            if (from.isPresent() && number != null) {
                String rest = text.substring(0, amount.start()) + " \n " + text.substring(amount.end());
                return convert(number, from.get(), rest, measures, words);
            }
        }
        return words.say("decline") + "\n\n" + words.say("can");
    }

    private String convert(Quantity number, Unit from, String rest, Kitchen measures, HelperWords words) {
        Unit to = null;
        List<String> others = new ArrayList<>();
        for (String word : rest.split("[^\\p{L}\\n]+", -1)) {
            boolean maybe = (word.length() > 1 || word.matches("[gl]")) && !NO_UNITS.contains(word.toLowerCase(Locale.ROOT));
            Optional<Unit> unit = maybe ? Unit.of(word.toLowerCase(Locale.ROOT)) : Optional.empty();
            if (to == null && unit.isPresent() && !unit.get().equals(from)) {
                to = unit.get();
            } else if (!word.isBlank()) {
                others.add(word);
            }
        }
        List<String> foods = Mentions.foods(String.join(" ", others));
        String food = foods.isEmpty() ? "" : foods.getFirst();
        Amount given = Amount.exact(number, from);
        String shown = given.text(words.locale());
        if (to == null) {
            return words.say("decline") + "\n\n" + words.say("can");
        }
        Optional<Amount> same = Conversion.convert(given, to, food, measures.cups());
        String target = to.word(Quantity.of(2), words.locale());
        return same.map(result -> food.isEmpty() || !result.about()
                        ? words.say("convert.result", shown, rounded(result).text(words.locale()))
                        : words.say("convert.food", shown, food, result.text(words.locale())))
                .orElseGet(() -> words.say("convert.unknown", shown, target));
    }

    /** Exact conversions between systems have long tails nobody measures. */
    private static Amount rounded(Amount exact) {
        Quantity number = exact.quantity();
        if (number.denominator().compareTo(QUARTERS) <= 0) {
            return exact;
        }
        Quantity step = number.compareTo(Quantity.of(100)) >= 0
                ? Quantity.ONE
                : number.compareTo(Quantity.of(10)) >= 0 ? Quantity.of(1, 2) : Quantity.of(1, 20);
        return new Amount(number.roundedTo(step), exact.unit(), true);
    }

    private static @Nullable Quantity number(String typed) {
        return switch (typed) {
            case "a", "an", "one", "ein", "eine", "einen" -> Quantity.ONE;
            case "half a", "eine halbe" -> Quantity.of(1, 2);
            default -> Quantity.parse(typed).orElse(null);
        };
    }

    String substitute(Question question, HelperWords words) {
        String subject = question.subject();
        List<String> foods = Mentions.foods(subject);
        for (String food : foods) {
            Optional<String> found = words.standIn(food);
            if (found.isPresent()) {
                return words.say("substitute.title", food, found.get());
            }
        }
        return words.standIn(subject)
                .map(found -> words.say("substitute.title", subject, found))
                .orElseGet(() -> words.say("substitute.none", foods.isEmpty() ? subject : foods.getFirst()));
    }

    String keeps(Question question, HelperWords words) {
        String subject = question.subject();
        List<String> foods = Mentions.foods(subject);
        if (foods.isEmpty()) {
            return words.say("keep.unknown", subject);
        }
        Food food = Foods.of(foods.getFirst());
        int days = Keeping.days(foods.getFirst(), food, "", null);
        String name = foods.getFirst();
        String shown = name.substring(0, 1).toUpperCase(words.locale()) + name.substring(1);
        return days > MONTHS ? words.say("keep.long", shown) : words.say("keep.days", shown, days);
    }
}
