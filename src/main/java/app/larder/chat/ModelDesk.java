package app.larder.chat;

import app.larder.account.SecretShelf;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a person says which model answers and what it may be told. All calls block; none may be made on the JavaFX
 * thread. What cannot be kept or reached is a {@link app.larder.words.Said} with a sentence for people.
 */
public interface ModelDesk {

    /** What is chosen now. */
    ModelChoice chosen();

    /** Keeps a choice; it holds from the next question on. */
    void choose(ModelChoice choice);

    /** The places for keys that this computer has, the safest first; never empty. */
    List<SecretShelf.Place> keyPlaces();

    /** Where the key for that address lies; empty if there is none. */
    Optional<SecretShelf.Place> keyPlace(ModelChoice choice);

    /** Keeps the key for that address, in place of one it may have anywhere. */
    void keepKey(ModelChoice choice, String key, SecretShelf.Place place);

    /** Forgets the key for that address, wherever it lies. */
    void forgetKey(ModelChoice choice);

    /** The names of the models there are at that address, in its order; empty if it does not say. */
    List<String> models(ModelChoice choice);

    /** Tries that choice, and tells each step as it ends. Sends one short question with nothing of the kitchen in it. */
    void test(ModelChoice choice, Consumer<ModelTest.Result> heard);

    /** The person agrees that text goes to the host of that choice, with what the choice shares. */
    void agree(ModelChoice choice);
}
