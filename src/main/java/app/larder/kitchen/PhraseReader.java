package app.larder.kitchen;

/** Looks ahead in a name: where it ends, where a preparation runs, which commas and brackets belong to it. */
final class PhraseReader {

    private static final int MOST_MANNERS = 8;
    private static final int LONGEST_LIST = 24;
    private static final int LONGEST_SYNONYM = 3;

    private final Tokens tokens;
    private final AmountReader amounts;

    PhraseReader(Tokens tokens, AmountReader amounts) {
        this.tokens = tokens;
        this.amounts = amounts;
    }

    /** Whether a name that has its noun ends before token {@code at}. */
    boolean endsHere(int at) {
        if (tokens.covers(Vocabulary.END, at) > 0 || tokens.covers(Vocabulary.OPTIONAL, at) > 0) {
            return true;
        }
        return tokens.is(at, Vocabulary.OR | Vocabulary.AND) && amounts.amount(at + 1) != null
                && !tokens.is(at + 1, Vocabulary.ARTICLE);
    }

    /** The token after a run such as "peeled and finely chopped" at i; i itself if none stands there. */
    int afterPreparation(int i, boolean noun) {
        int kinds = Vocabulary.PREPARATION | (noun ? Vocabulary.PREPARATION_AFTER : 0);
        int at = i;
        int end = i;
        while (at < tokens.count()) {
            int start = at;
            while (at - start < MOST_MANNERS && tokens.is(at, Vocabulary.MANNER) && !tokens.is(at, kinds)) {
                at++;
            }
            if (!tokens.is(at, kinds) && !(at > start && tokens.is(at, Vocabulary.GROUND | Vocabulary.PREPARATION_AFTER))) {
                break;
            }
            at++;
            end = at;
            if (tokens.is(at, Vocabulary.AND | Vocabulary.OR) || tokens.isMark(at, '/') || tokens.isMark(at, ',')) {
                at++;
            }
        }
        return end;
    }

    /** Whether what follows a preparation behind the noun shows that the name is over. */
    boolean closes(int after) {
        return after >= tokens.count() || !tokens.isWord(after)
                || tokens.is(after, Vocabulary.AND | Vocabulary.OF | Vocabulary.LINK)
                || tokens.covers(Vocabulary.END, after) > 0;
    }

    /** Whether the comma at {@code comma} separates names ("carrots, leeks or onions"), not name and remark. */
    boolean listContinues(int comma) {
        boolean joined = false;
        boolean more = false;
        int words = 0;
        for (int at = comma + 1; at <= tokens.count() && at < comma + LONGEST_LIST; at++) {
            boolean separates = at >= tokens.count() || tokens.isMark(at, ',') || tokens.isOpen(at);
            if (separates) {
                if (words == 0 || joined || at >= tokens.count() || tokens.isOpen(at)) {
                    return joined && words > 0;
                }
                words = 0;
                continue;
            }
            if (tokens.is(at, Vocabulary.OR) || (more && tokens.is(at, Vocabulary.AND))) {
                if (endsHere(at)) {
                    return joined && words > 0;
                }
                joined = true;
                words = 0;
                continue;
            }
            boolean plain = tokens.isWord(at) || tokens.isDash(at) || tokens.isQuote(at) || tokens.isMark(at, '/');
            if (!plain || tokens.is(at, Vocabulary.PREPARATION | Vocabulary.MANNER | Vocabulary.PART)) {
                return false;
            }
            if (endsHere(at)) {
                return joined && words > 0;
            }
            if (tokens.isWord(at)) {
                words++;
                more = !tokens.is(at, Vocabulary.ADJECTIVE);
            }
        }
        return false;
    }

    /** Whether the bracket holds another word for the thing: "confectioner's (icing) sugar", "soy sauce (tamari)". */
    boolean isSynonym(int open, int close) {
        if (close - open - 2 > LONGEST_SYNONYM || close - open < 3 || !tokens.isClose(close - 1)) {
            return false;
        }
        int remarks = Vocabulary.PREPARATION | Vocabulary.PREPARATION_AFTER | Vocabulary.MANNER | Vocabulary.SIZE
                | Vocabulary.OPTIONAL | Vocabulary.OR | Vocabulary.ABOUT | Vocabulary.MEASURE | Vocabulary.LINK | Vocabulary.VAGUE
                | Vocabulary.PART | Vocabulary.REMARK;
        for (int at = open + 1; at < close - 1; at++) {
            if (!tokens.isWord(at) || tokens.is(at, remarks) || tokens.covers(Vocabulary.END, at) > 0) {
                return false;
            }
        }
        return tokens.covers(Vocabulary.OPTIONAL, open + 1) == 0;
    }
}
