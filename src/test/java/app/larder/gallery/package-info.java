/** Draws every screen in every state into target/gallery, in both themes and two window sizes. */
@NullMarked
package app.larder.gallery;

import org.jspecify.annotations.NullMarked;
