package app.larder.chat.view;

import app.larder.account.SecretShelf;
import app.larder.chat.ModelChoice;
import app.larder.chat.ModelDesk;
import app.larder.chat.ModelPreset;
import app.larder.chat.ModelTest;
import app.larder.chat.wire.Endpoint;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.net.URI;
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

    private final ModelDesk desk;
    private final Background background;
    private final Background.Lane asking;
    private final Background.Lane keys;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<ModelChoice> choice = new ReadOnlyObjectWrapper<>(ModelChoice.NONE);
    private final ReadOnlyObjectWrapper<Key> key = new ReadOnlyObjectWrapper<>(new Key(null, List.of()));
    private final ReadOnlyObjectWrapper<List<String>> models = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Step>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();

    /** The choice that is kept at that desk; nothing is read before {@link #load}. */
    public ModelViewModel(ModelDesk desk, Background background, Notices notices, Texts texts) {
        this.desk = desk;
        this.background = background;
        this.asking = background.lane();
        this.keys = background.lane();
        this.notices = notices;
        this.texts = texts;
    }

    /** Reads what is chosen. */
    void load() {
        background.run(
                desk::chosen,
                chosen -> {
                    choice.set(chosen);
                    look();
                },
                this::failed);
    }

    private void look() {
        ModelChoice now = choice.get();
        keys.run(
                () -> new Key(desk.keyPlace(now).orElse(null), desk.keyPlaces()), key::set, this::failed);
        models.set(List.of());
        if (now.base().isPresent()) {
            asking.run(() -> desk.models(now), models::set, _ -> {});
        } else {
            asking.forget();
        }
    }

    /** Another kind of model. */
    void preset(ModelPreset preset) {
        choose(choice.get().withPreset(preset));
    }

    void address(String typed) {
        choose(choice.get().withAddress(typed));
    }

    void model(String name) {
        choose(choice.get().withModel(name));
    }

    /** What it may be told. */
    void sharing(boolean pantry, boolean recipes) {
        choose(choice.get().withSharing(pantry, recipes));
    }

    private void choose(ModelChoice next) {
        ModelChoice before = choice.get();
        if (next.equals(before)) {
            return;
        }
        choice.set(next);
        steps.set(List.of());
        boolean elsewhere = next.preset() != before.preset() || !next.place().equals(before.place());
        background.run(
                () -> {
                    desk.choose(next);
                    return next;
                },
                _ -> {
                    if (elsewhere) {
                        look();
                    }
                },
                this::failed);
    }

    /** Keeps a key, as typed, in that place. */
    void keepKey(String typed, SecretShelf.Place place) {
        if (typed.isBlank()) {
            return;
        }
        ModelChoice here = choice.get();
        background.run(
                () -> {
                    desk.keepKey(here, typed.strip(), place);
                    return place;
                },
                _ -> {
                    notices.done(texts.get("chat.model.key.kept"));
                    look();
                },
                this::failed);
    }

    /** Forgets the key. */
    void forgetKey() {
        ModelChoice here = choice.get();
        background.run(
                () -> {
                    desk.forgetKey(here);
                    return here;
                },
                _ -> {
                    notices.done(texts.get("chat.model.key.forgotten"));
                    look();
                },
                this::failed);
    }

    /** Tries the model, step by step. */
    void test() {
        if (testing.get()) {
            return;
        }
        ModelChoice here = choice.get();
        testing.set(true);
        steps.set(STEPS.stream()
                .map(step -> new Step(step, step == STEPS.getFirst() ? StepState.RUNNING : StepState.WAITING, ""))
                .toList());
        background.run(
                () -> {
                    desk.test(here, result -> background.onScreen(() -> heard(here, result)));
                    return here;
                },
                _ -> testing.set(false),
                why -> {
                    testing.set(false);
                    failed(why);
                });
    }

    private void heard(ModelChoice tested, ModelTest.Result result) {
        if (!tested.equals(choice.get())) {
            return;
        }
        List<Step> now = new ArrayList<>(steps.get());
        int at = STEPS.indexOf(result.step());
        String problem = result.problem() == null ? "" : texts.say(result.problem());
        now.set(at, new Step(result.step(), result.done() ? StepState.DONE : StepState.FAILED, problem));
        if (result.done() && at + 1 < now.size()) {
            now.set(at + 1, new Step(STEPS.get(at + 1), StepState.RUNNING, ""));
        }
        steps.set(List.copyOf(now));
    }

    /** Where text would go; empty if that is nowhere, or not known yet. */
    Optional<String> host() {
        return endpoint().map(Endpoint::host);
    }

    /** Whether nothing would leave this computer. */
    boolean isLocal() {
        return choice.get().preset() == ModelPreset.HELPER || endpoint().filter(Endpoint::isLocal).isPresent();
    }

    /** Whether a key would travel readable for everybody on the way. */
    boolean isClear() {
        return endpoint().filter(there -> !there.isLocal()
                && there.base().getScheme().equalsIgnoreCase("http")).isPresent();
    }

    private Optional<Endpoint> endpoint() {
        ModelChoice now = choice.get();
        Optional<URI> base = now.base();
        return base.map(there -> Endpoint.of(now.preset().wire(), there.toString(), null));
    }

    private void failed(Exception why) {
        notices.problem(texts.why(why, "chat.failed.change"));
    }

    ReadOnlyObjectProperty<ModelChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Key> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /** The names of the models there are; none while that is not known. */
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
