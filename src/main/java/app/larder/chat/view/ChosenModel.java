package app.larder.chat.view;

import app.larder.settings.ChatSettings;
import app.larder.settings.Settings;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who answers, as the window's settings say it now.
 *
 * @param settings what is chosen now
 * @param change keeps changed settings, which hold at once
 */
public record ChosenModel(Supplier<Settings> settings, Consumer<Settings> change) {

    ChatSettings now() {
        return settings.get().chat();
    }

    /** Chooses otherwise. */
    public void choose(ChatSettings next) {
        change.accept(settings.get().withChat(next));
    }

    /** The person agrees that text goes to a host, with what is switched on now. */
    public void agreeTo(String host) {
        choose(now().agreeingTo(host));
    }

    /** From now on the built-in helper answers. */
    public void useHelper() {
        choose(now().withProvider(ChatSettings.Provider.HELPER));
    }
}
