package app.larder.account;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A person who was let in, with the key to their files if these are protected. Closing it forgets the key. */
public final class Entered implements AutoCloseable {

    private final ProfileFolder home;
    private final Person person;
    private final @Nullable FileKey key;

    Entered(ProfileFolder home, Person person, @Nullable FileKey key) {
        this.home = home;
        this.person = person;
        this.key = key;
    }

    /** Where everybody's data is. */
    public ProfileFolder home() {
        return home;
    }

    public Person person() {
        return person;
    }

    /** Their database and all that belongs to it. */
    public Path folder() {
        return home.of(person);
    }

    /** What opens their database; null if it is not protected. */
    public @Nullable FileKey key() {
        return key;
    }

    /** What keeps their small files unreadable, or not. */
    public Seal seal() {
        return key == null ? Seal.NONE : key.seal();
    }

    /** Recipes being written. */
    public Path drafts() {
        return PersonFiles.drafts(folder());
    }

    /** What they have chosen. */
    public KeptFile settings() {
        return new KeptFile(PersonFiles.settings(folder()), seal());
    }

    /** The same person let in once more, closed on their own. */
    public Entered again() {
        return new Entered(home, person, key == null ? null : key.copy());
    }

    @Override
    public void close() {
        if (key != null) {
            key.close();
        }
    }
}
