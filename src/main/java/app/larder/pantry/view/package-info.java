/** The Pantry room on screen. */
@NullMarked
package app.larder.pantry.view;

import org.jspecify.annotations.NullMarked;
