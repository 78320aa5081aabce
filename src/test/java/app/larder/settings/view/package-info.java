/** Tests of the settings on screen. */
@NullMarked
package app.larder.settings.view;

import org.jspecify.annotations.NullMarked;
