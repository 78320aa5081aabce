package app.larder.store;

import app.larder.account.User;
import app.larder.pantry.HouseholdIngredientRepository;
import app.larder.recipes.RecipeRepository;
import org.jspecify.annotations.Nullable;

/** What one person keeps in an open {@link Database}; nobody else's rows can be reached from here. */
public final class UserStore {

    private final User user;
    private final RecipeRepository recipes;
    private final HouseholdIngredientRepository pantry;
    private final @Nullable TextKeeper text;

    UserStore(
            User user,
            RecipeRepository recipes,
            HouseholdIngredientRepository pantry,
            @Nullable TextKeeper text) {
        this.user = user;
        this.recipes = recipes;
        this.pantry = pantry;
        this.text = text;
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

    /** Makes what stands beside the database durable. */
    void close() {
        if (text != null) {
            text.close();
        }
    }
}
