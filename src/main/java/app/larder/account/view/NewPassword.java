package app.larder.account.view;

import app.larder.account.People;
import app.larder.fx.Texts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a new password will do. */
final class NewPassword {

    private NewPassword() {}

    /** What is wrong with it, in a sentence; null if nothing is. */
    static @Nullable String problem(char[] password, char[] repeated, Texts texts) {
        if (password.length < People.SHORTEST_PASSWORD) {
            return texts.get("account.password.short", People.SHORTEST_PASSWORD);
        }
        return Arrays.equals(password, repeated) ? null : texts.get("account.password.differ");
    }
}
