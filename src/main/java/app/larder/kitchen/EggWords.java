package app.larder.kitchen;

import java.util.Set;

/** Things that cannot be divided by hand. */
final class EggWords {

    private static final Set<String> EGGS = Set.of("egg", "eggs", "ei", "eier", "œuf", "œufs", "oeuf", "oeufs", "eieren",
            "uovo", "uova", "huevo", "huevos", "hühnerei", "hühnereier", "eigelb", "eiweiß", "yolk", "yolks");

    private EggWords() {}

    /** Whether the name's last or first word is an egg ("large free-range eggs", "Eier Größe M"). */
    static boolean isEgg(String name) {
        String[] words = name.toLowerCase(java.util.Locale.ROOT).split("[\\s,]+", 6);
        return words.length < 6 && (EGGS.contains(words[0]) || EGGS.contains(words[words.length - 1]));
    }
}
