package app.larder.store;

import app.larder.account.User;
import app.larder.pantry.HouseholdIngredientRepository;
import app.larder.recipes.RecipeRepository;
import app.larder.sync.Replica;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person keeps in an open {@link Database}; nobody else's rows can be reached from here. */
public final class UserStore {

    private final User user;
    private final RecipeRepository recipes;
    private final HouseholdIngredientRepository pantry;
    private final @Nullable SyncReplica replica;
    private final @Nullable TextKeeper text;

    UserStore(
            User user,
            RecipeRepository recipes,
            HouseholdIngredientRepository pantry,
            @Nullable SyncReplica replica,
            @Nullable TextKeeper text) {
        this.user = user;
        this.recipes = recipes;
        this.pantry = pantry;
        this.replica = replica;
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

    /** The same rows as sync needs them; empty on a server. */
    public Optional<Replica> replica() {
        return Optional.ofNullable(replica);
    }

    /** Makes what stands beside the database durable. */
    void close() {
        if (text != null) {
            text.close();
        }
    }
}
