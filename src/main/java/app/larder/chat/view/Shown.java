package app.larder.chat.view;

import app.larder.chat.ChatMessage;

/**
 * A stored message as the screen shows it.
 *
 * @param unanswered whether it is a question without an answer, and none is being written
 */
record Shown(ChatMessage message, boolean unanswered) {}
