package app.larder.exchange.output;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** File names for recipes: what every system takes, and no two the same. */
final class FileNames {

    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /** A name for a title, without an ending. */
    String of(String title) {
        String clean = title.replaceAll("[\\p{Cc}\\p{Cs}\\\\/:*?\"<>|]+", " ").replaceAll("\\s+", " ").strip();
        String bare = clean.replaceAll("^\\.+|[. ]+$", "");
        String cut = bare.length() <= LONGEST ? bare : bare.substring(0, bare.offsetByCodePoints(0, bare.codePointCount(0, LONGEST) - 1)).strip();
        String name = cut.isEmpty() ? "recipe" : cut;
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    /** As {@link #of}, of small letters, digits and dashes only. */
    String slug(String title) {
        String plain = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug = plain.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return of(slug).replace(" (", "-").replace(")", "").replace(' ', '-');
    }
}
