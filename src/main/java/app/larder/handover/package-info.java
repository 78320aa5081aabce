/** One Larder a data folder: a second start, and commands beside an open window, are handed to the first over a socket. */
@NullMarked
package app.larder.handover;

import org.jspecify.annotations.NullMarked;
