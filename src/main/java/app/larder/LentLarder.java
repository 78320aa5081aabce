package app.larder;

import app.larder.backup.Backups;
import app.larder.chat.ChatRoom;
import app.larder.cli.OpenLarder;
import app.larder.cook.CookNow;
import app.larder.pantry.Pantry;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeRepository;
import app.larder.sync.Exchange;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The larder of an open window, lent to a command: closing it ends the loan and says which recipes were written. */
final class LentLarder implements OpenLarder {

    private final OpenLarder open;
    private final NotedRecipes recipes;
    private final RecipeBook book;
    private final Consumer<List<UUID>> returned;

    /** Lends that one; {@code returned} hears of the recipes that were written. */
    LentLarder(OpenLarder open, Consumer<List<UUID>> returned) {
        this.open = open;
        this.recipes = new NotedRecipes(open.recipes());
        this.book = new RecipeBook(recipes, Clock.systemUTC());
        this.returned = returned;
    }

    @Override
    public RecipeBook recipeBook() {
        return book;
    }

    @Override
    public RecipeRepository recipes() {
        return recipes;
    }

    @Override
    public PhotoRepository photos() {
        return open.photos();
    }

    @Override
    public Backups backups() {
        return open.backups();
    }

    @Override
    public Pantry pantry() {
        return open.pantry();
    }

    @Override
    public CookNow cookNow() {
        return open.cookNow();
    }

    @Override
    public Optional<Exchange> exchange() {
        return open.exchange();
    }

    @Override
    public ChatRoom chatRoom() {
        return open.chatRoom();
    }

    @Override
    public void close() {
        returned.accept(recipes.written());
    }
}
