package app.larder.chat.view;

import app.larder.account.SecretShelf;
import app.larder.chat.ChatKeys;
import app.larder.chat.ChatModels;
import app.larder.chat.ModelTest;
import app.larder.chat.wire.Endpoint;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.settings.ChatSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Which model answers, where its key lies and what it may be told. Used on the JavaFX thread only. */
public final class ModelViewModel {

    /** How a step of the test stands. */
    enum StepState {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A step of the test as shown.
     *
     * @param problem what is wrong, for one that failed; else empty
     */
    record Step(ModelTest.Step step, StepState state, String problem) {}

    /**
     * What is known of the key.
     *
     * @param place where it lies; null if there is none
     * @param places where it could lie
     */
    record Key(SecretShelf.@Nullable Place place, List<SecretShelf.Place> places) {
        Key {
            places = List.copyOf(places);
        }
    }

    private static final List<ModelTest.Step> STEPS = List.of(ModelTest.Step.values());

    private final ChosenModel chosen;
    private final ChatKeys keys;
    private final ChatModels answerers;
    private final Background background;
    private final Background.Lane keyLane;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<ChatSettings> choice;
    private final ReadOnlyObjectWrapper<Key> key = new ReadOnlyObjectWrapper<>(new Key(null, List.of()));
    private final ReadOnlyObjectWrapper<List<String>> models = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Step>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();

    /** What is chosen there, its key on those shelves. */
    public ModelViewModel(
            ChosenModel chosen, ChatModels answerers, ChatKeys keys, Background background, Notices notices, Texts texts) {
        this.chosen = chosen;
        this.keys = keys;
        this.answerers = answerers;
        this.background = background;
        this.keyLane = background.lane();
        this.notices = notices;
        this.texts = texts;
        this.choice = new ReadOnlyObjectWrapper<>(chosen.now());
    }

    /** Reads what is chosen, and where its key lies. */
    void load() {
        choice.set(chosen.now());
        lookForKey();
    }

    private void lookForKey() {
        Optional<String> host = host();
        keyLane.run(
                () -> new Key(host.flatMap(keys::place).orElse(null), keys.places()), key::set, this::failed);
    }

    /** Another kind of model, at its usual address. */
    void provider(ChatSettings.Provider provider) {
        if (provider != choice.get().provider()) {
            models.set(List.of());
            choose(choice.get().withProvider(provider));
        }
    }

    void address(String typed) {
        choose(choice.get().withAddress(typed.strip()));
    }

    void model(String name) {
        choose(choice.get().withModel(name.strip()));
    }

    /** What it may be told. */
    void sharing(boolean pantry, boolean recipes) {
        choose(choice.get().withShared(pantry, recipes));
    }

    private void choose(ChatSettings next) {
        if (next.equals(choice.get())) {
            return;
        }
        Optional<String> before = host();
        choice.set(next);
        steps.set(List.of());
        chosen.choose(next);
        if (!before.equals(host())) {
            lookForKey();
        }
    }

    /** Keeps a key, as typed, in that place. */
    void keepKey(String typed, SecretShelf.Place place) {
        Optional<String> host = host();
        if (typed.isBlank() || host.isEmpty()) {
            return;
        }
        background.run(
                () -> {
                    keys.keep(place, host.get(), typed);
                    return place;
                },
                _ -> {
                    notices.done(texts.get("chat.model.key.kept", host.get()));
                    lookForKey();
                },
                this::failed);
    }

    /** Forgets the key. */
    void forgetKey() {
        host().ifPresent(host -> background.run(
                () -> {
                    keys.forget(host);
                    return host;
                },
                _ -> {
                    notices.done(texts.get("chat.model.key.forgotten", host));
                    lookForKey();
                },
                this::failed));
    }

    /** Tries the model step by step, with a key as typed; blank for the one that is kept. */
    void test(String typedKey) {
        if (testing.get()) {
            return;
        }
        ChatSettings here = choice.get();
        testing.set(true);
        steps.set(STEPS.stream()
                .map(step -> new Step(step, step == STEPS.getFirst() ? StepState.RUNNING : StepState.WAITING, ""))
                .toList());
        background.run(
                () -> new ModelTest(answerers).run(
                        here,
                        typedKey.isBlank() ? null : typedKey,
                        outcome -> background.onScreen(() -> heard(here, outcome))),
                names -> {
                    testing.set(false);
                    if (here.provider() == choice.get().provider()) {
                        models.set(names);
                    }
                },
                why -> {
                    testing.set(false);
                    steps.set(List.of());
                    failed(why);
                });
    }

    private void heard(ChatSettings tested, ModelTest.Outcome outcome) {
        if (!tested.equals(choice.get()) || steps.get().isEmpty()) {
            return;
        }
        List<Step> now = new ArrayList<>(steps.get());
        int at = STEPS.indexOf(outcome.step());
        String problem = outcome.problem() == null ? "" : texts.say(outcome.problem());
        now.set(at, new Step(outcome.step(), outcome.isGood() ? StepState.DONE : StepState.FAILED, problem));
        if (outcome.isGood() && at + 1 < now.size()) {
            now.set(at + 1, new Step(STEPS.get(at + 1), StepState.RUNNING, ""));
        }
        steps.set(List.copyOf(now));
    }

    /** Where text would go, for people to read; empty if nowhere. */
    Optional<String> host() {
        return endpoint().map(Endpoint::host);
    }

    /** Whether nothing would leave this computer. */
    boolean isLocal() {
        return endpoint().map(Endpoint::isLocal).orElse(true);
    }

    /** Whether a key would travel readable for everybody on the way. */
    boolean isClear() {
        return endpoint().filter(Endpoint::sendsKeyInClear).isPresent();
    }

    /** Where it is, with a key of no meaning in place of the one that would have to be looked for. */
    private Optional<Endpoint> endpoint() {
        return answerers.endpoint(choice.get(), "key");
    }

    private void failed(Exception why) {
        notices.problem(texts.why(why, "chat.failed.change"));
    }

    ReadOnlyObjectProperty<ChatSettings> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Key> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /** The names of the models there are, as the last test found them; none while that is not known. */
    ReadOnlyObjectProperty<List<String>> modelsProperty() {
        return models.getReadOnlyProperty();
    }

    /** The steps of the test; none before it begins. */
    ReadOnlyObjectProperty<List<Step>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }
}
