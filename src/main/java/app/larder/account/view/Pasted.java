package app.larder.account.view;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was pasted to connect: an address alone, or an invitation as {@code larder database invite} prints it, with other
 * words around.
 *
 * @param address the address; all that was pasted if none is found in it
 * @param code the code that lets somebody sign up; empty if there is none
 */
record Pasted(String address, String code) {

    private static final Pattern ADDRESS = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://\\S+");
    private static final Pattern CODE = Pattern.compile("(?<![\\w-])[A-Z0-9]{4,}(?:-[A-Z0-9]{4,}){2,}(?![\\w-])");

    static Pasted of(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.find()) {
            return new Pasted(text.strip(), "");
        }
        Matcher code = CODE.matcher(text.substring(0, address.start()) + "\n" + text.substring(address.end()));
        return new Pasted(address.group(), code.find() ? code.group() : "");
    }

    @Override
    public String toString() {
        return "Pasted[hidden]";
    }
}
