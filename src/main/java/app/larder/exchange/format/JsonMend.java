package app.larder.exchange.format;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Mends a text that means to be JSON: escapes quotes that stand inside a string, puts in commas that are missing, closes
 * what is open at the end. A quote ends its string only if what follows could follow a string.
 */
final class JsonMend {

    private final String in;
    private final StringBuilder out;
    private final Deque<Character> open = new ArrayDeque<>();
    private int objects;
    private int at;

    JsonMend(String in) {
        this.in = in;
        this.out = new StringBuilder(in.length() + 64);
    }

    String mended() {
        boolean afterValue = false;
        while (at < in.length()) {
            char c = in.charAt(at);
            if (Character.isWhitespace(c)) {
                out.append(c);
                at++;
                continue;
            }
            boolean starts = c == '"' || c == '{' || c == '[';
            if (starts && afterValue && !open.isEmpty()) {
                out.append(',');
            }
            switch (c) {
                case '"' -> string();
                case '{', '[' -> {
                    open.push(c);
                    objects += c == '{' ? 1 : 0;
                    out.append(c);
                    at++;
                }
                case '}', ']' -> close(c);
                default -> {
                    out.append(c);
                    at++;
                }
            }
            afterValue = c == '"' || c == '}' || c == ']';
            if (afterValue && open.isEmpty()) {
                break;
            }
        }
        end();
        return out.toString();
    }

    private void close(char c) {
        at++;
        char opener = c == '}' ? '{' : '[';
        if ((opener == '{' ? objects : open.size() - objects) == 0) {
            return;
        }
        while (open.peek() != null && open.peek() != opener) {
            out.append(closer(pop()));
        }
        pop();
        dropComma();
        out.append(c);
    }

    private char pop() {
        char opener = open.pop();
        objects -= opener == '{' ? 1 : 0;
        return opener;
    }

    /** Closes what is open; a name without a value or a value cut short is given an empty one. */
    private void end() {
        dropComma();
        if (last() == ':') {
            out.append("null");
        }
        while (!open.isEmpty()) {
            char opener = pop();
            if (opener == '{' && danglingName()) {
                out.append(":null");
            }
            out.append(closer(opener));
        }
    }

    private boolean danglingName() {
        int end = out.length() - 1;
        if (end < 0 || out.charAt(end) != '"') {
            return false;
        }
        int start = end - 1;
        while (start > 0 && (out.charAt(start) != '"' || escaped(start))) {
            start--;
        }
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(out.charAt(before))) {
            before--;
        }
        return before >= 0 && (out.charAt(before) == '{' || out.charAt(before) == ',');
    }

    private boolean escaped(int index) {
        int slashes = 0;
        for (int i = index - 1; i >= 0 && out.charAt(i) == '\\'; i--) {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private void string() {
        out.append('"');
        at++;
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c == '\\') {
                out.append(c);
                out.append(at + 1 < in.length() ? in.charAt(at + 1) : '\\');
                at += 2;
            } else if (c == '"') {
                at++;
                if (ends(at)) {
                    out.append('"');
                    return;
                }
                out.append("\\\"");
            } else {
                out.append(c);
                at++;
            }
        }
        out.append('"');
    }

    /** Whether a string may end before {@code from}: a bracket, a colon, or a comma and the start of a value follows. */
    private boolean ends(int from) {
        int next = skipBlanks(from);
        if (next >= in.length()) {
            return true;
        }
        char c = in.charAt(next);
        if (c == ',') {
            int after = skipBlanks(next + 1);
            return after >= in.length() || ("\"{[]}-0123456789tfn,".indexOf(in.charAt(after)) >= 0 && startsValue(after));
        }
        if (c == '"') {
            return in.substring(from, next).indexOf('\n') >= 0 || isName(next);
        }
        return c == '}' || c == ']' || c == ':';
    }

    /** Whether a quote opens a name: a short string with a colon behind it. */
    private boolean isName(int quote) {
        int close = in.indexOf('"', quote + 1);
        int after = close < 0 || close - quote > 60 ? in.length() : skipBlanks(close + 1);
        return after < in.length() && in.charAt(after) == ':';
    }

    private boolean startsValue(int index) {
        char c = in.charAt(index);
        return switch (c) {
            case 't' -> in.startsWith("true", index);
            case 'f' -> in.startsWith("false", index);
            case 'n' -> in.startsWith("null", index);
            default -> true;
        };
    }

    private int skipBlanks(int index) {
        int i = index;
        while (i < in.length() && Character.isWhitespace(in.charAt(i))) {
            i++;
        }
        return i;
    }

    private void dropComma() {
        int end = out.length() - 1;
        while (end >= 0 && Character.isWhitespace(out.charAt(end))) {
            end--;
        }
        if (end >= 0 && out.charAt(end) == ',') {
            out.setLength(end);
        }
    }

    private char last() {
        int end = out.length() - 1;
        while (end >= 0 && Character.isWhitespace(out.charAt(end))) {
            end--;
        }
        return end >= 0 ? out.charAt(end) : ' ';
    }

    private static char closer(char opener) {
        return opener == '{' ? '}' : ']';
    }
}
