package app.larder.recipes.view;

import app.larder.exchange.Batch;
import app.larder.exchange.Importer;
import app.larder.exchange.input.AddressRule;
import app.larder.exchange.input.LinkReader;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.gallery.NoDialogs;
import app.larder.recipes.RecipeRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** The import screen and files of our own to read, for pictures and tests. */
public final class ImportScreens {

    private static final String PAGE =
            """
            <html><head><title>%1$s</title><script type="application/ld+json">
            {"@context":"https://schema.org","@type":"Recipe","name":"%1$s","recipeYield":"4","prepTime":"PT15M",
             "totalTime":"PT1H5M","keywords":"soup, weeknight","description":"Warm and quick.","recipeIngredient":
             ["1 kg pumpkin, diced","2 onions","1 1/2 l vegetable stock","200 ml cream","salt and pepper"],
             "recipeInstructions":["Soften the onions in a little butter.","Add the pumpkin and the stock, simmer for 20 minutes.",
             "Blend with the cream and season."]}
            </script></head><body></body></html>
            """;

    private ImportScreens() {}

    /** A folder with three recipes, one of them twice and one bare, and a page without any. */
    public static Path folder(Path place) throws IOException {
        Files.createDirectories(place);
        Files.writeString(place.resolve("a-pumpkin.html"), PAGE.formatted("Pumpkin soup"));
        Files.writeString(place.resolve("b-lentil.html"), PAGE.formatted("Lentil soup"));
        Files.writeString(place.resolve("c-pumpkin-again.html"), PAGE.formatted("Pumpkin soup"));
        Files.writeString(
                place.resolve("d-bare.json"),
                "{\"@type\":\"Recipe\",\"name\":\"Toast\",\"recipeIngredient\":[\"2 slices bread\"],\"prepTime\":\"PTNaNM\"}");
        Files.writeString(place.resolve("e-news.html"), "<html><body><p>The town hall is open on Monday.</p></body></html>");
        return place;
    }

    static ImportViewModel model(RecipeRepository recipes, Background background, Notices notices, RecipesPages pages) {
        Importer importer = new Importer(
                Writing.CLOCK, () -> new LinkReader(AddressRule.PUBLIC, LinkReader.Limits.USUAL), () -> recipes);
        return new ImportViewModel(importer, background, notices, Texts.in(Locale.UK), pages);
    }

    /** The screen over those recipes, after sources were dropped on it. */
    public static Parent show(RecipeRepository recipes, Background background, Locale language, List<String> sources) {
        Texts texts = Texts.in(language);
        Importer importer = new Importer(
                Writing.CLOCK, () -> new LinkReader(AddressRule.PUBLIC, LinkReader.Limits.USUAL), () -> recipes);
        ImportViewModel model = new ImportViewModel(importer, background, new Notices(), texts, new RecipesPages());
        Views.Loaded<ImportView> screen = new Views(
                        Map.of(ImportView.class, () -> new ImportView(model, new NoDialogs(), texts)), texts)
                .load(ImportView.class);
        screen.controller().open(new RecipesPages.Import(sources, 0));
        return screen.root();
    }

    /** Does everything at once and withholds that an import is kept, for pictures of a screen that keeps. */
    public static Background keeping() {
        Background direct = Background.direct();
        return new Background() {
            @Override
            public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                direct.run(
                        work,
                        result -> {
                            if (!(result instanceof Batch)) {
                                done.accept(result);
                            }
                        },
                        failed);
            }

            @Override
            public void onScreen(Runnable change) {
                direct.onScreen(change);
            }

            @Override
            public void close() {
                direct.close();
            }
        };
    }

    /** Never ends what it begins, for pictures of a screen that waits. */
    public static Background waiting() {
        return new Background() {
            @Override
            public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {}

            @Override
            public void onScreen(Runnable change) {}

            @Override
            public void close() {}
        };
    }
}
