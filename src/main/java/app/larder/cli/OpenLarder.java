package app.larder.cli;

import app.larder.backup.Backups;
import app.larder.chat.ChatRoom;
import app.larder.cook.CookNow;
import app.larder.pantry.Pantry;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.RecipeRepository;
import app.larder.sync.Exchange;
import java.util.Optional;

/** An open larder, as the commands use it; closing it gives the data back to other programs. */
public interface OpenLarder extends AutoCloseable {

    /** The use-cases on recipes. */
    RecipeBook recipeBook();

    /** The recipes themselves, for the importer. */
    RecipeRepository recipes();

    /** Their photos, for the importer. */
    PhotoRepository photos();

    /** The use-cases on the pantry. */
    Pantry pantry();

    /** What can be cooked now; not loaded yet. */
    CookNow cookNow();

    /** The exchange with the family's server; empty if nobody is connected, or works there directly. */
    Optional<Exchange> exchange();

    /** The use-cases on conversations. */
    ChatRoom chatRoom();

    /** The use-cases on backups. */
    Backups backups();

    @Override
    void close();
}
