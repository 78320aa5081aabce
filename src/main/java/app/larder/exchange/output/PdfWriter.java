package app.larder.exchange.output;

import app.larder.recipes.Ingredient;
import app.larder.recipes.Method;
import app.larder.recipes.Recipe;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Writes a PDF: one recipe, or a book of them, each on its own page, with contents behind. */
final class PdfWriter implements RecipeWriter {

    @Override
    public void write(Iterator<Recipe> recipes, Photos photos, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfPages pages = new PdfPages(document);
            List<PdfPages.Entry> contents = new ArrayList<>();
            while (recipes.hasNext()) {
                Recipe recipe = recipes.next();
                contents.add(pages.begin(recipe.name()));
                write(recipe, photos.of(recipe), pages);
            }
            if (contents.size() > 1) {
                pages.contents(contents);
            }
            pages.end();
            document.save(out);
        }
    }

    private static void write(Recipe recipe, List<Photos.Shot> shots, PdfPages pages) throws IOException {
        pages.title(recipe.name());
        if (!shots.isEmpty()) {
            pages.photo(shots.getFirst());
        }
        String facts = String.join("   ", facts(recipe));
        if (!facts.isEmpty()) {
            pages.small(facts);
        }
        if (recipe.description() != null) {
            pages.paragraph(recipe.description());
        }
        String section = null;
        pages.gap();
        for (Ingredient line : recipe.ingredients()) {
            if (line.section() != null && !Objects.equals(section, line.section())) {
                pages.heading(line.section());
            }
            section = line.section();
            pages.item("•", line.line());
        }
        pages.gap();
        for (Method.Step step : Method.of(recipe)) {
            if (step.section() != null) {
                pages.heading(step.section());
            }
            pages.item(step.number() + ".", step.text());
        }
        if (recipe.details().notes() != null) {
            pages.gap();
            pages.paragraph(recipe.details().notes());
        }
    }

    private static List<String> facts(Recipe recipe) {
        List<String> facts = new ArrayList<>();
        add(facts, Said.portions(recipe));
        add(facts, recipe.minutes() == null ? null : recipe.minutes() + " min");
        add(facts, recipe.details().rating() == null ? null : recipe.details().rating() + "/5");
        add(facts, String.join(", ", recipe.details().tags()));
        add(facts, recipe.source());
        return facts;
    }

    private static void add(List<String> facts, @Nullable String fact) {
        if (fact != null && !fact.isBlank()) {
            facts.add(fact);
        }
    }
}
