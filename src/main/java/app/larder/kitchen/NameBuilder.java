package app.larder.kitchen;

import java.util.Locale;

/** Puts a name together from the tokens that are kept, and knows whether it has its noun yet. */
final class NameBuilder {

    private static final int NOT_A_THING = Vocabulary.ADJECTIVE | Vocabulary.AND | Vocabulary.OR | Vocabulary.OF
            | Vocabulary.MANNER | Vocabulary.BUT | Vocabulary.PREPARATION_AFTER | Vocabulary.PREPARATION_IN_RUN;
    private static final int NOT_LAST = Vocabulary.AND | Vocabulary.OR | Vocabulary.OF | Vocabulary.RANGE_TO;

    private final Tokens tokens;
    private final StringBuilder name = new StringBuilder();
    private int lastKept = -1;
    private int lastWord = -1;
    private int words;
    private boolean noun;
    private boolean nounSinceOr;

    NameBuilder(Tokens tokens) {
        this.tokens = tokens;
    }

    void keep(int at) {
        if (lastKept >= 0 && at > lastKept + 1 && tokens.isMark(lastKept, ',')) {
            name.setLength(name.length() - 1);
        }
        if (lastKept >= 0 && !(lastKept == at - 1 && tokens.glued(at)) && !tokens.isMark(at, ',')) {
            name.append(' ');
        }
        name.append(tokens.text(at));
        lastKept = at;
        if (tokens.isWord(at)) {
            words++;
            lastWord = at;
            boolean thing = !tokens.is(at, NOT_A_THING);
            noun |= thing;
            nounSinceOr = !tokens.is(at, Vocabulary.OR) && (nounSinceOr || thing);
        }
    }

    void keep(int from, int to) {
        for (int i = from; i < to; i++) {
            keep(i);
        }
    }

    /** Keeps tokens that are a name whatever their words do elsewhere. */
    void keepName(int from, int to) {
        keep(from, to);
        noun = true;
        nounSinceOr = true;
    }

    boolean isEmpty() {
        return words == 0;
    }

    /** Whether a word that is no adjective has been kept. */
    boolean hasNoun() {
        return noun;
    }

    /** Whether one has been kept since the last "or". */
    boolean hasNounSinceOr() {
        return nounSinceOr;
    }

    boolean endsWith(int use) {
        return lastKept >= 0 && tokens.is(lastKept, use);
    }

    /** The last word's token if it is the end of the name and not all of it; -1 otherwise. */
    int lastWord() {
        return words > 1 && lastKept == lastWord ? lastWord : -1;
    }

    void dropLastWord() {
        name.setLength(name.length() - tokens.text(lastWord).length());
    }

    /** The first word of several, or an empty text. */
    String firstWord() {
        int space = name.indexOf(" ");
        return space < 0 || space == name.length() - 1 ? "" : name.substring(0, space);
    }

    void dropFirstWord() {
        name.delete(0, name.indexOf(" ") + 1);
    }

    /** The name without marks and joining words at its end. */
    String trimmed() {
        int end = name.length();
        boolean again = true;
        while (again) {
            again = false;
            while (end > 0 && (Numerals.isSpace(name.charAt(end - 1)) || ",;:-–/&.".indexOf(name.charAt(end - 1)) >= 0)) {
                end--;
            }
            int space = end - 1;
            while (space >= 0 && name.charAt(space) != ' ') {
                space--;
            }
            if (space > 0) {
                int uses = Vocabulary.WORDS.uses(name.substring(space + 1, end).toLowerCase(Locale.ROOT));
                if ((uses & NOT_LAST) != 0) {
                    end = space;
                    again = true;
                }
            }
        }
        return name.substring(0, end);
    }
}
