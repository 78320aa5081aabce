package app.larder.kitchen;

/** Looks ahead in a name: where it ends, where a preparation runs, which commas and brackets belong to it. */
final class PhraseReader {

    private static final int MOST_MANNERS = 8;
    private static final int LONGEST_LIST = 24;
    private static final int LONGEST_SYNONYM = 3;
    private static final int LONGEST_ALTERNATIVE = 7;
    private static final int NOT_IN_LISTS = Vocabulary.PREPARATION | Vocabulary.MANNER | Vocabulary.GROUND | Vocabulary.PART
            | Vocabulary.REMARK | Vocabulary.LINK;

    private final Tokens tokens;
    private final AmountReader amounts;

    PhraseReader(Tokens tokens, AmountReader amounts) {
        this.tokens = tokens;
        this.amounts = amounts;
    }

    /** Whether a name that has its noun ends before token {@code at}. */
    boolean endsHere(int at) {
        if (tokens.covers(Vocabulary.END, at) > 0 || tokens.covers(Vocabulary.OPTIONAL, at) > 0
                || (tokens.is(at, Vocabulary.EACH) && amounts.afterAboutMeasure(at + 1) > at + 1)) {
            return true;
        }
        if (!tokens.is(at, Vocabulary.OR | Vocabulary.AND)) {
            return false;
        }
        AmountReader.Amount other = amounts.amount(at + 1);
        if (other != null) {
            return !tokens.is(at + 1, Vocabulary.ARTICLE) && !tokens.isMark(other.end(), '%');
        }
        AmountReader.UnitAt unit = amounts.plainUnit(at + 1);
        return unit != null && tokens.is(unit.end(), Vocabulary.OF);
    }

    /** The token after a run such as "peeled and finely chopped" at i; i itself if none stands there. */
    int afterPreparation(int i, boolean noun) {
        int kinds = Vocabulary.PREPARATION | (noun ? Vocabulary.PREPARATION_AFTER : 0);
        int at = i;
        int end = i;
        if (noun && tokens.is(at, Vocabulary.GROUND) && tokens.is(at + 1, Vocabulary.LINK | Vocabulary.MANNER)) {
            return at + 1;
        }
        if (noun && tokens.is(at, Vocabulary.LOST) && tokens.is(at + 1, Vocabulary.LOSING) && closes(at + 2)) {
            return at + 2;
        }
        while (at < tokens.count()) {
            int start = at;
            while (at - start < MOST_MANNERS && isManner(at, start, kinds)) {
                at++;
            }
            if (!tokens.is(at, kinds) && !runsOn(at) && !(at > start && tokens.is(at, Vocabulary.GROUND | Vocabulary.PREPARATION_AFTER))) {
                break;
            }
            at++;
            end = at;
            boolean joined = tokens.is(at, Vocabulary.AND | Vocabulary.OR);
            kinds |= joined ? Vocabulary.PREPARATION_AFTER | Vocabulary.GROUND | Vocabulary.PREPARATION_IN_RUN : 0;
            if (tokens.is(at, Vocabulary.AND | Vocabulary.OR) || tokens.isMark(at, '/') || tokens.isMark(at, ',')) {
                at++;
            }
        }
        return end;
    }

    /** "pitted and halved cherries": alone the first word says what it is, before a preparation what is done. */
    private boolean runsOn(int at) {
        int next = tokens.isMark(at + 1, ',') || tokens.is(at + 1, Vocabulary.AND) ? at + 2 : at;
        return next > at && tokens.is(at, Vocabulary.PREPARATION_IN_RUN | Vocabulary.PREPARATION_AFTER)
                && tokens.is(next, Vocabulary.PREPARATION) && !tokens.is(next, Vocabulary.ADJECTIVE);
    }

    private boolean isManner(int at, int start, int kinds) {
        boolean joins = at > start && tokens.is(at, Vocabulary.AND) && tokens.is(at + 1, Vocabulary.MANNER);
        return joins || (tokens.is(at, Vocabulary.MANNER) && !tokens.is(at, kinds));
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
        boolean named = false;
        int words = 0;
        for (int at = comma + 1; at < Math.min(tokens.count(), comma + LONGEST_LIST); at++) {
            if (tokens.isMark(at, ',')) {
                if (words == 0 || joined) {
                    break;
                }
                words = 0;
            } else if (tokens.isOpen(at)) {
                if (joined) {
                    break;
                }
                at = tokens.afterBracket(at) - 1;
            } else if (endsHere(at)) {
                break;
            } else if (tokens.is(at, Vocabulary.OR | Vocabulary.AND)) {
                joined = true;
                words = 0;
            } else if (tokens.isWord(at)) {
                if (tokens.is(at, NOT_IN_LISTS) && !tokens.isAdjective(at, Vocabulary.MANNER | Vocabulary.REMARK, NOT_IN_LISTS)) {
                    return false;
                }
                words++;
                named |= !tokens.is(at, Vocabulary.ADJECTIVE | Vocabulary.LOST);
            } else if (!tokens.isDash(at) && !tokens.isQuote(at) && !tokens.isMark(at, '/')) {
                return false;
            }
        }
        return joined && named && words > 0;
    }

    /** Whether the bracket says what else would do: "(or honey)", but not "(or frozen)". */
    boolean isAlternative(int open, int close) {
        if (close - open - 2 > LONGEST_ALTERNATIVE || !tokens.isClose(close - 1) || !tokens.is(open + 1, Vocabulary.OR)
                || endsHere(open + 1)) {
            return false;
        }
        boolean named = false;
        for (int at = open + 2; at < close - 1; at++) {
            boolean plain = tokens.isWord(at) || tokens.isDash(at);
            if (!plain || tokens.is(at, NOT_IN_LISTS) || endsHere(at)) {
                return false;
            }
            named |= tokens.isWord(at) && !tokens.is(at, Vocabulary.ADJECTIVE);
        }
        return named;
    }

    /** Whether the bracket holds another word for the thing: "confectioner's (icing) sugar", "soy sauce (tamari)". */
    boolean isSynonym(int open, int close) {
        if (close - open - 2 > LONGEST_SYNONYM || close - open < 3 || !tokens.isClose(close - 1)
                || tokens.is(open + 1, Vocabulary.OF)) {
            return false;
        }
        int remarks = Vocabulary.PREPARATION | Vocabulary.PREPARATION_AFTER | Vocabulary.MANNER | Vocabulary.SIZE
                | Vocabulary.OPTIONAL | Vocabulary.OR | Vocabulary.ABOUT | Vocabulary.MEASURE | Vocabulary.LINK | Vocabulary.VAGUE
                | Vocabulary.PART | Vocabulary.REMARK;
        boolean named = tokens.isWord(close);
        for (int at = open + 1; at < close - 1; at++) {
            named |= !tokens.is(at, Vocabulary.ADJECTIVE | Vocabulary.LOST | Vocabulary.AND);
            boolean remark = tokens.is(at, remarks) && !tokens.is(at, Vocabulary.ADJECTIVE);
            if (!tokens.isWord(at) || remark || tokens.covers(Vocabulary.END, at) > 0) {
                return false;
            }
        }
        return named && tokens.covers(Vocabulary.OPTIONAL, open + 1) == 0;
    }
}
