/** Whether there is a newer Larder: asked of one address, at most once a day, and only by those who have allowed it. */
@NullMarked
package app.larder.updates;

import org.jspecify.annotations.NullMarked;
