package app.larder.recipes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Recipes that came together, as they were stored then: taking them back leaves those that were changed since.
 *
 * @param marks {@link RecipeDraft#mark} of each, by its id
 */
public record AddedRecipes(Map<UUID, String> marks) {

    private static final int SLICE = 500;

    /**
     * What taking recipes back came to.
     *
     * @param gone how many went to the trash
     * @param stayed how many were changed since and stay
     */
    public record TakenBack(int gone, int stayed) {}

    public AddedRecipes {
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    /** Recipes just stored. */
    public static AddedRecipes of(Collection<Recipe> stored) {
        Map<UUID, String> marks = new LinkedHashMap<>();
        stored.forEach(recipe -> marks.put(recipe.id(), RecipeDraft.mark(recipe)));
        return new AddedRecipes(marks);
    }

    /** Their ids, in the order they came. */
    public List<UUID> ids() {
        return List.copyOf(marks.keySet());
    }

    /** Moves them to the trash, except those that were changed since. */
    public TakenBack takeBack(RecipeRepository recipes) {
        List<UUID> ids = ids();
        List<UUID> same = new ArrayList<>();
        int there = 0;
        for (int from = 0; from < ids.size(); from += SLICE) {
            List<Recipe> now = recipes.findAll(ids.subList(from, Math.min(ids.size(), from + SLICE)));
            there += now.size();
            now.stream()
                    .filter(recipe -> RecipeDraft.mark(recipe).equals(marks.get(recipe.id())))
                    .forEach(recipe -> same.add(recipe.id()));
        }
        return new TakenBack(recipes.trash(same), there - same.size());
    }
}
