package app.larder.exchange.format;

import app.larder.recipes.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a draft what no database or window should be given, and says so. The limits are those of a recipe that
 * can be kept.
 */
final class Tidy {

    static final int LONGEST_NAME = 300;
    static final int LONGEST_LINE = 4_000;
    static final int LONGEST_TEXT = 500_000;
    static final int LONGEST_SOURCE = 2_000;
    static final int MOST_INGREDIENTS = 10_000;
    static final int MOST_TAGS = 50;

    /** Control characters but the line end, and halves of surrogate pairs. */
    private static final Pattern BROKEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private boolean broken;
    private boolean cut;

    private Tidy() {}

    static Draft tidied(Draft draft) {
        Tidy tidy = new Tidy();
        Draft clean = tidy.draft(draft);
        List<Problem> problems = new ArrayList<>(clean.problems());
        String name = draft.about().name();
        if (name != null && name.length() > LONGEST_NAME) {
            problems.add(Problem.of(Problem.Kind.TITLE_CUT, "name", LONGEST_NAME));
        }
        if (draft.ingredients().size() > MOST_INGREDIENTS) {
            problems.add(Problem.of(Problem.Kind.INGREDIENTS_CUT, "ingredients", MOST_INGREDIENTS));
        }
        if (tidy.cut) {
            problems.add(Problem.of(Problem.Kind.TEXT_CUT, ""));
        }
        if (tidy.broken) {
            problems.add(Problem.of(Problem.Kind.CHARACTERS_LEFT_OUT, ""));
        }
        return new Draft(clean.about(), clean.ingredients(), clean.steps(), clean.times(), clean.portions(), problems, clean.extras());
    }

    private Draft draft(Draft draft) {
        Draft.About about = draft.about();
        String url = text(about.url(), Integer.MAX_VALUE);
        String name = text(about.name(), Integer.MAX_VALUE);
        return new Draft(
                new Draft.About(
                        name == null ? null : shortened(name, LONGEST_NAME),
                        text(about.description(), LONGEST_TEXT),
                        about.tags().stream().limit(MOST_TAGS).map(t -> text(t, 60)).filter(Objects::nonNull).toList(),
                        text(about.author(), LONGEST_SOURCE),
                        url != null && url.length() > LONGEST_SOURCE ? null : url),
                draft.ingredients().stream().limit(MOST_INGREDIENTS).mapMulti(this::line).toList(),
                steps(draft.steps()),
                draft.times(),
                new Draft.Portions(draft.portions().servings(), text(draft.portions().words(), LONGEST_SOURCE)),
                draft.problems(),
                extras(draft.extras()));
    }

    private Draft.Extras extras(Draft.Extras extras) {
        Integer rating = extras.rating();
        return new Draft.Extras(
                text(extras.notes(), LONGEST_TEXT),
                rating == null || rating < 1 || rating > 5 ? null : rating,
                extras.written(),
                extras.origin() == null ? null : origin(extras.origin()),
                extras.pictures());
    }

    private static Origin origin(Origin origin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        origin.fields().forEach((key, value) -> fields.put(storable(key), storable(value)));
        return new Origin(origin.format(), origin.id() == null ? null : storable(origin.id()), fields);
    }

    @SuppressWarnings("NullAway") // a JSON null in it stays one
    private static Object storable(Object value) {
        return switch (value) {
            case String text -> storable(text);
            case Map<?, ?> map -> {
                Map<String, Object> clean = new LinkedHashMap<>();
                map.forEach((key, inner) -> clean.put(storable(String.valueOf(key)), storable(inner)));
                yield clean;
            }
            case List<?> list -> {
                List<Object> clean = new ArrayList<>();
                list.forEach(inner -> clean.add(storable(inner)));
                yield clean;
            }
            case null, default -> value;
        };
    }

    /** A text as it came but for what no database holds. */
    private static String storable(String text) {
        return UNSTORABLE.matcher(text).replaceAll("");
    }

    private void line(Draft.Line line, Consumer<Draft.Line> sink) {
        String text = text(line.text(), LONGEST_LINE);
        if (text != null) {
            sink.accept(new Draft.Line(text, text(line.section(), LONGEST_LINE)));
        }
    }

    private List<String> steps(List<String> given) {
        List<String> steps = new ArrayList<>();
        int room = LONGEST_TEXT;
        for (String step : given) {
            String clean = room <= 0 ? null : text(step, room);
            cut |= room <= 0;
            if (clean != null) {
                steps.add(clean);
                room -= clean.length() + 1;
            }
        }
        return steps;
    }

    private @Nullable String text(@Nullable String given, int longest) {
        if (given == null) {
            return null;
        }
        String clean = BROKEN.matcher(given).replaceAll("").strip();
        broken |= clean.length() != given.strip().length();
        cut |= clean.length() > longest;
        return clean.isEmpty() ? null : shortened(clean, longest);
    }

    /** At most so many characters, cut after a word where there is one, with an ellipsis. */
    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Math.max(longest - 1, 0);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        int blank = text.lastIndexOf(' ', end);
        return text.substring(0, blank > longest / 2 ? blank : end).strip() + "…";
    }
}
