package app.larder.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * An answer while it is written: what is left of it after a crash. It never leaves its computer.
 *
 * @param messageId the id the answer will have
 * @param sessionId its conversation
 * @param content the text so far
 * @param startedAt when the answer began
 * @param details what else is known so far
 */
public record AnswerDraft(UUID messageId, UUID sessionId, String content, Instant startedAt, MessageDetails details) {}
