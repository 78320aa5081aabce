package app.larder.store;

import app.larder.account.User;
import app.larder.chat.ChatRepository;
import app.larder.pantry.HouseholdIngredientRepository;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.RecipeRepository;
import app.larder.sync.Replica;
import app.larder.sync.RowKey;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one person keeps in an open {@link Database}; nobody else's rows can be reached from here. */
public final class UserStore {

    private final User user;
    private final RecipeRepository recipes;
    private final HouseholdIngredientRepository pantry;
    private final @Nullable SyncReplica replica;
    private final ChatStore chats;
    private final @Nullable TextKeeper text;
    private final PhotoStore photos;

    UserStore(
            User user,
            RecipeRepository recipes,
            HouseholdIngredientRepository pantry,
            @Nullable SyncReplica replica,
            ChatStore chats,
            PhotoStore photos,
            @Nullable TextKeeper text) {
        this.user = user;
        this.recipes = recipes;
        this.pantry = pantry;
        this.replica = replica;
        this.chats = chats;
        this.photos = photos;
        this.text = text;
    }

    /** Whose it is. */
    public User user() {
        return user;
    }

    public RecipeRepository recipes() {
        return recipes;
    }

    public PhotoRepository photos() {
        return photos;
    }

    public HouseholdIngredientRepository pantry() {
        return pantry;
    }

    /** The same rows as sync needs them; empty on a server. */
    public Optional<Replica> replica() {
        return Optional.ofNullable(replica);
    }

    public ChatRepository chats() {
        return chats;
    }

    /** Conversations were written past {@link #chats}, as a pull does: searches look again. */
    public void chatsChangedElsewhere() {
        chats.changedElsewhere();
    }

    /** Tells of the rows that sync put or deleted, a set a transaction, on a thread that must not be kept waiting. */
    public void whenSynced(Consumer<Set<RowKey>> told) {
        if (replica != null) {
            replica.whenWritten(told);
        }
    }

    /** Makes what stands beside the database durable. */
    void close() {
        chats.close();
        if (text != null) {
            text.close();
        }
    }
}
