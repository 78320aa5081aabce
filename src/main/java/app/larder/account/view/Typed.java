package app.larder.account.view;

import java.util.Arrays;
import javafx.scene.control.PasswordField;

/** What was typed into password fields. JavaFX itself keeps it as a string that cannot be cleared, only let go. */
final class Typed {

    private Typed() {}

    /** Takes the password out of a field, which is empty afterwards; the caller clears the array. */
    static char[] take(PasswordField field) {
        CharSequence typed = field.getCharacters();
        char[] password = new char[typed.length()];
        for (int i = 0; i < password.length; i++) {
            password[i] = typed.charAt(i);
        }
        field.clear();
        return password;
    }

    static void clear(char[] password) {
        Arrays.fill(password, ' ');
    }
}
