package app.larder.account;

import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The people who share this computer. The first needs no name and no password; each may protect what they keep with one.
 * Then their database is encrypted under a random key that only the password unlocks, and so are the small files beside
 * it. Blocks, for a moment with a password in hand, so not for the JavaFX thread. Thread-safe.
 */
public final class People {

    /** Characters a name has at most. */
    public static final int LONGEST_NAME = 60;

    /** Characters a new password has at least; a sentence of several words is better. */
    public static final int SHORTEST_PASSWORD = 8;

    private final ProfileFolder home;
    private final FileProtection files;
    private final PeopleFile list;
    private final Consumer<Duration> pause;
    private final Function<Path, SecretShelf> keychain;
    private final WrongTries tries = new WrongTries();

    /**
     * The people in that folder.
     *
     * @param pause waits that long; what a wrong password costs
     */
    public People(ProfileFolder home, FileProtection files, Consumer<Duration> pause) {
        this(home, files, pause, KeychainShelf::new);
    }

    /** As the other, with a keychain of one's own for each folder. */
    People(
            ProfileFolder home,
            FileProtection files,
            Consumer<Duration> pause,
            Function<Path, SecretShelf> keychain) {
        this.keychain = keychain;
        this.home = home;
        this.files = files;
        this.list = new PeopleFile(home);
        this.pause = pause;
    }

    /**
     * Everybody, in the order they came; one person at least.
     *
     * @throws FileFailure with a sentence for people, if the list cannot be read
     */
    public synchronized List<Person> all() {
        return known().people();
    }

    private PeopleFile.Known known() {
        PeopleFile.Known known = list.load();
        return known.people().isEmpty()
                ? new PeopleFile.Known(List.of(new Person(Person.FIRST, PersonName.own())), Person.FIRST)
                : known;
    }

    /** Who was here last, or the first if that is not known. */
    public synchronized Person last() {
        PeopleFile.Known known = known();
        return known.people().stream()
                .filter(person -> person.folder().equals(known.last()))
                .findFirst()
                .orElse(known.people().getFirst());
    }

    /** The only person there is, if nothing has to be asked to let them in. */
    public Optional<Entered> enterAtOnce() {
        List<Person> people = all();
        return people.size() > 1 || isProtected(people.getFirst())
                ? Optional.empty()
                : Optional.of(enter(people.getFirst()));
    }

    /** The person with that name, whatever the case of its letters. */
    public Optional<Person> named(String name) {
        return all().stream().filter(person -> person.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    /** Notes that this person is here now. */
    public synchronized void remember(Person person) {
        PeopleFile.Known known = known();
        if (!known.last().equals(person.folder())) {
            list.save(new PeopleFile.Known(known.people(), person.folder()));
        }
    }

    /** Whether a password is needed to let this person in. */
    public boolean isProtected(Person person) {
        Path folder = home.of(person);
        return switch (files.state(folder)) {
            case ENCRYPTED -> true;
            case READABLE -> false;
            case NONE -> new PadlockFile(folder).exists();
        };
    }

    /**
     * Adds a person.
     *
     * @param password protects all they keep from the first moment on; null for nobody asks
     * @throws InvalidNameException if nobody can be called that
     */
    public synchronized Person add(String name, char @Nullable [] password) {
        PeopleFile.Known known = known();
        Person person = new Person(NewId.at(Instant.now()).toString(), PersonName.checked(name, known.people(), null));
        Path folder = home.of(person);
        try {
            Files.createDirectories(folder);
            if (password != null) {
                try (FileKey key = FileKey.random()) {
                    new PadlockFile(folder).write(Padlock.of(key, password));
                }
            }
        } catch (IOException e) {
            throw unwritten(home.path(), e);
        }
        List<Person> more = new ArrayList<>(known.people());
        more.add(person);
        list.save(new PeopleFile.Known(more, known.last()));
        return person;
    }

    /**
     * Gives a person another name on the screen.
     *
     * @throws InvalidNameException if nobody can be called that
     */
    public synchronized Person rename(Person person, String name) {
        PeopleFile.Known known = known();
        Person renamed = person.named(PersonName.checked(name, known.people(), person));
        list.save(new PeopleFile.Known(
                known.people().stream()
                        .map(one -> one.folder().equals(person.folder()) ? renamed : one)
                        .toList(),
                known.last()));
        return renamed;
    }

    /**
     * Lets in a person who is not protected. A key left by a protection that was cut off, or that is under way in another
     * window, stays where it is: it may be the only one there is.
     *
     * @throws IllegalStateException if they are
     * @throws FileFailure with a sentence for people, if their folder cannot be made
     */
    public Entered enter(Person person) {
        if (isProtected(person)) {
            throw new IllegalStateException("A password is needed.");
        }
        home.create();
        return new Entered(home, person, null);
    }

    /**
     * Lets in a protected person; empty if the password is wrong, after a pause that grows with every wrong one.
     *
     * @throws FileFailure with a sentence for people, if the key file is missing or damaged
     */
    public Optional<Entered> unlock(Person person, char[] password) {
        Path folder = home.of(person);
        try {
            Padlock padlock = new PadlockFile(folder).read().orElseThrow(() -> new IOException("no key file"));
            Optional<FileKey> key = padlock.open(password);
            if (key.isEmpty()) {
                pause.accept(tries.afterWrong(person.folder()));
                return Optional.empty();
            }
            tries.right(person.folder());
            return key.map(opened -> new Entered(home, person, opened));
        } catch (IOException e) {
            throw unreadable(person, e);
        }
    }

    private FileFailure unreadable(Person person, IOException cause) {
        return new FileFailure(Sentence.of("account.key-unusable", home.of(person).toString()), cause);
    }

    /**
     * Protects what a person keeps, their database being closed.
     *
     * @throws RuntimeException with a sentence for people; nothing is changed then
     */
    public Entered protect(Person person, char[] password) {
        Path folder = home.of(person);
        if (isProtected(person)) {
            throw new IllegalStateException("This person is protected already.");
        }
        FileKey key = FileKey.random();
        try {
            Files.createDirectories(folder);
            // The key is safe on the disk before anything needs it.
            new PadlockFile(folder).write(Padlock.of(key, password));
            files.encrypt(folder, key);
            PersonFiles.reseal(folder, Seal.NONE, key.seal());
            Entered entered = new Entered(home, person, key);
            new KeychainSecrets(entered, keychain.apply(folder)).seal();
            return entered;
        } catch (IOException e) {
            key.close();
            throw unwritten(folder, e);
        } catch (RuntimeException e) {
            key.close();
            throw e;
        }
    }

    /** Locks a protected person's key with another password. Returns whether the old one was right. */
    public boolean changePassword(Person person, char[] old, char[] fresh) {
        Optional<Entered> entered = unlock(person, old);
        if (entered.isEmpty()) {
            return false;
        }
        try (Entered open = entered.get()) {
            FileKey key = open.key();
            if (key != null) {
                new PadlockFile(open.folder()).write(Padlock.of(key, fresh));
            }
            return true;
        } catch (IOException e) {
            throw unwritten(home.of(person), e);
        }
    }

    /**
     * Makes what a protected person keeps readable again, their database being closed. Returns whether the password was
     * right.
     *
     * @throws RuntimeException with a sentence for people; they are still protected then
     */
    public boolean unprotect(Person person, char[] password) {
        Optional<Entered> entered = unlock(person, password);
        if (entered.isEmpty()) {
            return false;
        }
        Path folder = home.of(person);
        try (Entered open = entered.get()) {
            FileKey key = open.key();
            if (key != null) {
                // Once the key is gone, nothing opens what it sealed.
                new KeychainSecrets(open, keychain.apply(folder)).unseal();
                makeReadable(folder, key);
            }
            return true;
        } catch (IOException e) {
            throw unwritten(folder, e);
        }
    }

    /** The small files first: as long as the database is encrypted the key is kept, and they can be sealed again. */
    private void makeReadable(Path folder, FileKey key) throws IOException {
        try {
            PersonFiles.reseal(folder, key.seal(), Seal.NONE);
            files.decrypt(folder, key);
        } catch (IOException | RuntimeException e) {
            PersonFiles.reseal(folder, key.seal(), key.seal());
            throw e;
        }
        new PadlockFile(folder).delete();
    }

    /**
     * Removes a person from this computer, their database being closed. Nothing they keep is deleted: their folder goes
     * aside as it is, protected if it was.
     *
     * @param now names the folder it becomes
     * @return where it lies now
     * @throws RuntimeException with a sentence for people; they are still there then
     */
    public synchronized Path remove(Person person, Instant now) {
        Path folder = home.of(person);
        PeopleFile.Known known = known();
        files.checkClosed(folder);
        Path aside = home.removed().resolve(
                now.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "") + " " + person.folder());
        try {
            Files.createDirectories(home.removed());
            Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritten(folder, e);
        }
        list.save(new PeopleFile.Known(
                known.people().stream()
                        .filter(one -> !one.folder().equals(person.folder()))
                        .toList(),
                known.last()));
        return aside;
    }

    private static FileFailure unwritten(Path place, IOException cause) {
        return new FileFailure(Sentence.of("account.unwritten", place.toString()), cause);
    }
}
