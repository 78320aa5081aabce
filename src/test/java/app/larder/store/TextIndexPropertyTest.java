package app.larder.store;

import static app.larder.store.TextIndexFixture.filled;
import static app.larder.store.TextIndexFixture.id;
import static app.larder.store.TextIndexFixture.recipe;
import static app.larder.store.TextIndexFixture.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.Highlighted;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold for any recipes, any typed text and any number of threads. */
class TextIndexPropertyTest {

    private static final String[] WORDS = {
        "tomato", "tomatoes", "Käse", "kaese", "Suppe", "Tomatensuppe", "leaf", "leaves", "spring", "onion", "scallion",
        "Straße", "aubergine", "eggplant", "crème", "sausage", "sage", "味噌", "🍜", "1½", "7", "x", "İ", "ﬁsh"
    };
    private static final String[] ODD = {
        "\u0000", "\uD800", "\uDC00", "\u0301", "\u200D", "\u200B", "\u00AD", "*", "?", "~", "\"", "(", "AND", "\\", "%",
        "\uFFFF", "\uDBFF\uDFFF", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\n", "\t", "ß", "Σ", "ς", "ﷺ"
    };

    private static String phrase(Random random, int most) {
        StringBuilder phrase = new StringBuilder();
        int words = random.nextInt(most + 1);
        for (int i = 0; i < words; i++) {
            phrase.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(5) == 0 ? "" : " ");
        }
        return phrase.toString();
    }

    private static String typed(Random random) {
        StringBuilder typed = new StringBuilder(phrase(random, 3).strip());
        for (int edits = random.nextInt(3); edits > 0 && !typed.isEmpty(); edits--) {
            int at = random.nextInt(typed.length());
            switch (random.nextInt(4)) {
                case 0 -> typed.deleteCharAt(at);
                case 1 -> typed.insert(at, ODD[random.nextInt(ODD.length)]);
                case 2 -> typed.setLength(at);
                default -> typed.setCharAt(at, (char) random.nextInt(0x10000));
            }
        }
        return typed.toString();
    }

    @Test
    void whatIsFoundIsExactlyWhatCanBeMarked() {
        Random random = new Random(1);
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            recipes.add(recipe(i, phrase(random, 2) + ".", phrase(random, 5), phrase(random, 2), phrase(random, 1)));
        }
        Map<UUID, Set<String>> terms = new HashMap<>();
        recipes.forEach(r -> terms.put(r.id(), terms(r)));
        try (TextIndex index = filled(recipes.toArray(Recipe[]::new))) {
            for (int i = 0; i < 1_000; i++) {
                String typed = typed(random);
                TypedText understood = TypedText.of(typed, TextIndexFixture::variants);
                Set<UUID> strict = expected(terms, understood, false);
                Set<UUID> expected = strict.isEmpty() ? expected(terms, understood, true) : strict;
                Set<UUID> found = Set.copyOf(index.ids(text(typed), 0, 1000).orElseThrow());
                assertEquals(expected, found, "typed: " + typed);
                TextHighlights highlights = new TextHighlights(typed, TextIndexFixture::variants);
                for (Recipe recipe : recipes) {
                    if (found.contains(recipe.id()) && !understood.isEmpty() && onOneLine(understood)) {
                        Highlighted line = highlights.of(recipe).line();
                        assertFalse(highlights.of(recipe).name().spans().isEmpty() && line == null, typed + " in " + recipe);
                    }
                }
            }
        }
    }

    /** Words of a synonym may stand anywhere in a recipe, but are marked only where they stand together. */
    private static boolean onOneLine(TypedText typed) {
        return typed.synonyms().isEmpty()
                && typed.words().stream().noneMatch(w -> w.others().stream().anyMatch(o -> o.size() > 1));
    }

    private static Set<String> terms(Recipe recipe) {
        Set<String> terms = new HashSet<>();
        Stream.concat(Stream.of(recipe.name()), TextHighlights.lines(recipe).stream())
                .forEach(line -> TextWords.of(line).forEach(w -> terms.addAll(w.forms())));
        return terms;
    }

    private static Set<UUID> expected(Map<UUID, Set<String>> recipes, TypedText typed, boolean loose) {
        Set<UUID> expected = new HashSet<>();
        recipes.forEach((id, terms) -> {
            boolean all = typed.words().stream().allMatch(word -> terms.stream()
                            .anyMatch(t -> word.in(t) != null || (loose && word.near(t, 0, t.length())))
                    || word.others().stream().anyMatch(o -> o.size() > 1 && terms.containsAll(o)));
            if (all || typed.synonyms().stream().anyMatch(terms::containsAll)) {
                expected.add(id);
            }
        });
        return expected;
    }

    @Test
    void noTypedTextFails() {
        Random random = new Random(2);
        Recipe recipe = recipe(1, "Plain", "Text");
        try (TextIndex index = filled(recipe)) {
            for (int i = 0; i < 500; i++) {
                StringBuilder typed = new StringBuilder();
                for (int n = random.nextInt(12); n > 0; n--) {
                    typed.append(random.nextBoolean() ? ODD[random.nextInt(ODD.length)] : typed(random));
                }
                check(index, recipe, typed.toString());
            }
            for (String long_ : List.of("a".repeat(10_000), "a ".repeat(10_000), "é".repeat(10_000), "e\u0301".repeat(10_000),
                    "\u0301".repeat(10_000), "\uD800".repeat(10_000), "味".repeat(10_000), "ﷺ".repeat(10_000))) {
                check(index, recipe, long_);
                check(index, recipe(2, long_, long_, long_), long_);
            }
        }
    }

    private static void check(TextIndex index, Recipe recipe, String typed) {
        RecipeQuery query = text(typed).withIngredients(List.of(typed)).withWithout(List.of(typed));
        assertTrue(index.ids(query, 0, 10).isPresent(), typed);
        assertTrue(index.count(text(typed)).isPresent(), typed);
        for (Highlighted.Span span : new TextHighlights(typed, TextIndexFixture::variants).of(recipe).name().spans()) {
            assertTrue(span.end() <= recipe.name().length());
        }
        Highlighted line = new TextHighlights(typed, TextIndexFixture::variants).of(recipe).line();
        assertTrue(line == null || line.spans().stream().allMatch(s -> s.end() <= line.text().length()));
    }

    @Test
    void readersAndAWriterDoNotDisturbEachOtherEvenWhenInterrupted(@TempDir Path temp) throws InterruptedException {
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        List<Recipe> recipes =
                IntStream.range(0, 500).mapToObj(i -> recipe(i, "Bread " + i, "Knead.", "flour")).toList();
        try (TextIndex index = TextIndex.onDisk(temp.resolve("search"), TextIndexFixture::variants)) {
            index.rebuild(1, batch -> batch.accept(recipes));
            List<Thread> readers = IntStream.range(0, 2)
                    .mapToObj(n -> Thread.ofPlatform().uncaughtExceptionHandler((t, e) -> failures.add(e)).start(() -> {
                        while (!done.get()) {
                            // Nobody in the program interrupts a thread; a library might.
                            Thread.currentThread().interrupt();
                            assertEquals(10, index.ids(text("bread"), 0, 10).orElseThrow().size());
                        }
                    }))
                    .toList();
            long change = 1;
            for (int i = 0; i < 80; i++) {
                change++;
                index.put(List.of(recipe(i, "Bread " + i, "Turn " + i, "flour")), change);
                index.show();
                assertEquals(List.of(id(i)), index.ids(text("turn " + i), 0, 1).orElseThrow());
            }
            done.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
            assertFalse(index.needsRebuild(change));
            assertEquals(500, index.count(text("bread")).orElseThrow());
        }
        assertEquals(List.of(), List.copyOf(failures));
    }
}
