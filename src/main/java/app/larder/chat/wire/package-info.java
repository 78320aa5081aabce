/** Talks to language models over the wires they speak, and tells exactly once how each turn ended. */
@NullMarked
package app.larder.chat.wire;

import org.jspecify.annotations.NullMarked;
