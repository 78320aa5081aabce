package app.larder.store;

import app.larder.account.User;
import app.larder.pantry.HouseholdIngredientRepository;
import app.larder.recipes.RecipeRepository;

/** What one person keeps in an open {@link Database}; nobody else's rows can be reached from here. */
public final class UserStore {

    private final User user;
    private final RecipeRepository recipes;
    private final HouseholdIngredientRepository pantry;

    UserStore(User user, RecipeRepository recipes, HouseholdIngredientRepository pantry) {
        this.user = user;
        this.recipes = recipes;
        this.pantry = pantry;
    }

    /** Whose it is. */
    public User user() {
        return user;
    }

    public RecipeRepository recipes() {
        return recipes;
    }

    public HouseholdIngredientRepository pantry() {
        return pantry;
    }
}
