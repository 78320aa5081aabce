package app.larder.store;

import java.util.LinkedHashSet;
import java.util.Set;

/** Singular and plural of an English word in search form, as far as its ending tells. */
final class Plurals {

    private Plurals() {}

    static Set<String> of(String term) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(term);
        if (term.endsWith("ies") && term.length() > 4) {
            forms.add(term.substring(0, term.length() - 3) + "y");
        } else if (term.endsWith("oes") && term.length() > 4) {
            forms.add(term.substring(0, term.length() - 2));
        } else if (term.endsWith("s") && !term.endsWith("ss") && term.length() > 3) {
            forms.add(term.substring(0, term.length() - 1));
        } else if (term.endsWith("y") && term.length() > 2) {
            forms.add(term.substring(0, term.length() - 1) + "ies");
        }
        return forms;
    }
}
