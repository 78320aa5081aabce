/** Tests of the hallway that need no screen. */
@NullMarked
package app.larder.fx;

import org.jspecify.annotations.NullMarked;
