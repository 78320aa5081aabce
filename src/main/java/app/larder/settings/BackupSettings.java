package app.larder.settings;

/**
 * When backups are made by themselves, and how many of them stay.
 *
 * @param daily whether the first start of a day makes one
 * @param keep how many automatic ones stay, 1 to 100
 */
public record BackupSettings(boolean daily, int keep) {

    /** One a day, the last seven stay. */
    public static final BackupSettings DEFAULTS = new BackupSettings(true, 7);

    public BackupSettings {
        keep = Math.clamp(keep, 1, 100);
    }

    public BackupSettings withDaily(boolean value) {
        return new BackupSettings(value, keep);
    }

    public BackupSettings withKeep(int value) {
        return new BackupSettings(daily, value);
    }
}
