package app.larder.kitchen;

import org.jspecify.annotations.Nullable;

/** Words written with their plural in brackets, as German recipe sites do: "Zwiebel(n)". */
final class Plurals {

    private Plurals() {}

    /** The name with each bracketed ending settled by the amount: "1 Zwiebel", "2 Zwiebeln". */
    static String resolve(String name, @Nullable Quantity quantity) {
        if (name.indexOf('(') < 0) {
            return name;
        }
        boolean many = quantity != null && quantity.compareTo(Quantity.ONE) > 0;
        StringBuilder resolved = new StringBuilder(name.length());
        int at = 0;
        while (at < name.length()) {
            char c = name.charAt(at);
            int close = c == '(' ? name.indexOf(')', at) : -1;
            if (close > at + 1 && close <= at + 3 && at > 0 && Character.isLetter(name.charAt(at - 1))) {
                if (many) {
                    resolved.append(name, at + 1, close);
                }
                at = close + 1;
            } else {
                resolved.append(c);
                at++;
            }
        }
        return resolved.toString();
    }
}
