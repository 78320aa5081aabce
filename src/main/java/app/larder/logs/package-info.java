/** What goes wrong, written down without a word of what people keep, and a short code for what nobody expected. */
@NullMarked
package app.larder.logs;

import org.jspecify.annotations.NullMarked;
