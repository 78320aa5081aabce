package app.larder.chat;

import app.larder.chat.AnswerSoFar.Phase;
import app.larder.chat.wire.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects an answer. Thread-safe. */
final class Writing {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private final List<ToolStep> steps = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final long start = System.nanoTime();
    private Phase phase = Phase.WAITING;
    private Duration waited = Duration.ZERO;
    private int passedOver;
    private boolean newRound;
    private boolean partlyRead;
    private @Nullable Long firstText;
    private @Nullable Integer promptTokens;
    private @Nullable Integer answerTokens;

    Writing(String begun) {
        text.append(begun);
    }

    synchronized void text(String more) {
        if (newRound && !text.isEmpty() && !more.isBlank()) {
            text.append("\n\n");
        }
        newRound = newRound && more.isBlank();
        text.append(more);
        phase = Phase.WRITING;
        firstText = firstText == null ? Long.valueOf(millis()) : firstText;
    }

    synchronized void thinking(String more) {
        thinking.append(more);
        phase = Phase.THINKING;
    }

    synchronized void waited(Duration time) {
        waited = time;
    }

    synchronized void phase(Phase now) {
        phase = now;
    }

    synchronized void passedOver(int messages) {
        passedOver = messages;
    }

    /** The model has read only part of what it was sent. */
    synchronized void partlyRead() {
        partlyRead = true;
    }

    /** A round is over; text of the next begins a paragraph of its own. */
    synchronized void roundOver(Usage usage) {
        newRound = true;
        promptTokens = usage.promptTokens() == null ? promptTokens : usage.promptTokens();
        if (usage.answerTokens() != null) {
            answerTokens = (answerTokens == null ? 0 : answerTokens) + usage.answerTokens();
        }
    }

    synchronized void step(ToolStep step, @Nullable Proposal proposal) {
        steps.add(step);
        if (proposal != null) {
            proposals.add(proposal);
        }
        phase = Phase.LOOKING_UP;
    }

    /** Whether there is anything worth keeping. */
    synchronized boolean hasContent() {
        return !text.toString().isBlank() || !proposals.isEmpty();
    }

    /** Whether nothing at all has come yet, so that the same can be asked once more. */
    synchronized boolean isUntouched(String begun) {
        return text.length() == begun.length() && thinking.isEmpty() && steps.isEmpty();
    }

    synchronized String storableText() {
        return Quoted.storable(text.toString());
    }

    synchronized AnswerSoFar soFar() {
        return new AnswerSoFar(text.toString(), thinking.toString(), steps, proposals, phase, waited, passedOver);
    }

    /** All but the text, as it is now. */
    synchronized MessageDetails details(
            MessageDetails.Status status, Asked asked, String model, @Nullable String problem) {
        Timings timings = new Timings(firstText, millis(), promptTokens, answerTokens);
        String noted = problem == null && partlyRead ? MessageDetails.PARTLY_READ : problem;
        return new MessageDetails(status, model, asked.replaces(), timings, steps, proposals, noted);
    }

    private long millis() {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
