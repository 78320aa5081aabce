/** The Chat room on screen: conversations, messages as they are written, proposals, and the choice of a model. */
@NullMarked
package app.larder.chat.view;

import org.jspecify.annotations.NullMarked;
