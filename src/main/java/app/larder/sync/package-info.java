/** The postman: takes what changed here to the family's server, brings what changed elsewhere, and merges the two. */
@NullMarked
package app.larder.sync;

import org.jspecify.annotations.NullMarked;
