/** What a room below the window has to say to people, so that it is written once and said in their own language. */
@NullMarked
package app.larder.words;

import org.jspecify.annotations.NullMarked;
