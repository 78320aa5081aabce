/** What can be cooked now and what should be used soon: recipes against the pantry, line by line, explained. */
@NullMarked
package app.larder.cook;

import org.jspecify.annotations.NullMarked;
