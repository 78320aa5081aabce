package app.larder.chat;

import app.larder.chat.wire.Failure;
import app.larder.chat.wire.FailureKind;
import app.larder.words.Said;
import app.larder.words.Sentence;
import java.util.EnumSet;
import java.util.Set;

/**
 * What kept an answer from its end, in words for people.
 *
 * @param sentence what to say about it
 * @param cures what may help, for buttons
 */
public record TurnProblem(Sentence sentence, Set<Cure> cures) {

    /** What may help. */
    public enum Cure {
        /** Ask again. */
        RETRY,
        /** Let the model go on where it broke off. */
        CONTINUE,
        /** Look at the settings of the model. */
        SETTINGS,
        /** Let the built-in helper answer. */
        HELPER,
        /** Agree that text goes to that host. */
        CONSENT
    }

    public TurnProblem {
        cures = Set.copyOf(cures);
    }

    static TurnProblem of(Failure failure, Answerer answerer, boolean partial) {
        Sentence sentence = sentence(failure, answerer);
        EnumSet<Cure> cures =
                switch (failure.kind()) {
                    case UNREACHABLE -> EnumSet.of(Cure.RETRY, Cure.SETTINGS, Cure.HELPER);
                    case AUTH, NO_CREDIT, MODEL_NOT_FOUND, NOT_AN_AI_SERVER -> EnumSet.of(Cure.SETTINGS, Cure.HELPER);
                    case NO_TOOLS, BAD_REQUEST, CONTEXT_TOO_LONG -> EnumSet.of(Cure.RETRY, Cure.SETTINGS);
                    case CANCELLED, FIRST_BYTE_TIMEOUT, STALLED, RATE_LIMIT, SERVER, TRUNCATED, PROTOCOL, IN_STREAM ->
                        EnumSet.of(Cure.RETRY);
                };
        if (partial && cures.contains(Cure.RETRY)) {
            cures.add(Cure.CONTINUE);
        }
        return new TurnProblem(sentence, cures);
    }

    /** The text goes nowhere before the person has agreed. */
    static TurnProblem consent(Answerer answerer) {
        return new TurnProblem(Sentence.of("chat.consent-missing", answerer.host()), EnumSet.of(Cure.CONSENT, Cure.HELPER));
    }

    /** The answer came, but could not be kept. */
    static TurnProblem unsaved(RuntimeException failure) {
        Sentence sentence = failure instanceof Said said ? said.sentence() : Sentence.of("chat.unsaved");
        return new TurnProblem(sentence, EnumSet.of(Cure.RETRY));
    }

    /** The model ended without having said anything. */
    static TurnProblem empty(Answerer answerer) {
        return new TurnProblem(Sentence.of("chat.empty", answerer.host()), EnumSet.of(Cure.RETRY));
    }

    private static Sentence sentence(Failure failure, Answerer answerer) {
        String key = "chat.problem." + failure.kind().name();
        return switch (failure.kind()) {
            case UNREACHABLE ->
                Sentence.of(answerer.local() ? "chat.not-running" : key, answerer.host());
            case MODEL_NOT_FOUND -> Sentence.of(key, answerer.model(), answerer.host());
            case SERVER, IN_STREAM, BAD_REQUEST ->
                failure.serverMessage().isEmpty()
                        ? Sentence.of(key, answerer.host())
                        : Sentence.of("chat.server-says", answerer.host(), failure.serverMessage());
            case CANCELLED, FIRST_BYTE_TIMEOUT, STALLED, AUTH, NO_CREDIT, RATE_LIMIT, CONTEXT_TOO_LONG, NO_TOOLS,
                NOT_AN_AI_SERVER, TRUNCATED, PROTOCOL -> Sentence.of(key, answerer.host());
        };
    }

    /** Whether that failure ends what is otherwise a good text. */
    static MessageDetails.Status status(FailureKind kind) {
        return switch (kind) {
            case CANCELLED -> MessageDetails.Status.STOPPED;
            case TRUNCATED, STALLED, FIRST_BYTE_TIMEOUT, UNREACHABLE -> MessageDetails.Status.CUT_OFF;
            case AUTH, NO_CREDIT, RATE_LIMIT, MODEL_NOT_FOUND, CONTEXT_TOO_LONG, NO_TOOLS, BAD_REQUEST, SERVER,
                NOT_AN_AI_SERVER, PROTOCOL, IN_STREAM -> MessageDetails.Status.ERROR;
        };
    }
}
