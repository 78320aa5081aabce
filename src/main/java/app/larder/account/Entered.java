package app.larder.account;

import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
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

    /**
     * Seals small files that a change cut off has left readable. Only while their database is held open, so that no other
     * window is writing them.
     *
     * @throws FileFailure with a sentence for people, if one cannot be read or written
     */
    public void sealLeftovers() {
        if (key != null) {
            try {
                PersonFiles.reseal(folder(), seal(), seal());
            } catch (IOException e) {
                throw new FileFailure(Sentence.of("account.unwritten", folder().toString()), e);
            }
        }
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
