package app.larder.pantry.view;

import app.larder.fx.Texts;
import app.larder.kitchen.Category;
import app.larder.kitchen.SearchForm;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shelves' names in the window's language; a person's own words stand for themselves. */
final class ShelfNames {

    private final Texts texts;

    ShelfNames(Texts texts) {
        this.texts = texts;
    }

    String of(Category category) {
        return texts.get("pantry.category." + category.name());
    }

    /** The name of what a row's category holds; empty if it has none. */
    String of(@Nullable String category) {
        return category == null ? "" : Category.ofKey(category).map(this::of).orElse(category);
    }

    /** What to keep for a typed shelf: the key if the name is known, the typed words if not, null for none. */
    @Nullable String read(String typed) {
        String wanted = SearchForm.of(typed.strip());
        return wanted.isEmpty()
                ? null
                : Arrays.stream(Category.values())
                        .filter(c -> SearchForm.of(of(c)).equals(wanted))
                        .map(Category::name)
                        .findFirst()
                        .orElse(typed.strip());
    }

    List<String> all() {
        return Arrays.stream(Category.values()).map(this::of).toList();
    }

    /** Where the shelf stands among all: the known ones in their order, own words after them, others last. */
    static String order(@Nullable String category) {
        Category known = category == null ? Category.OTHER : Category.ofKey(category).orElse(null);
        if (known == null) {
            return "m" + SearchForm.of(String.valueOf(category));
        }
        return known == Category.OTHER ? "z" : "a" + (char) ('a' + List.of(Category.values()).indexOf(known));
    }
}
