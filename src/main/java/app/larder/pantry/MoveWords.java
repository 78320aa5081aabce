package app.larder.pantry;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for using and adding, in English and German, before the amount or after it. */
final class MoveWords {

    private static final Pattern BEFORE = Pattern.compile("(?U)([-−–+]|\\p{L}+)\\s*(.+)");
    private static final Pattern AFTER = Pattern.compile("(?U)(.+?)\\s+(\\p{L}+)");
    private static final Set<String> USE = Set.of(
            "-", "−", "–", "use", "used", "take", "took", "minus", "less", "gone", "nimm", "nehme", "genommen",
            "verbrauche", "verbraucht", "weniger", "weg");
    private static final Set<String> ADD =
            Set.of("+", "add", "added", "plus", "more", "bought", "dazu", "mehr", "gekauft", "hinzu");

    private MoveWords() {}

    static AmountEdit read(String text) {
        Matcher before = BEFORE.matcher(text);
        Matcher after = AFTER.matcher(text);
        return (before.matches() ? move(before.group(1), before.group(2)) : Optional.<AmountEdit>empty())
                .or(() -> after.matches() ? move(after.group(2), after.group(1)) : Optional.empty())
                .orElseGet(() -> new AmountEdit.Replace(AmountText.of(text)));
    }

    private static Optional<AmountEdit> move(String typed, String rest) {
        String word = typed.toLowerCase(Locale.ROOT);
        AmountText text = AmountText.of(rest);
        Optional<Amount> amount = Amount.of(text.quantity(), text.unit());
        if (USE.contains(word)) {
            return amount.map(AmountEdit.Use::new);
        }
        return ADD.contains(word) ? amount.map(AmountEdit.Add::new) : Optional.empty();
    }
}
