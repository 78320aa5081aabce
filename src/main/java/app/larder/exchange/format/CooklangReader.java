package app.larder.exchange.format;

import app.larder.recipes.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a recipe in Cooklang, with new or old metadata. */
final class CooklangReader {

    private static final Pattern MARK = Pattern.compile("@[^\\s@#~{}][^@#~{}\\n]{0,100}\\{[^{}\\n]*\\}|@\\w[^@#~{}\\n]*\\{\\}|~\\w*\\{\\d[^{}\\n]*%[^{}\\n]*\\}");
    private static final Pattern OLD = Pattern.compile("(?m)^>>\\s*[\\w .]+:");
    private static final Pattern BARE_MARK = Pattern.compile("(?<![\\w.])@\\p{L}{3,}");
    private static final Set<String> TAGS = Set.of("tags", "tag", "course", "category", "cuisine", "diet");

    /** Whether a text is Cooklang, told by its marks. */
    static boolean knows(String text) {
        return MARK.matcher(text).find() || OLD.matcher(text).find()
                || (text.strip().startsWith("---\n") && BARE_MARK.matcher(text).find());
    }

    Draft read(String text) {
        Cooklang recipe = Cooklang.of(text);
        Map<String, String> metadata = recipe.metadata();
        List<Draft.Line> lines = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (Cooklang.Section section : recipe.sections()) {
            boolean headed = false;
            for (List<Cooklang.Item> step : section.steps()) {
                step.stream()
                        .filter(Cooklang.Needed.class::isInstance)
                        .map(item -> new Draft.Line(line((Cooklang.Needed) item), section.name()))
                        .forEach(lines::add);
                if (step.stream().anyMatch(CooklangReader::isDone)) {
                    if (section.name() != null && !headed) {
                        steps.add(section.name() + ":");
                        headed = true;
                    }
                    steps.add(step.stream().map(Cooklang.Item::words).collect(Collectors.joining()).strip());
                }
            }
        }
        List<Problem> problems = new ArrayList<>();
        Draft.Times times = new Draft.Times(
                minutes(first(metadata, "prep time", "prep_time", "time.prep"), Problem.Kind.NO_PREP_TIME, problems),
                minutes(first(metadata, "cook time", "cook_time", "time.cook"), Problem.Kind.NO_COOK_TIME, problems),
                minutes(first(metadata, "time required", "time", "duration", "total time", "total_time"), Problem.Kind.NO_TOTAL_TIME, problems));
        String servings = first(metadata, "servings", "serves", "yield");
        String source = first(metadata, "source.url", "source url", "source", "source.name");
        boolean link = source != null && source.matches("https?://\\S+");
        return new Draft(
                new Draft.About(
                        first(metadata, "title", "name"),
                        first(metadata, "description", "introduction"),
                        tags(metadata),
                        link ? first(metadata, "author", "source.author") : source == null ? first(metadata, "author", "source.author") : source,
                        link ? source : null),
                lines,
                steps.stream().filter(step -> !step.isEmpty()).toList(),
                times,
                servings == null ? Draft.Portions.NONE : Servings.of(List.of(servings.replaceFirst("\\|.*", ""))),
                problems,
                new Draft.Extras(
                        recipe.notes().isEmpty() ? null : String.join("\n", recipe.notes()),
                        stars(metadata.get("rating")),
                        null,
                        new Origin("cooklang", null, Map.of("text", text)),
                        List.of(new Draft.Picture.Beside(photos()))));
    }

    /** Ingredients alone are a list, as Larder writes it, and no step. */
    private static boolean isDone(Cooklang.Item item) {
        return !(item instanceof Cooklang.Needed) && item.words().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static List<String> photos() {
        return Stream.of("jpg", "jpeg", "png", "webp", "gif")
                .flatMap(ending -> Stream.of("*." + ending, "*.0." + ending))
                .toList();
    }

    /** As an ingredient list says it; nothing said is an amount to taste. */
    private static String line(Cooklang.Needed item) {
        String line = Stream.of(item.quantity(), item.unit(), item.name())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return line + (item.note() == null ? "" : ", " + item.note()) + (item.optional() ? " (optional)" : "");
    }

    private static List<String> tags(Map<String, String> metadata) {
        List<String> tags = new ArrayList<>();
        metadata.forEach((key, value) -> {
            if (TAGS.contains(key)) {
                Stream.of(value.split(",", -1)).map(String::strip).filter(tag -> !tag.isEmpty()).forEach(tags::add);
            }
        });
        return tags;
    }

    private static @Nullable Integer minutes(@Nullable String text, Problem.Kind kind, List<Problem> problems) {
        if (text == null) {
            return null;
        }
        Integer minutes = Minutes.of(text).minutes();
        if (minutes == null) {
            problems.add(Problem.of(kind, "", text));
        }
        return minutes;
    }

    private static @Nullable Integer stars(@Nullable String text) {
        return text != null && text.matches("[1-5]") ? Integer.valueOf(text) : null;
    }

    private static @Nullable String first(Map<String, String> metadata, String... keys) {
        return Stream.of(keys).map(metadata::get).filter(value -> value != null && !value.isBlank()).findFirst().orElse(null);
    }
}
