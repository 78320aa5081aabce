/** The front door: main, the JavaFX start and stop, and the one place where everything is put together. */
@NullMarked
package app.larder;

import org.jspecify.annotations.NullMarked;
