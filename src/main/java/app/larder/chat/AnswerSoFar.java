package app.larder.chat;

import java.time.Duration;
import java.util.List;

/**
 * An answer that is being written, as it is at one moment.
 *
 * @param text its text so far
 * @param thinking what the model has thought aloud so far
 * @param steps what was looked up so far
 * @param proposals what was put on the table so far
 * @param phase what is going on
 * @param waited how long nothing has come, while {@code phase} is {@link Phase#WAITING}
 * @param passedOver how many of the conversation's older messages were not sent, because the model reads no more
 */
public record AnswerSoFar(
        String text,
        String thinking,
        List<ToolStep> steps,
        List<Proposal> proposals,
        Phase phase,
        Duration waited,
        int passedOver) {

    /** What is going on. */
    public enum Phase {
        /** The model has not said anything yet: it is loading or reading. */
        WAITING,
        /** It thinks aloud. */
        THINKING,
        /** Text comes. */
        WRITING,
        /** It asks for something, or that is being looked up. */
        LOOKING_UP,
        /** The server was busy, and is asked again in a moment. */
        PAUSING,
        /** It is over. */
        ENDED
    }

    public AnswerSoFar {
        steps = List.copyOf(steps);
        proposals = List.copyOf(proposals);
    }
}
