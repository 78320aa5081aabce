/** Recipes: the records, the repository they live behind, and the use-cases on them. */
@NullMarked
package app.larder.recipes;

import org.jspecify.annotations.NullMarked;
