package app.larder.store;

import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/** Finds and counts recipes in the search tables. */
final class RecipeQueries {

    private final Function<String, Set<String>> variants;

    /**
     * Queries that understand words.
     *
     * @param variants the forms of a term to look for as parts of a text, all in search form
     */
    RecipeQueries(Function<String, Set<String>> variants) {
        this.variants = variants;
    }

    int count(StatelessSession session, RecipeQuery query) {
        Filter filter = filter(query);
        return Math.toIntExact(
                filter.on(session, "select count(*) from RecipeSearchRow s", "", Long.class).getSingleResult());
    }

    /**
     * A page of ids. H2 reads an index backwards only if every column is asked for backwards, the owner's too, and puts
     * nulls first then; so a descending list of a field that may be missing is read in two parts.
     */
    List<UUID> ids(StatelessSession session, RecipeQuery query, int offset, int limit) {
        String field = field(query.sort());
        String direction = query.ascending() ? "" : " desc";
        String columns = field.equals("s.recipeId")
                ? "s.userId" + direction + ", s.recipeId" + direction
                : "s.userId" + direction + ", " + field + direction + ", s.recipeId" + direction;
        Filter filter = filter(query);
        if (query.ascending() || !mayBeMissing(query.sort())) {
            return page(session, filter, columns, offset, limit);
        }
        Filter known = filter.and(field + " is not null");
        List<UUID> ids = new ArrayList<>(page(session, known, columns, offset, limit));
        if (ids.size() < limit) {
            long skipped = ids.isEmpty() && offset > 0
                    ? known.on(session, "select count(*) from RecipeSearchRow s", "", Long.class)
                            .getSingleResult()
                    : offset;
            ids.addAll(page(
                    session,
                    filter.and(field + " is null"),
                    columns,
                    Math.toIntExact(Math.max(0, offset - skipped)),
                    limit - ids.size()));
        }
        return ids;
    }

    private static List<UUID> page(StatelessSession session, Filter filter, String columns, int offset, int limit) {
        return filter.on(session, "select s.recipeId from RecipeSearchRow s", " order by " + columns, UUID.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    private static String field(RecipeSort sort) {
        return switch (sort) {
            case NAME -> "s.nameKey";
            case CREATED_AT -> "s.createdAt";
            case PREP_TIME_MINUTES -> "s.prepTimeMinutes";
            case SOURCE -> "s.sourceKey";
            case DESCRIPTION -> "s.descriptionKey";
            case INSTRUCTIONS -> "s.instructionsKey";
            case INGREDIENTS -> "s.ingredientCount";
            case ID -> "s.recipeId";
        };
    }

    private static boolean mayBeMissing(RecipeSort sort) {
        return switch (sort) {
            case PREP_TIME_MINUTES, SOURCE, DESCRIPTION, INSTRUCTIONS -> true;
            case NAME, CREATED_AT, INGREDIENTS, ID -> false;
        };
    }

    private Filter filter(RecipeQuery query) {
        Filter filter = new Filter("", Map.of());
        List<Set<String>> wanted = terms(query.ingredients());
        if (query.anyIngredient() && !wanted.isEmpty()) {
            Set<String> all = new LinkedHashSet<>();
            wanted.forEach(all::addAll);
            filter = filter.andContains(all, false);
        } else {
            for (Set<String> forms : wanted) {
                filter = filter.andContains(forms, false);
            }
        }
        for (Set<String> forms : terms(query.without())) {
            filter = filter.andContains(forms, true);
        }
        for (String word : SearchKeys.form(query.text()).split(" ", -1)) {
            filter = word.isEmpty() ? filter : filter.andText(forms(word));
        }
        Integer most = query.maxMinutes();
        return most == null ? filter : filter.and("s.minutes <= :most").with("most", most);
    }

    /** The forms of each term that holds a letter or digit. */
    private List<Set<String>> terms(List<String> typed) {
        return typed.stream()
                .map(SearchKeys::form)
                .filter(form -> !form.isEmpty())
                .map(this::forms)
                .toList();
    }

    private Set<String> forms(String term) {
        Set<String> forms = variants.apply(term);
        return forms.isEmpty() ? Set.of(term) : forms;
    }

    /** A where-clause of fixed parts, and the values for its parameters. */
    private record Filter(String where, Map<String, Object> values) {

        Filter and(String condition) {
            return new Filter(where.isEmpty() ? " where " + condition : where + " and " + condition, values);
        }

        Filter with(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(values);
            more.put(name, value);
            return new Filter(where, more);
        }

        Filter andContains(Set<String> forms, boolean not) {
            List<String> parts = new ArrayList<>();
            Filter result = this;
            for (String form : forms) {
                String name = "p" + result.values.size();
                parts.add("s.ingredientText like :" + name + " escape '!'");
                result = result.with(name, "%" + escaped(form) + "%");
            }
            String either = "(" + String.join(" or ", parts) + ")";
            return result.and(not ? "not " + either : either);
        }

        /** Words of the text itself are compared without regard to case only. */
        Filter andText(Set<String> forms) {
            List<String> parts = new ArrayList<>();
            Filter result = this;
            for (String form : forms) {
                String like = " like :p" + result.values.size() + " escape '!'";
                parts.add("s.nameKey" + like + " or s.ingredientText" + like
                        + " or exists (select 1 from RecipeRow r where r.id = s.recipeId and (lower(r.instructions)"
                        + like + " or lower(r.description)" + like + "))");
                result = result.with("p" + result.values.size(), "%" + escaped(form) + "%");
            }
            return result.and("(" + String.join(" or ", parts) + ")");
        }

        <T> SelectionQuery<T> on(StatelessSession session, String select, String order, Class<T> type) {
            SelectionQuery<T> query = session.createSelectionQuery(select + where + order, type);
            values.forEach(query::setParameter);
            return query;
        }
    }

    static String escaped(String term) {
        return term.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
