/** Tests of the Pantry room. */
@NullMarked
package app.larder.pantry.view;

import org.jspecify.annotations.NullMarked;
