/** The hallway every view walks through: screens, background work, dialogs, theme and texts. */
@NullMarked
package app.larder.fx;

import org.jspecify.annotations.NullMarked;
