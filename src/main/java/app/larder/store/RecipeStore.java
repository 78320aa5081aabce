package app.larder.store;

import app.larder.recipes.Photo;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.RecipeSort;
import app.larder.recipes.RecipeSummary;
import app.larder.store.IngredientTerms.Term;
import app.larder.store.TextKeeper.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One person's recipes in either database. */
final class RecipeStore implements RecipeRepository {

    /** A server's triggers take some hundredths of a second for a recipe, and a statement may not take for ever. */
    private static final int WRITTEN_AT_ONCE = 100;

    private final Sessions sessions;
    private final RecipeQueries queries;
    private final IngredientTerms terms;
    private final RecipeCards cards;
    private final Trash<Recipe> trash;
    private final @Nullable TextKeeper text;

    /**
     * A person's recipes.
     *
     * @param parts the forms of a term to look for as parts of a text
     * @param text keeps the index for typed text; null on a server, whose triggers also keep the search tables
     */
    RecipeStore(
            Sessions sessions,
            Function<String, Set<String>> parts,
            RecipeCards cards,
            JsonMapper mapper,
            IngredientTerms terms,
            @Nullable TextKeeper text) {
        this.sessions = sessions;
        this.terms = terms;
        this.queries = new RecipeQueries(parts, text == null, terms);
        this.cards = cards;
        this.trash = new Trash<>(TrashRow.RECIPE, Recipe.class, mapper);
        this.text = text;
    }

    @Override
    public List<UUID> ids(RecipeQuery query, int offset, int limit) {
        Optional<List<UUID>> indexed =
                text == null || !suitsIndex(query) ? Optional.empty() : text.ids(query, offset, limit);
        return indexed.orElseGet(() -> sessions.read(session -> queries.ids(session, query, offset, limit)));
    }

    /** Whether the index beside a local file is the faster one: if the list is narrowed, or tables have no index for it. */
    private static boolean suitsIndex(RecipeQuery query) {
        return query.narrows() || query.sort() == RecipeSort.DESCRIPTION || query.sort() == RecipeSort.INSTRUCTIONS;
    }

    @Override
    public int count(RecipeQuery query) {
        OptionalInt indexed = text == null ? OptionalInt.empty() : text.count(query);
        return indexed.orElseGet(() -> sessions.read(session -> queries.count(session, query)));
    }

    @Override
    public List<RecipeSummary> summaries(List<UUID> ids, String typed) {
        return sessions.read(session -> cards.of(session, ids, typed));
    }

    @Override
    public Optional<Recipe> find(UUID id) {
        return sessions.read(session -> RecipeRows.load(session, List.of(id)).stream().findFirst());
    }

    @Override
    public List<Recipe> findAll(Collection<UUID> ids) {
        return sessions.read(session -> Slices.of(ids).stream()
                .flatMap(slice -> RecipeRows.load(session, slice).stream())
                .toList());
    }

    private <T> T write(BiFunction<StatelessSession, List<Term>, Change<T>> work) {
        List<Term> added = new ArrayList<>();
        if (text == null) {
            return sessions.write(session -> work.apply(session, added)).result();
        }
        try {
            T result = text.write(session -> work.apply(session, added));
            terms.added(added);
            return result;
        } catch (RuntimeException | Error e) {
            terms.forget();
            throw e;
        }
    }

    @Override
    public List<Recipe> add(List<Recipe> recipes) {
        List<Recipe> stored = recipes.stream().map(RecipeRows::storable).toList();
        return write((session, added) -> {
            added.addAll(insert(session, stored));
            return new Change<>(stored, stored, List.of());
        });
    }

    /** Stores recipes and returns the ingredient names that were new. */
    private List<Term> insert(StatelessSession session, List<Recipe> recipes) {
        UUID userId = sessions.userId();
        for (List<Recipe> slice : Slices.of(recipes, WRITTEN_AT_ONCE)) {
            session.insertMultiple(
                    slice.stream().map(recipe -> RecipeRows.row(recipe, userId)).toList());
            session.insertMultiple(
                    slice.stream().map(recipe -> RecipeRows.detailsRow(recipe, userId)).toList());
        }
        return text == null ? List.of() : SearchRows.add(session, userId, recipes, terms);
    }

    @Override
    public Optional<Recipe> update(Recipe recipe) {
        Recipe stored = RecipeRows.storable(recipe);
        return write((session, added) -> {
            if (session.get(RecipeRow.class, stored.id()) == null) {
                return new Change<>(Optional.empty(), List.of(), List.of());
            }
            UUID userId = sessions.userId();
            session.update(RecipeRows.row(stored, userId));
            RecipeDetailsRow details = RecipeRows.detailsRow(stored, userId);
            if (session.get(RecipeDetailsRow.class, stored.id()) == null) {
                session.insert(details);
            } else {
                session.update(details);
            }
            if (text != null) {
                added.addAll(SearchRows.replace(session, userId, stored, terms));
            }
            return new Change<>(Optional.of(stored), List.of(stored), List.of());
        });
    }

    @Override
    public int trash(Collection<UUID> ids) {
        return write((session, added) -> {
            int count = 0;
            for (List<UUID> slice : Slices.of(ids)) {
                Map<UUID, List<Photo>> photos = PhotoRows.of(session, slice);
                List<Trash.Kept<Recipe>> kept = RecipeRows.load(session, slice).stream()
                        .map(recipe -> new Trash.Kept<>(recipe.id(), recipe.name(), recipe, along(photos.get(recipe.id()))))
                        .toList();
                trash.put(session, sessions.userId(), kept);
                count += session.createMutationQuery("delete from RecipeRow r where r.id in :ids")
                        .setParameter("ids", slice)
                        .executeUpdate();
            }
            return new Change<>(count, List.of(), ids);
        });
    }

    private Map<String, Object> along(@Nullable List<Photo> photos) {
        return photos == null ? Map.of() : Map.of(PhotoRows.IN_TRASH, trash.plain(photos));
    }

    @Override
    public int restore(Collection<UUID> ids) {
        return write((session, added) -> {
            List<Recipe> back = new ArrayList<>();
            List<Photo> photos = new ArrayList<>();
            for (List<UUID> slice : Slices.of(ids)) {
                Set<UUID> present = new HashSet<>(
                        session.createSelectionQuery("select r.id from RecipeRow r where r.id in :ids", UUID.class)
                                .setParameter("ids", slice)
                                .getResultList());
                back.addAll(trash.find(session, slice).stream()
                        .filter(recipe -> !present.contains(recipe.id()))
                        .toList());
                photos.addAll(trash.more(session, slice, PhotoRows.IN_TRASH, Photo[].class));
                trash.remove(session, slice);
            }
            added.addAll(insert(session, back));
            PhotoRows.insert(session, sessions.userId(), photos, back);
            return new Change<>(back.size(), back, List.of());
        });
    }

    @Override
    public List<TrashedRecipe> trashed() {
        return sessions.read(session -> session.createSelectionQuery(
                        "select t.rowId, t.name, t.deletedAt from TrashRow t where t.entity = :entity"
                                + " order by t.deletedAt desc, t.rowId desc",
                        Object[].class)
                .setParameter("entity", TrashRow.RECIPE)
                .getResultList()
                .stream()
                .map(row -> new TrashedRecipe((UUID) row[0], (String) row[1], (Instant) row[2]))
                .toList());
    }

    @Override
    public int purgeTrash(Instant before) {
        return sessions.write(session -> trash.purge(session, before));
    }

    @Override
    public List<UUID> importedIn(UUID importBatch) {
        return sessions.read(session -> session.createSelectionQuery(
                        "select r.id from RecipeRow r join RecipeDetailsRow d on d.recipeId = r.id"
                                + " where d.importBatch = :batch order by r.createdAt, r.id",
                        UUID.class)
                .setParameter("batch", importBatch)
                .getResultList());
    }

    @Override
    public List<String> ingredientNames(String part, int limit) {
        return sessions.read(session -> terms.names(session, SearchKeys.form(part), limit));
    }
}
