package app.larder.chat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Larder keeps of a message beyond the mission's columns; lives in {@code larder.message_details}.
 *
 * @param status how its text came to an end
 * @param model who answered: the model's name, {@link #HELPER} for the built-in helper; null if unknown, and for questions
 * @param replaces the message this one stands in for; everything from that one on is not shown any more. Null for none
 * @param timings how long it took
 * @param steps what was looked up for it, in order
 * @param proposals what it put on the table, in order
 * @param problem why the text ended early, as {@link app.larder.chat.wire.FailureKind#name}, or {@link #PARTLY_READ};
 *     null if there is nothing to say about it
 */
public record MessageDetails(
        Status status,
        @Nullable String model,
        @Nullable UUID replaces,
        Timings timings,
        List<ToolStep> steps,
        List<Proposal> proposals,
        @Nullable String problem) {

    /** The {@link #model} of what the built-in helper says. */
    public static final String HELPER = "larder";

    /** The {@link #problem} of an answer whose model has read only part of what it was sent. */
    public static final String PARTLY_READ = "PARTLY_READ";

    /** How the text of a message came to an end; the names of the table's values, in small letters. */
    public enum Status {
        COMPLETE,
        /** The person pressed Stop. */
        STOPPED,
        /** The connection or the program broke off. */
        CUT_OFF,
        /** The model's limit was reached. */
        LENGTH,
        /** The server reported a failure in the middle. */
        ERROR
    }

    /** A message of another program, or a plain question. */
    public static final MessageDetails PLAIN =
            new MessageDetails(Status.COMPLETE, null, null, Timings.NONE, List.of(), List.of(), null);

    public MessageDetails {
        steps = List.copyOf(steps);
        proposals = List.copyOf(proposals);
    }

    public MessageDetails withReplaces(@Nullable UUID newReplaces) {
        return new MessageDetails(status, model, newReplaces, timings, steps, proposals, problem);
    }

    public MessageDetails withProposals(List<Proposal> newProposals) {
        return new MessageDetails(status, model, replaces, timings, steps, newProposals, problem);
    }

    public MessageDetails withStatus(Status newStatus) {
        return new MessageDetails(newStatus, model, replaces, timings, steps, proposals, problem);
    }
}
