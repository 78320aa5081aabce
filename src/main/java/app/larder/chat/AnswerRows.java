package app.larder.chat;

import app.larder.chat.MessageDetails.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps one answer: as a draft now and then while it is written, and as a message when it has ended. */
final class AnswerRows {

    private static final Duration BETWEEN_DRAFTS = Duration.ofSeconds(2);

    private final Asked asked;
    private final String model;
    private final ChatRepository chats;
    private final Prompting prompting;
    private final Instant begun;
    private long lastDraft = System.nanoTime() - BETWEEN_DRAFTS.toNanos();
    private boolean over;

    AnswerRows(Asked asked, String model, ChatRepository chats, Prompting prompting) {
        this.asked = asked;
        this.model = model;
        this.chats = chats;
        this.prompting = prompting;
        this.begun = prompting.now();
    }

    /** Keeps what there is, if the last time was long enough ago. An answer does not fail because that failed. */
    synchronized void keepDraft(Writing writing) {
        if (over || System.nanoTime() - lastDraft < BETWEEN_DRAFTS.toNanos()) {
            return;
        }
        lastDraft = System.nanoTime();
        try {
            chats.keepDraft(new AnswerDraft(
                    asked.answerId(),
                    asked.session().id(),
                    writing.storableText(),
                    begun,
                    writing.details(Status.CUT_OFF, asked, model, null)));
        } catch (RuntimeException e) {
            System.getLogger(AnswerRows.class.getName()).log(System.Logger.Level.WARNING, "an answer's draft was not kept");
        }
    }

    /** Stores the answer, if there is anything to store; no draft of it is kept any more. */
    synchronized Ended end(Writing writing, Status status, @Nullable String problem, @Nullable TurnProblem told) {
        over = true;
        try {
            if (!writing.hasContent()) {
                chats.dropDraft(asked.answerId());
                return new Ended(null, told);
            }
            ChatMessage answer = new ChatMessage(
                    asked.answerId(),
                    asked.session().id(),
                    ChatMessage.Role.ASSISTANT,
                    writing.storableText(),
                    prompting.now(),
                    writing.details(status, asked, model, problem));
            return new Ended(chats.add(asked.session(), answer), told);
        } catch (RuntimeException e) {
            return new Ended(null, TurnProblem.unsaved(e));
        }
    }
}
