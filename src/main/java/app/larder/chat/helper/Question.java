package app.larder.chat.helper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question, read.
 *
 * @param text the question as typed
 * @param intent what it is after
 * @param match where it shows that
 */
record Question(String text, Intent intent, Matcher match) {

    private static final int LONGEST = 500;
    private static final Pattern WORDS = Pattern.compile("(?U)[^\\p{L}]+");
    private static final Set<String> GERMAN = Set.of(
            "ich", "was", "wie", "kann", "noch", "mit", "und", "für", "ist", "sind", "habe", "haben", "wir", "ein", "eine",
            "das", "die", "der", "den", "mein", "meine", "rezept", "rezepte", "kochen", "statt", "zu", "viel", "viele", "lange",
            "bist", "du", "nicht", "minuten", "personen", "einer", "stunde", "abendessen", "mittagessen", "halben", "einen", "aus", "heute", "bald", "gibt", "es", "im", "hilfe",
            "zeig", "zeige", "suche", "finde", "wer", "wo", "warum", "weg", "muss", "gramm", "tassen", "tasse", "grad", "ersatz");
    private static final Set<String> ENGLISH = Set.of(
            "i", "what", "how", "can", "with", "and", "for", "is", "are", "have", "we", "a", "an", "the", "my", "recipe", "recipes",
            "cook", "make", "instead", "to", "much", "many", "long", "you", "not", "minutes", "people", "of", "today", "soon",
            "there", "it", "do", "does", "help", "show", "find", "who", "where", "why", "use", "up", "grams", "cups", "cup");
    private static final Pattern BEFORE = Pattern.compile("(?iU)^\\s*(?:the|a|an|my|our|some|any|recipes?|for|of|with|das|die|der|den|dem|ein|eine|einen"
            + "|mein|meine|meinen|unser|unsere|rezepte?|für|mit|von|etwas|noch|again|please|bitte)\\s");
    private static final Pattern AFTER = Pattern.compile("(?iU)\\s(?:recipes?|rezepte?|please|bitte|again|at home|zu hause|in the house|left|übrig|da|to|auf|für|for|use"
            + "|nehmen|verwenden|in|now|today|heute|tonight|right|machen|kochen|in the pantry|in the fridge|im vorrat|im kühlschrank|in a cake|im kuchen)\\s*$");

    static Question of(String typed) {
        String text = typed.length() <= LONGEST ? typed.strip() : typed.substring(0, LONGEST).strip();
        String lower = text.toLowerCase(Locale.ROOT);
        for (Intent intent : Intent.values()) {
            Matcher match = intent.in(lower).orElse(null);
            if (match != null) {
                return new Question(text, intent, match);
            }
        }
        throw new IllegalStateException("the last pattern is found in every text");
    }

    /** The language of a text, by its small words; the other where they do not tell. */
    static Locale language(String text, Locale otherwise) {
        List<String> words = List.of(WORDS.split(text.toLowerCase(Locale.ROOT)));
        long german = words.stream().filter(GERMAN::contains).count();
        long english = words.stream().filter(ENGLISH::contains).count();
        if (german == english) {
            return otherwise.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        }
        return german > english ? Locale.GERMAN : Locale.ENGLISH;
    }

    /** What the question speaks of, in the words as typed; empty if the pattern has no place for it. */
    String subject() {
        for (String name : match.namedGroups().keySet().stream().sorted().toList()) {
            String found = name.length() == 1 ? match.group(name) : null;
            if (found != null) {
                return bare(text.substring(match.start(name), Math.min(text.length(), match.end(name))));
            }
        }
        return "";
    }

    /** What the pattern found in a group; empty if nothing. */
    String group(String name) {
        String found = match.namedGroups().containsKey(name) ? match.group(name) : null;
        return found == null ? "" : found;
    }

    /** Words without the small ones around them and without what follows a comma. */
    static String bare(String words) {
        String bare = " " + words.replaceAll("[?!.;:,].*$", "") + " ";
        String before = "";
        while (!bare.equals(before)) {
            before = bare;
            bare = BEFORE.matcher(AFTER.matcher(bare).replaceFirst(" ")).replaceFirst(" ");
        }
        return bare.strip();
    }
}
