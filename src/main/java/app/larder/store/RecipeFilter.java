package app.larder.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/**
 * A where-clause over {@code RecipeSearchRow s}, put together from fixed parts, and the values of its parameters.
 *
 * @param where empty, or a clause that begins with {@code where}
 * @param values by parameter name
 */
record RecipeFilter(String where, Map<String, Object> values) {

    /** Lets everything through. */
    static final RecipeFilter NONE = new RecipeFilter("", Map.of());

    boolean isEmpty() {
        return where.isEmpty();
    }

    RecipeFilter and(String condition) {
        return new RecipeFilter(where.isEmpty() ? " where " + condition : where + " and " + condition, values);
    }

    RecipeFilter with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new RecipeFilter(where, more);
    }

    /** One of the forms is part of some ingredient's name. */
    RecipeFilter andContains(Set<String> forms) {
        return andForms(forms, "s.ingredientText like %s escape '!'", "");
    }

    /** None of the forms is part of any ingredient's name. */
    RecipeFilter andLacks(Set<String> forms) {
        return andForms(forms, "s.ingredientText like %s escape '!'", "not ");
    }

    /** One of the forms is in the name, an ingredient or the text; in the text without regard to case only. */
    RecipeFilter andText(Set<String> forms) {
        return andForms(
                forms,
                "s.nameKey like %1$s escape '!' or s.ingredientText like %1$s escape '!' or exists (select 1 from"
                        + " RecipeRow r where r.id = s.recipeId and (lower(r.instructions) like %1$s escape '!'"
                        + " or lower(r.description) like %1$s escape '!'))",
                "");
    }

    /** One of the {@link #wordParts} is in the words of the recipe. Only where words are kept. */
    RecipeFilter andWord(List<String> wordParts) {
        List<String> parts = new ArrayList<>();
        RecipeFilter result = this;
        for (String part : wordParts) {
            String name = "p" + result.values.size();
            parts.add(String.format("locate(:%1$s, s.words) > 0 or locate(:%1$s, s.detailWords) > 0", name));
            result = result.with(name, part);
        }
        return result.and("(" + String.join(" or ", parts) + ")");
    }

    /** What the words of a recipe are searched for: a short form at the beginning of a word, nothing twice. */
    static List<String> wordParts(Set<String> forms) {
        List<String> parts = forms.stream().map(form -> isShort(form) ? " " + form : form).distinct().toList();
        return parts.stream()
                .filter(part -> parts.stream().noneMatch(other -> !other.equals(part) && part.contains(other)))
                .toList();
    }

    /** Scripts that say much in few signs are written without blanks, too. */
    private static boolean isShort(String form) {
        return form.length() < TypedWord.LONG && form.chars().allMatch(c -> c < 0x80);
    }

    private RecipeFilter andForms(Set<String> forms, String condition, String not) {
        List<String> parts = new ArrayList<>();
        RecipeFilter result = this;
        for (String form : forms) {
            String name = "p" + result.values.size();
            parts.add(String.format(condition, ":" + name));
            result = result.with(name, containing(form));
        }
        return result.and(not + "(" + String.join(" or ", parts) + ")");
    }

    /** A pattern for texts that hold a term, whatever signs are in it; its escape character is {@code !}. */
    static String containing(String term) {
        return "%" + term.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /**
     * The query with its values.
     *
     * @param select what is asked for, up to where the clause comes
     * @param order what follows the clause; may be empty
     */
    <T> SelectionQuery<T> on(StatelessSession session, String select, String order, Class<T> type) {
        SelectionQuery<T> query = session.createSelectionQuery(select + where + order, type);
        values.forEach(query::setParameter);
        return query;
    }
}
