package app.larder.recipes.view;

import app.larder.exchange.Importer;
import app.larder.exchange.input.AddressRule;
import app.larder.exchange.input.LinkReader;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.account.Seal;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeDesk;
import app.larder.recipes.RecipeRepository;
import app.larder.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An editor over a database in memory and drafts in a folder, everything at once on the calling thread. */
final class Writing implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-03T14:05:00Z"), ZoneOffset.UTC);

    private final Database database;
    private final RecipeRepository recipes;
    private final RecipeBook book;
    private final Notices notices = new Notices();
    private final RecipesPages pages = new RecipesPages();
    private final Texts texts;
    private final EditorViewModel model;

    /** In English, over a database of its own. */
    Writing(Path drafts) {
        this(drafts, Locale.UK, Database.memory("writing-" + UUID.randomUUID()));
    }

    /** Over a database that is closed with this. */
    Writing(Path drafts, Locale language, Database database) {
        this.database = database;
        recipes = database.openFor(database.localUser("cook")).recipes();
        book = new RecipeBook(recipes, CLOCK);
        texts = Texts.in(language);
        Importer importer = new Importer(
                CLOCK, () -> new LinkReader(AddressRule.PUBLIC, LinkReader.Limits.USUAL), () -> recipes);
        model = new EditorViewModel(
                new RecipeDesk(book, new DraftShelf(drafts, Seal.NONE), CLOCK), importer, Background.direct(), notices, texts, pages);
    }

    EditorViewModel model() {
        return model;
    }

    RecipeBook book() {
        return book;
    }

    RecipeRepository recipes() {
        return recipes;
    }

    Notices notices() {
        return notices;
    }

    RecipesPages pages() {
        return pages;
    }

    Texts texts() {
        return texts;
    }

    /** The sentence on the notice bar; empty if there is none. */
    String said() {
        Notices.@Nullable Notice notice = notices.currentProperty().get();
        return notice == null ? "" : notice.text();
    }

    /** The recipe shown after saving. */
    Recipe saved() {
        if (pages.currentProperty().get() instanceof RecipesPages.Home(UUID select, _) && select != null) {
            return book.find(select).orElseThrow();
        }
        throw new AssertionError("no recipe was saved; the offer is " + model.offerProperty().get());
    }

    @Override
    public void close() {
        database.close();
    }
}
