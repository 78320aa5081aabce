/** The Recipes room on screen: list, recipe, editor, import preview and cook mode. */
@NullMarked
package app.larder.recipes.view;

import org.jspecify.annotations.NullMarked;
