package app.larder.store;

import app.larder.recipes.RecipeQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Finds and counts recipes in the search tables. How often an ingredient is used decides the way: recipes with a rare
 * one are looked up through its name and put in order here; for common ones the list is walked in its order, which
 * meets enough of them soon.
 */
final class RecipeQueries {

    private static final String COUNT = "select count(*) from RecipeSearchRow s";
    private static final String IDS = "select s.recipeId from RecipeSearchRow s";

    /** So many recipes at most are put in order here. */
    private static final int FEW = 1_500;
    /** A term that is part of more names than this is common, whatever they are. */
    private static final int MANY_NAMES = 400;
    /** How many recipes are looked up for one term; together terms may be rare that are not so alone. */
    private static final int[] RARE = {3_000, 10_000, 20_000};

    private static final int RARE_WHEN_COUNTING = 100_000;

    private final Function<String, Set<String>> variants;
    private final boolean wordsKept;
    private final IngredientTerms terms;

    /**
     * Queries that understand words.
     *
     * @param variants the forms of a term to look for as parts of a text, all in search form
     * @param wordsKept whether the search tables hold the words of texts
     */
    RecipeQueries(Function<String, Set<String>> variants, boolean wordsKept, IngredientTerms terms) {
        this.variants = variants;
        this.wordsKept = wordsKept;
        this.terms = terms;
    }

    int count(StatelessSession session, RecipeQuery query) {
        Selection selection = selection(session, query, RARE_WHEN_COUNTING);
        if (selection.candidates() == null) {
            return Math.toIntExact(
                    selection.rest().on(session, COUNT, "", Long.class).getSingleResult());
        }
        if (selection.rest().isEmpty()) {
            return selection.candidates().size();
        }
        int count = 0;
        for (List<UUID> slice : Slices.of(selection.candidates())) {
            count += Math.toIntExact(among(selection.rest(), slice)
                    .on(session, COUNT, "", Long.class)
                    .getSingleResult());
        }
        return count;
    }

    /** A page of ids. */
    List<UUID> ids(StatelessSession session, RecipeQuery query, int offset, int limit) {
        RecipeOrder order = RecipeOrder.of(query.sort(), query.ascending());
        int conditions = query.anyIngredient() ? 1 : query.ingredients().size();
        Selection selection =
                selection(session, query, RARE[Math.min(Math.max(conditions, 1), RARE.length) - 1]);
        Set<UUID> candidates = selection.candidates();
        if (candidates == null) {
            return walk(session, selection.rest(), order, offset, limit);
        }
        return candidates.size() <= FEW
                ? sorted(session, candidates, selection.rest(), order, offset, limit)
                : walkAmong(session, selection, candidates, order, offset, limit);
    }

    /**
     * What a query selects: recipes looked up, and what they still have to fulfil.
     *
     * @param candidates null if nothing rare was asked for, so that every recipe may be one
     */
    private record Selection(@Nullable Set<UUID> candidates, RecipeFilter rest) {}

    private Selection selection(StatelessSession session, RecipeQuery query, int rare) {
        RecipeFilter rest = RecipeFilter.NONE;
        Set<UUID> candidates = null;
        List<Set<String>> conditions = conditions(query);
        List<Set<Long>> named = terms.containing(session, conditions);
        for (int i = 0; i < conditions.size(); i++) {
            Set<String> forms = conditions.get(i);
            Set<Long> names = named.get(i);
            Set<UUID> found = names.size() > MANY_NAMES ? null : IngredientTerms.recipes(session, names, rare);
            if (found == null || found.size() > rare) {
                rest = rest.andContains(forms);
            } else if (candidates == null) {
                candidates = found;
            } else {
                candidates.retainAll(found);
            }
        }
        for (Set<String> forms : forms(query.without())) {
            rest = rest.andLacks(forms);
        }
        for (String word : SearchKeys.form(query.text()).split(" ", -1)) {
            if (!word.isEmpty()) {
                rest = wordsKept ? rest.andWord(RecipeFilter.wordParts(forms(word))) : rest.andText(forms(word));
            }
        }
        Integer most = query.maxMinutes();
        return new Selection(candidates, most == null ? rest : rest.and("s.minutes <= :most").with("most", most));
    }

    /** Sets of forms; of each set one has to be found. */
    private List<Set<String>> conditions(RecipeQuery query) {
        List<Set<String>> each = forms(query.ingredients());
        if (!query.anyIngredient() || each.size() < 2) {
            return each;
        }
        Set<String> all = new LinkedHashSet<>();
        each.forEach(all::addAll);
        return List.of(all);
    }

    private List<Set<String>> forms(List<String> typed) {
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

    private static RecipeFilter among(RecipeFilter filter, List<UUID> ids) {
        return filter.and("s.recipeId in :ids").with("ids", ids);
    }

    /** Few recipes, put in order here. */
    private static List<UUID> sorted(
            StatelessSession session, Set<UUID> few, RecipeFilter rest, RecipeOrder order, int offset, int limit) {
        List<Object[]> rows = new ArrayList<>();
        for (List<UUID> slice : Slices.of(few)) {
            rows.addAll(among(rest, slice)
                    .on(session, "select s.recipeId, " + order.field() + " from RecipeSearchRow s", "", Object[].class)
                    .getResultList());
        }
        return rows.stream()
                .sorted(order.rows())
                .skip(offset)
                .limit(limit)
                .map(row -> (UUID) row[0])
                .toList();
    }

    /** Walks the list and keeps the candidates, in ever longer strides. */
    private List<UUID> walkAmong(
            StatelessSession session,
            Selection selection,
            Set<UUID> candidates,
            RecipeOrder order,
            int offset,
            int limit) {
        List<UUID> found = new ArrayList<>();
        long wanted = (long) offset + limit;
        int stride = Math.clamp(2 * wanted, 2_000, 100_000);
        int at = 0;
        Set<UUID> open = new HashSet<>(candidates);
        while (found.size() < wanted && !open.isEmpty()) {
            List<UUID> passed = walk(session, selection.rest(), order, at, stride);
            passed.stream().filter(open::remove).forEach(found::add);
            if (passed.size() < stride) {
                break;
            }
            at += stride;
            stride = Math.min(2 * stride, 100_000);
        }
        return List.copyOf(found.subList(
                Math.min(offset, found.size()), (int) Math.min(wanted, found.size())));
    }

    /** A page of the list as the database orders it; in two parts where its order of nulls is the wrong one. */
    private List<UUID> walk(
            StatelessSession session, RecipeFilter filter, RecipeOrder order, int offset, int limit) {
        if (!order.inTwoParts()) {
            return page(session, filter, order, offset, limit);
        }
        RecipeFilter known = wordsKept ? filter.and(order.field() + " is not null") : order.upToLast(filter);
        List<UUID> ids = new ArrayList<>(page(session, known, order, offset, limit));
        if (ids.size() < limit) {
            long skipped = ids.isEmpty() && offset > 0
                    ? known.on(session, COUNT, "", Long.class).getSingleResult()
                    : offset;
            RecipeFilter missing = filter.and(order.field() + " is null");
            int from = Math.toIntExact(Math.max(0, offset - skipped));
            ids.addAll(page(session, missing, order, from, limit - ids.size()));
        }
        return ids;
    }

    private static List<UUID> page(
            StatelessSession session, RecipeFilter filter, RecipeOrder order, int offset, int limit) {
        return filter.on(session, IDS, order.columns(), UUID.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }
}
