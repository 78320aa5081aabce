package app.larder.store;

import app.larder.account.User;
import app.larder.backup.BackupRows;
import app.larder.chat.ChatRepository;
import app.larder.pantry.HouseholdIngredientRepository;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.RecipeRepository;
import app.larder.sync.PhotoLuggage;
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
    private final ChatStore chats;
    private final PhotoStore photos;
    private final @Nullable LocalSide local;

    UserStore(
            User user,
            RecipeRepository recipes,
            HouseholdIngredientRepository pantry,
            ChatStore chats,
            PhotoStore photos,
            @Nullable LocalSide local) {
        this.user = user;
        this.recipes = recipes;
        this.pantry = pantry;
        this.chats = chats;
        this.photos = photos;
        this.local = local;
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

    /** The photos as sync carries them; empty on a server. */
    public Optional<PhotoLuggage> luggage() {
        return replica().map(_ -> photos.luggage());
    }

    /** Tells of photos whose bytes came by sync, by their SHA-256, on a thread that must not be kept waiting. */
    public void whenPhotosArrive(Consumer<String> told) {
        photos.luggage().whenArrived(told);
    }

    public HouseholdIngredientRepository pantry() {
        return pantry;
    }

    /** The same rows as sync needs them; empty on a server. */
    public Optional<Replica> replica() {
        return Optional.ofNullable(local).map(LocalSide::replica);
    }

    /** The same rows as backups need them; empty on a server. */
    public Optional<BackupRows> backup() {
        return Optional.ofNullable(local).map(LocalSide::backup);
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
        if (local != null) {
            local.replica().whenWritten(told);
        }
    }

    /** Makes what stands beside the database durable. */
    void close() {
        chats.close();
        if (local != null) {
            local.close();
        }
    }
}
