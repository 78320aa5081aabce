package app.larder.exchange.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes one step of Cooklang apart. A mark that is not followed by a name is plain text. */
final class CooklangStep {

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{P}@#~{}]+");
    private static final Pattern NOTE = Pattern.compile("\\(([^()\\n]*)\\)");
    private static final Pattern FRACTION = Pattern.compile("(?:([1-9]\\d{0,5})\\s+)?([1-9]\\d{0,5})\\s*/\\s*([1-9]\\d{0,5})");

    private final String text;
    private final List<Cooklang.Item> items = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private CooklangStep(String text) {
        this.text = text;
    }

    static List<Cooklang.Item> items(String text) {
        CooklangStep step = new CooklangStep(text);
        step.read();
        return step.items;
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if ((c != '@' && c != '#' && c != '~') || !marked(c)) {
                plain.append(c);
                at++;
            }
        }
        flush();
    }

    private void flush() {
        if (!plain.isEmpty()) {
            items.add(new Cooklang.Text(plain.toString()));
            plain.setLength(0);
        }
    }

    /** Reads a mark and moves behind it; false if it is none. */
    private boolean marked(char mark) {
        int from = at + 1;
        boolean optional = false;
        while (mark == '@' && from < text.length() && "?&-+".indexOf(text.charAt(from)) >= 0) {
            optional |= text.charAt(from) == '?';
            from++;
        }
        int brace = brace(from, mark);
        int close = brace < 0 ? -1 : text.indexOf('}', brace);
        String name;
        String amount = "";
        int end;
        if (close >= 0) {
            name = text.substring(from, brace).strip();
            amount = text.substring(brace + 1, close);
            end = close + 1;
        } else {
            Matcher word = WORD.matcher(text).region(from, text.length());
            if (!word.lookingAt()) {
                return false;
            }
            name = word.group();
            end = word.end();
        }
        String note = null;
        Matcher noted = NOTE.matcher(text).region(end, text.length());
        if (mark == '@' && close >= 0 && noted.lookingAt()) {
            note = noted.group(1).strip();
            end = noted.end();
        }
        flush();
        add(mark, name, amount, note, optional);
        at = end;
        return true;
    }

    /** Where the brace of a name of several words is; -1 if the name is one word. */
    private int brace(int from, char mark) {
        if (from < text.length() && text.charAt(from) == '{') {
            return mark == '~' ? from : -1;
        }
        if (from >= text.length() || Character.isWhitespace(text.charAt(from))) {
            return -1;
        }
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                return i;
            }
            if (c == '@' || c == '#' || c == '~') {
                return -1;
            }
        }
        return -1;
    }

    private void add(char mark, String name, String amount, @Nullable String note, boolean optional) {
        int percent = amount.indexOf('%');
        String quantity = number((percent < 0 ? amount : amount.substring(0, percent)).strip().replaceFirst("^=\\s*", ""));
        String unit = percent < 0 ? "" : amount.substring(percent + 1).strip();
        items.add(switch (mark) {
            case '@' -> new Cooklang.Needed(name(name), quantity, unit, note == null || note.isEmpty() ? null : note, optional);
            case '#' -> new Cooklang.Cookware(name, quantity);
            default -> new Cooklang.Timer(name, quantity, unit);
        });
    }

    /** Another recipe is called after its file. */
    private static String name(String name) {
        return name.startsWith("./") || name.startsWith("../") ? name.substring(name.lastIndexOf('/') + 1) : name;
    }

    /** A fraction as a decimal number; a number with a zero before it is text. */
    static String number(String quantity) {
        Matcher fraction = FRACTION.matcher(quantity);
        if (!fraction.matches()) {
            return quantity;
        }
        BigDecimal part = new BigDecimal(fraction.group(2)).divide(new BigDecimal(fraction.group(3)), MathContext.DECIMAL32);
        BigDecimal all = fraction.group(1) == null ? part : part.add(new BigDecimal(fraction.group(1)));
        return all.stripTrailingZeros().toPlainString();
    }
}
