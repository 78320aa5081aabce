package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.kitchen.TypedMinutes;
import app.larder.recipes.RecipeDraft;
import app.larder.recipes.RecipeProblem;
import app.larder.recipes.RecipeProblem.Field;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The single fields of the editor: what is typed in each and what is wrong with it. What was typed always stays. */
final class EditorFields {

    /** Fields that take a length of time. */
    static final Set<Field> TIMES = EnumSet.of(Field.PREP_TIME, Field.COOK_TIME, Field.TOTAL_TIME);

    private final Texts texts;
    private final Map<Field, StringProperty> typed = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
    private final ReadOnlyObjectWrapper<@Nullable Field> wanted = new ReadOnlyObjectWrapper<>();

    EditorFields(Texts texts, Runnable changed) {
        this.texts = texts;
        for (Field field : Field.values()) {
            problems.put(field, new ReadOnlyStringWrapper(""));
            StringProperty text = new SimpleStringProperty("");
            typed.put(field, text);
            text.subscribe((before, now) -> {
                if (!problem(field).get().isEmpty() && unread(field).isEmpty()) {
                    say(field, "");
                }
                changed.run();
            });
        }
    }

    StringProperty text(Field field) {
        return Objects.requireNonNull(typed.get(field));
    }

    /** What is wrong with a field, as a sentence; empty if nothing is. */
    ReadOnlyStringProperty problem(Field field) {
        return Objects.requireNonNull(problems.get(field)).getReadOnlyProperty();
    }

    /** The field to put right first, set when a recipe could not be saved; null otherwise. */
    ReadOnlyObjectProperty<@Nullable Field> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** The field was left: says so if what stands there is not understood. */
    void check(Field field) {
        say(field, unread(field).contains(field) ? unreadSentence(field) : "");
    }

    /** Marks the fields that keep the recipe from being saved. */
    void refuse(Collection<Field> unread, List<RecipeProblem> found) {
        wanted.set(null);
        Set<Field> marked = EnumSet.noneOf(Field.class);
        for (RecipeProblem problem : found) {
            if (marked.add(problem.field())) {
                String kind = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
                say(problem.field(), texts.get("editor.problem." + kind, problem.limit()));
            }
        }
        unread.forEach(field -> say(field, unreadSentence(field)));
        marked.addAll(unread);
        marked.stream().findFirst().ifPresent(wanted::set);
    }

    /** What a typed time was understood as; empty where that says nothing new. */
    String reading(Field field, String text) {
        Integer minutes = TypedMinutes.read(text).minutes();
        String words = minutes == null ? "" : duration(minutes);
        return words.equals(text.strip()) ? "" : words;
    }

    void fill(RecipeDraft.Fields f) {
        problems.values().forEach(p -> p.set(""));
        wanted.set(null);
        text(Field.NAME).set(f.name());
        text(Field.DESCRIPTION).set(f.description());
        text(Field.SOURCE).set(f.source());
        text(Field.PREP_TIME).set(f.prep());
        text(Field.COOK_TIME).set(f.cook());
        text(Field.TOTAL_TIME).set(f.total());
        text(Field.SERVINGS).set(f.servings());
        text(Field.YIELD).set(f.yield());
        text(Field.TAGS).set(f.tags());
        text(Field.NOTES).set(f.notes());
    }

    RecipeDraft.Fields typed() {
        return new RecipeDraft.Fields(
                said(Field.NAME),
                said(Field.DESCRIPTION),
                said(Field.SOURCE),
                said(Field.PREP_TIME),
                said(Field.COOK_TIME),
                said(Field.TOTAL_TIME),
                said(Field.SERVINGS),
                said(Field.YIELD),
                said(Field.TAGS),
                said(Field.NOTES));
    }

    /** A stored recipe's times as people write them. */
    RecipeDraft withTimesInWords(RecipeDraft draft) {
        RecipeDraft.Fields f = draft.fields();
        RecipeDraft.Fields worded = new RecipeDraft.Fields(
                f.name(), f.description(), f.source(), worded(f.prep()), worded(f.cook()), worded(f.total()),
                f.servings(), f.yield(), f.tags(), f.notes());
        return new RecipeDraft(
                draft.recipe(), draft.base(), draft.keptAt(), worded, draft.ingredients(), draft.steps());
    }

    /** A moment as people say it, in this computer's time zone. */
    String when(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(moment.atZone(ZoneId.systemDefault()));
    }

    private String worded(String minutes) {
        Integer read = TypedMinutes.read(minutes).minutes();
        return read == null ? minutes : duration(read);
    }

    private String duration(int minutes) {
        if (minutes < 60) {
            return texts.get("recipes.time.minutes", minutes);
        }
        String hours = String.valueOf(minutes / 60);
        return minutes % 60 == 0
                ? texts.get("recipes.time.hours", hours)
                : texts.get("recipes.time.mixed", hours, minutes % 60);
    }

    private String unreadSentence(Field field) {
        return texts.get(TIMES.contains(field) ? "editor.unread.time" : "editor.unread.servings");
    }

    private Set<Field> unread(Field field) {
        Set<Field> unread = new RecipeDraft(null, "", Instant.EPOCH, typed(), List.of(), List.of()).unread();
        unread.retainAll(EnumSet.of(field));
        return unread;
    }

    private String said(Field field) {
        String text = text(field).get();
        return text == null ? "" : text;
    }

    private void say(Field field, String sentence) {
        Objects.requireNonNull(problems.get(field)).set(sentence);
    }
}
