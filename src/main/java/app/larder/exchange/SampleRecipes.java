package app.larder.exchange;

import app.larder.exchange.format.Draft;
import app.larder.exchange.format.Patience;
import app.larder.exchange.format.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The handful of recipes a first start offers, so that the window is not empty; written for Larder. */
public final class SampleRecipes {

    private final Clock clock;

    /** Samples dated by a clock. */
    public SampleRecipes(Clock clock) {
        this.clock = clock;
    }

    /** The samples in a language, English where there are none in it; {@link Importer#commit} keeps them as one batch. */
    public List<ImportedRecipe> in(Locale language) {
        String name = language.getLanguage().equals("de") ? "recipes_de.json" : "recipes_en.json";
        try (InputStream in = Objects.requireNonNull(SampleRecipes.class.getResourceAsStream("/samples/" + name))) {
            List<Draft> drafts = new TextReader().read(new String(in.readAllBytes(), StandardCharsets.UTF_8), null);
            RecipeMaker maker = new RecipeMaker(clock);
            return drafts.stream().map(draft -> maker.make(name, "Larder", draft, List.of(), Patience.ENDLESS)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
