/** The frame of the window: navigation, command palette, notices and keys. */
@NullMarked
package app.larder.shell;

import org.jspecify.annotations.NullMarked;
