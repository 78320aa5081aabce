/** Conversations about the own kitchen, with a model or with the built-in helper: rows first, and nothing written unasked. */
@NullMarked
package app.larder.chat;

import org.jspecify.annotations.NullMarked;
