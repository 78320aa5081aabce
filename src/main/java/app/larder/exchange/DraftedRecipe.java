package app.larder.exchange;

import app.larder.exchange.format.Draft;
import app.larder.exchange.format.OriginFields;
import app.larder.exchange.format.Patience;
import app.larder.exchange.format.TextReader;
import app.larder.recipes.Origin;
import app.larder.recipes.Recipe;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A recipe as it was when it came: made once more of what its program said. */
public final class DraftedRecipe {

    private static final TextReader READER = new TextReader();
    private static final RecipeMaker MAKER = new RecipeMaker(Clock.systemUTC());

    /** The recipe with the id and date it is kept with; empty if it came from nowhere, or what is kept of that makes none. */
    public Optional<Recipe> of(Recipe kept) {
        Origin origin = kept.details().origin();
        if (origin == null || origin.fields().isEmpty()) {
            return Optional.empty();
        }
        Object text = origin.fields().get("text");
        String said = origin.format().equals("cooklang") && text instanceof String words ? words : OriginFields.json(origin.fields());
        List<Draft> drafts = READER.read(said, null);
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        Recipe came = MAKER.make("", "?", drafts.getFirst(), List.of(), Patience.ENDLESS).recipe();
        return Optional.of(new Recipe(
                kept.id(), came.name(), came.description(), came.ingredients(), came.prepTimeMinutes(), came.instructions(),
                came.source(), kept.createdAt(), came.details()));
    }
}
