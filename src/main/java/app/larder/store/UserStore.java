package app.larder.store;

import app.larder.account.User;
import app.larder.chat.ChatRepository;
import app.larder.pantry.HouseholdIngredientRepository;
import app.larder.recipes.RecipeRepository;
import org.jspecify.annotations.Nullable;

/** What one person keeps in an open {@link Database}; nobody else's rows can be reached from here. */
public final class UserStore {

    private final User user;
    private final RecipeRepository recipes;
    private final HouseholdIngredientRepository pantry;
    private final ChatStore chats;
    private final @Nullable TextKeeper text;

    UserStore(
            User user,
            RecipeRepository recipes,
            HouseholdIngredientRepository pantry,
            ChatStore chats,
            @Nullable TextKeeper text) {
        this.user = user;
        this.recipes = recipes;
        this.pantry = pantry;
        this.chats = chats;
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

    public ChatRepository chats() {
        return chats;
    }

    /** Conversations were written past {@link #chats}, as a pull does: searches look again. */
    public void chatsChangedElsewhere() {
        chats.changedElsewhere();
    }

    /** Makes what stands beside the database durable. */
    void close() {
        chats.close();
        if (text != null) {
            text.close();
        }
    }
}
