package app.larder.exchange.output;

import app.larder.recipes.Recipe;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes recipes in one format. */
interface RecipeWriter {

    /**
     * Writes recipes, one at a time, and leaves the stream open.
     *
     * @throws IOException if the stream takes no more
     */
    void write(Iterator<Recipe> recipes, Photos photos, OutputStream out) throws IOException;
}
