/** Measures Larder on made-up recipes of realistic size, beside SQLite on the same data in the same run. */
@NullMarked
package app.larder.bench;

import org.jspecify.annotations.NullMarked;
