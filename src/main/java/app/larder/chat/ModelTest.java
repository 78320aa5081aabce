package app.larder.chat;

import app.larder.chat.wire.ChatEvent;
import app.larder.chat.wire.Endpoint;
import app.larder.chat.wire.Failure;
import app.larder.chat.wire.FailureKind;
import app.larder.chat.wire.HttpBackend;
import app.larder.chat.wire.ModelList;
import app.larder.chat.wire.RunningTurn;
import app.larder.chat.wire.TurnMessage;
import app.larder.chat.wire.TurnRequest;
import app.larder.settings.ChatSettings;
import app.larder.words.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries a model step by step, so that a failure says which step it was. Blocks; made for a thread in the background. */
public final class ModelTest {

    /** What is tried, in this order. */
    public enum Step {
        /** The address makes sense. */
        ADDRESS,
        /** Something answers there that is a server of models. */
        REACH,
        /** It lets us in. */
        KEY,
        /** It has the model. */
        MODEL,
        /** The model answers with some text. */
        ANSWER
    }

    /**
     * What came of one step.
     *
     * @param step the step
     * @param problem what went wrong; null if it went well
     */
    public record Outcome(Step step, @Nullable Sentence problem) {

        public boolean isGood() {
            return problem == null;
        }
    }

    private static final int FEW_TOKENS = 5;

    private final ChatModels models;

    /** Tries what those models' settings lead to. */
    public ModelTest(ChatModels models) {
        this.models = models;
    }

    /**
     * Tries one step after the other and stops at the first that fails.
     *
     * @param key as typed; null to use the one that is kept
     * @param told hears of each step as it is over
     * @return the models the server offers, also where a later step failed; for the person to choose from
     */
    public List<String> run(ChatSettings chosen, @Nullable String key, Consumer<Outcome> told) {
        Optional<Endpoint> found = models.endpoint(chosen, key);
        if (found.isEmpty()) {
            told.accept(new Outcome(Step.ADDRESS, Sentence.of("chat.test.no-address")));
            return List.of();
        }
        Endpoint endpoint = found.get();
        told.accept(new Outcome(Step.ADDRESS, null));
        ModelList list = ModelList.of(endpoint);
        Failure failure = list.failure();
        Answerer answerer = new Answerer(
                new HttpBackend(endpoint), chosen.model(), endpoint.host(), endpoint.isLocal(), true,
                new Answerer.Sharing(false, false, 4_096, false));
        boolean keyRefused = failure != null && failure.kind() == FailureKind.AUTH;
        if (failure != null && !keyRefused) {
            told.accept(new Outcome(Step.REACH, TurnProblem.of(failure, answerer, false).sentence()));
            return List.of();
        }
        told.accept(new Outcome(Step.REACH, null));
        if (failure != null) {
            told.accept(new Outcome(Step.KEY, TurnProblem.of(failure, answerer, false).sentence()));
            return List.of();
        }
        told.accept(new Outcome(Step.KEY, null));
        if (chosen.model().isBlank()) {
            told.accept(new Outcome(Step.MODEL, Sentence.of("chat.test.no-model")));
            return list.names();
        }
        if (!list.names().isEmpty() && list.names().stream().noneMatch(name -> isSame(name, chosen.model()))) {
            told.accept(new Outcome(Step.MODEL, Sentence.of("chat.test.unknown-model", chosen.model())));
            return list.names();
        }
        told.accept(new Outcome(Step.MODEL, null));
        told.accept(new Outcome(Step.ANSWER, answer(answerer)));
        return list.names();
    }

    /** Ollama lists "llama3.2:latest" for "llama3.2". */
    private static boolean isSame(String listed, String chosen) {
        return listed.equals(chosen) || listed.equals(chosen + ":latest");
    }

    private static @Nullable Sentence answer(Answerer answerer) {
        TurnRequest request = TurnRequest.of(answerer.model(), "", List.of(new TurnMessage.User("Say hello.")))
                .withMaxTokens(FEW_TOKENS);
        CompletableFuture<ChatEvent.Terminal> end = new CompletableFuture<>();
        RunningTurn _ = answerer.backend().start(request, event -> {
            if (event instanceof ChatEvent.Terminal terminal) {
                end.complete(terminal);
            }
        });
        return switch (end.join()) {
            case ChatEvent.Finished _ -> null;
            case ChatEvent.Failed failed -> TurnProblem.of(failed.failure(), answerer, false).sentence();
        };
    }
}
