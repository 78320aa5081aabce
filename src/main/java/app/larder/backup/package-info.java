/** Backups: what is in one, where they lie, when they are made, and what restoring one would do. */
@NullMarked
package app.larder.backup;

import org.jspecify.annotations.NullMarked;
