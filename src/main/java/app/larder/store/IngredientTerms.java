package app.larder.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** A person's distinct ingredient names, and which recipes use them. */
final class IngredientTerms {

    /** So many names are counted at most for a suggestion. */
    private static final int MOST_COUNTED = 200;

    private final boolean soleWriter;
    private @Nullable Map<Long, Term> known;
    private long writes;

    /**
     * Names of one person.
     *
     * @param soleWriter whether nobody but this program adds names, so that they can be kept in memory
     */
    IngredientTerms(boolean soleWriter) {
        this.soleWriter = soleWriter;
    }

    /**
     * One name.
     *
     * @param id the number it goes by
     * @param form its search form
     * @param shown the name as first written
     */
    record Term(long id, String form, String shown) {}

    /** To be called after every change of recipes, with the names it added. */
    synchronized void added(Collection<Term> terms) {
        writes++;
        if (known != null) {
            for (Term term : terms) {
                known.put(term.id(), term);
            }
        }
    }

    /** To be called when a change failed: nobody knows what it left. */
    synchronized void forget() {
        writes++;
        known = null;
    }

    private Map<Long, Term> all(StatelessSession session) {
        long before;
        synchronized (this) {
            if (known != null) {
                return known;
            }
            before = writes;
        }
        Map<Long, Term> read = new ConcurrentHashMap<>();
        stored(session, "", Map.of()).forEach(term -> read.putIfAbsent(term.id(), term));
        synchronized (this) {
            if (before == writes) {
                known = read;
            }
        }
        return read;
    }

    /** Those of some names that are not stored yet. */
    List<Term> missing(StatelessSession session, Collection<Term> terms) {
        Set<Long> stored = all(session).keySet();
        return terms.stream().filter(term -> !stored.contains(term.id())).toList();
    }

    private static List<Term> stored(StatelessSession session, String where, Map<String, String> values) {
        SelectionQuery<Object[]> query = session.createSelectionQuery(
                "select t.termId, t.name, t.display from IngredientTermRow t" + where, Object[].class);
        values.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Term((Long) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** The names that contain one of some forms. A server is asked each time, for those only. */
    private List<Term> holding(StatelessSession session, Set<String> forms) {
        if (soleWriter) {
            return all(session).values().stream()
                    .filter(term -> forms.stream().anyMatch(term.form()::contains))
                    .toList();
        }
        Map<String, String> values = new LinkedHashMap<>();
        forms.forEach(form -> values.put("p" + values.size(), RecipeFilter.containing(form)));
        String where = values.keySet().stream()
                .map(name -> "t.name like :" + name + " escape '!'")
                .collect(Collectors.joining(" or ", " where ", ""));
        return stored(session, where, values);
    }

    /** For each of some sets of forms the numbers of all names that contain one of its forms; all are asked for at once. */
    List<Set<Long>> containing(StatelessSession session, List<Set<String>> each) {
        if (each.isEmpty()) {
            return List.of();
        }
        List<Term> found = holding(session, each.stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return each.stream()
                .map(forms -> found.stream()
                        .filter(term -> forms.stream().anyMatch(term.form()::contains))
                        .map(Term::id)
                        .collect(Collectors.toSet()))
                .toList();
    }

    /** The recipes that use one of the names, or more than {@code most} of them if there are more. */
    static Set<UUID> recipes(StatelessSession session, Set<Long> terms, int most) {
        Set<UUID> recipes = new HashSet<>();
        for (List<Long> slice : Slices.of(terms)) {
            int room = most + 1 - recipes.size();
            if (room > 0) {
                recipes.addAll(session.createSelectionQuery(
                                "select t.recipeId from RecipeTermRow t where t.termId in :ids", UUID.class)
                        .setParameter("ids", slice)
                        .setMaxResults(room)
                        .getResultList());
            }
        }
        return recipes;
    }

    /**
     * Names in use that contain a form, the most used first. Of very many, those that begin with it and the shorter
     * ones are counted.
     */
    List<String> names(StatelessSession session, String form, int limit) {
        Map<Long, Term> candidates = new HashMap<>();
        holding(session, Set.of(form)).stream()
                .sorted(Comparator.comparing((Term term) -> !term.form().startsWith(form))
                        .thenComparingInt(term -> term.form().length()))
                .limit(MOST_COUNTED)
                .forEach(term -> candidates.putIfAbsent(term.id(), term));
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<Long, Long> uses = new HashMap<>();
        session.createSelectionQuery(
                        "select t.termId, count(*) from RecipeTermRow t where t.termId in :ids group by t.termId",
                        Object[].class)
                .setParameter("ids", candidates.keySet())
                .getResultList()
                .forEach(row -> uses.put((Long) row[0], (Long) row[1]));
        return candidates.values().stream()
                .filter(term -> uses.containsKey(term.id()))
                .sorted(Comparator.comparingLong((Term term) -> -uses.getOrDefault(term.id(), 0L))
                        .thenComparing(Term::form))
                .limit(limit)
                .map(Term::shown)
                .toList();
    }
}
