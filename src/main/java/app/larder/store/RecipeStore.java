package app.larder.store;

import app.larder.recipes.Highlighted;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.RecipeSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import tools.jackson.databind.json.JsonMapper;

/** One person's recipes in either database. */
final class RecipeStore implements RecipeRepository {

    private final Sessions sessions;
    private final RecipeQueries queries;
    private final boolean keepsSearchRows;
    private final Trash<Recipe> trash;

    /**
     * A person's recipes.
     *
     * @param keepsSearchRows whether the search tables are this program's to keep; on a server triggers do it
     */
    RecipeStore(Sessions sessions, RecipeQueries queries, boolean keepsSearchRows, JsonMapper mapper) {
        this.sessions = sessions;
        this.queries = queries;
        this.keepsSearchRows = keepsSearchRows;
        this.trash = new Trash<>(TrashRow.RECIPE, Recipe.class, mapper);
    }

    @Override
    public List<UUID> ids(RecipeQuery query, int offset, int limit) {
        return sessions.read(session -> queries.ids(session, query, offset, limit));
    }

    @Override
    public int count(RecipeQuery query) {
        return sessions.read(session -> queries.count(session, query));
    }

    @Override
    public List<RecipeSummary> summaries(List<UUID> ids, String text) {
        return sessions.read(session -> {
            Map<UUID, RecipeSummary> found = new HashMap<>();
            for (Recipe recipe : load(session, ids)) {
                found.put(recipe.id(), summary(recipe));
            }
            return ids.stream()
                    .filter(found::containsKey)
                    .map(id -> java.util.Objects.requireNonNull(found.get(id)))
                    .toList();
        });
    }

    private static RecipeSummary summary(Recipe recipe) {
        return new RecipeSummary(
                recipe.id(),
                Highlighted.plain(recipe.name()),
                recipe.minutes(),
                recipe.details().servings(),
                recipe.source(),
                recipe.details().tags(),
                recipe.ingredients().size(),
                recipe.createdAt(),
                null);
    }

    @Override
    public Optional<Recipe> find(UUID id) {
        return sessions.read(session -> load(session, List.of(id)).stream().findFirst());
    }

    /** Recipes with their details, in no order; unknown ids are left out. */
    private static List<Recipe> load(StatelessSession session, Collection<UUID> ids) {
        List<Recipe> recipes = new ArrayList<>();
        for (List<UUID> slice : Slices.of(ids)) {
            session.createSelectionQuery(
                            "select r, d from RecipeRow r left join RecipeDetailsRow d on d.recipeId = r.id"
                                    + " where r.id in :ids",
                            Object[].class)
                    .setParameter("ids", slice)
                    .getResultList()
                    .forEach(pair -> recipes.add(RecipeRows.recipe((RecipeRow) pair[0], (RecipeDetailsRow) pair[1])));
        }
        return recipes;
    }

    @Override
    public List<Recipe> add(List<Recipe> recipes) {
        List<Recipe> stored = recipes.stream().map(RecipeRows::storable).toList();
        return sessions.write(session -> {
            insert(session, stored);
            return stored;
        });
    }

    private void insert(StatelessSession session, List<Recipe> recipes) {
        UUID userId = sessions.userId();
        session.insertMultiple(
                recipes.stream().map(recipe -> RecipeRows.row(recipe, userId)).toList());
        session.insertMultiple(
                recipes.stream().map(recipe -> RecipeRows.detailsRow(recipe, userId)).toList());
        if (keepsSearchRows) {
            SearchRows.add(session, userId, recipes);
        }
    }

    @Override
    public Optional<Recipe> update(Recipe recipe) {
        Recipe stored = RecipeRows.storable(recipe);
        return sessions.write(session -> {
            if (session.get(RecipeRow.class, stored.id()) == null) {
                return Optional.empty();
            }
            UUID userId = sessions.userId();
            session.update(RecipeRows.row(stored, userId));
            RecipeDetailsRow details = RecipeRows.detailsRow(stored, userId);
            if (session.get(RecipeDetailsRow.class, stored.id()) == null) {
                session.insert(details);
            } else {
                session.update(details);
            }
            if (keepsSearchRows) {
                SearchRows.replace(session, userId, stored);
            }
            return Optional.of(stored);
        });
    }

    @Override
    public int trash(Collection<UUID> ids) {
        return sessions.write(session -> {
            int count = 0;
            for (List<UUID> slice : Slices.of(ids)) {
                List<Trash.Kept<Recipe>> kept = load(session, slice).stream()
                        .map(recipe -> new Trash.Kept<>(recipe.id(), recipe.name(), recipe))
                        .toList();
                trash.put(session, sessions.userId(), kept);
                count += session.createMutationQuery("delete from RecipeRow r where r.id in :ids")
                        .setParameter("ids", slice)
                        .executeUpdate();
            }
            return count;
        });
    }

    @Override
    public int restore(Collection<UUID> ids) {
        return sessions.write(session -> {
            int count = 0;
            for (List<UUID> slice : Slices.of(ids)) {
                Set<UUID> present = new HashSet<>(
                        session.createSelectionQuery("select r.id from RecipeRow r where r.id in :ids", UUID.class)
                                .setParameter("ids", slice)
                                .getResultList());
                List<Recipe> back = trash.find(session, slice).stream()
                        .filter(recipe -> !present.contains(recipe.id()))
                        .toList();
                insert(session, back);
                trash.remove(session, slice);
                count += back.size();
            }
            return count;
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
        String form = SearchKeys.form(part);
        return sessions.read(session -> session.createSelectionQuery(
                        "select min(t.display), count(distinct l.recipeId) from IngredientTermRow t"
                                + " join RecipeTermRow l on l.termId = t.termId"
                                + " where t.name like :part escape '!' group by t.termId, t.name"
                                + " order by 2 desc, t.name",
                        Object[].class)
                .setParameter("part", "%" + RecipeQueries.escaped(form) + "%")
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> (String) row[0])
                .toList());
    }
}
