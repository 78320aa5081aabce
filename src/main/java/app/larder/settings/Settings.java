package app.larder.settings;

import java.util.Locale;

/**
 * What a person has chosen. Immutable; unknown or damaged values in the file fall back to these defaults.
 *
 * @param appearance light, dark, or as the system is
 * @param textSizePercent size of all text, 80 to 200 percent
 * @param language the window's language
 * @param cooking how this kitchen measures and what it is never without
 * @param chat who answers in the chat
 * @param start what happens when Larder is opened on this computer
 */
public record Settings(
        Appearance appearance, int textSizePercent, Language language, Cooking cooking, ChatSettings chat, Start start) {

    /**
     * What happens when Larder is opened on this computer.
     *
     * @param welcomed whether the first-run screen has been answered
     * @param newVersions whether Larder may look for new versions
     * @param backups when backups are made by themselves
     */
    public record Start(boolean welcomed, boolean newVersions, BackupSettings backups) {}

    /** Light, dark, or as the system is. */
    public enum Appearance {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** The window's language: the system's, or one of ours. */
    public enum Language {
        SYSTEM,
        ENGLISH,
        GERMAN
    }

    /** What a new larder starts with. */
    public static final Settings DEFAULTS =
            new Settings(
                    Appearance.SYSTEM,
                    100,
                    Language.SYSTEM,
                    Cooking.DEFAULTS,
                    ChatSettings.DEFAULTS,
                    new Start(false, false, BackupSettings.DEFAULTS));

    public Settings {
        textSizePercent = Math.clamp(textSizePercent, 80, 200);
    }

    /** Whose words and formats the window uses. */
    public Locale locale() {
        return switch (language) {
            case SYSTEM -> Locale.getDefault();
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
        };
    }

    public Settings withAppearance(Appearance value) {
        return new Settings(value, textSizePercent, language, cooking, chat, start);
    }

    public Settings withTextSizePercent(int value) {
        return new Settings(appearance, value, language, cooking, chat, start);
    }

    public Settings withLanguage(Language value) {
        return new Settings(appearance, textSizePercent, value, cooking, chat, start);
    }

    public Settings withCooking(Cooking value) {
        return new Settings(appearance, textSizePercent, language, value, chat, start);
    }

    public Settings withChat(ChatSettings value) {
        return new Settings(appearance, textSizePercent, language, cooking, value, start);
    }

    public Settings withWelcomed(boolean value) {
        return withStart(new Start(value, start.newVersions(), start.backups()));
    }

    public Settings withNewVersions(boolean value) {
        return withStart(new Start(start.welcomed(), value, start.backups()));
    }

    /** When backups are made by themselves. */
    public BackupSettings backups() {
        return start.backups();
    }

    public Settings withBackups(BackupSettings value) {
        return withStart(new Start(start.welcomed(), start.newVersions(), value));
    }

    private Settings withStart(Start value) {
        return new Settings(appearance, textSizePercent, language, cooking, chat, value);
    }
}
