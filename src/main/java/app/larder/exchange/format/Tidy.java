package app.larder.exchange.format;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of a draft what no database or window should be given, and says so. */
final class Tidy {

    /** Longest title kept, in characters. */
    static final int LONGEST_NAME = 300;

    /** Control characters but the line end, and halves of surrogate pairs. */
    private static final Pattern BROKEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

    private boolean broken;

    private Tidy() {}

    static Draft tidied(Draft draft) {
        Tidy tidy = new Tidy();
        Draft.About about = draft.about();
        String name = tidy.text(about.name());
        boolean longName = name != null && name.length() > LONGEST_NAME;
        Draft clean = new Draft(
                new Draft.About(
                        longName && name != null ? shortened(name) : name,
                        tidy.text(about.description()),
                        about.tags().stream().map(tidy::text).filter(Objects::nonNull).toList(),
                        tidy.text(about.author()),
                        tidy.text(about.url())),
                draft.ingredients().stream()
                        .map(line -> new Draft.Line(Objects.requireNonNullElse(tidy.text(line.text()), ""), tidy.text(line.section())))
                        .filter(line -> !line.text().isEmpty())
                        .toList(),
                tidy.texts(draft.steps()),
                draft.times(),
                new Draft.Portions(draft.portions().servings(), tidy.text(draft.portions().words())),
                draft.problems());
        if (longName) {
            clean = clean.withProblem(Problem.warning("name", "The title was longer than " + LONGEST_NAME + " characters and was cut."));
        }
        return tidy.broken
                ? clean.withProblem(Problem.note("", "Characters that cannot be shown were taken out of the text."))
                : clean;
    }

    private List<String> texts(List<String> texts) {
        return texts.stream().map(this::text).filter(Objects::nonNull).toList();
    }

    private @Nullable String text(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String clean = BROKEN.matcher(given).replaceAll("").strip();
        broken |= clean.length() != given.strip().length();
        return clean.isEmpty() ? null : clean;
    }

    private static String shortened(String name) {
        int end = name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME - 1));
        int blank = name.lastIndexOf(' ', end);
        return name.substring(0, blank > LONGEST_NAME / 2 ? blank : end).strip() + "…";
    }
}
