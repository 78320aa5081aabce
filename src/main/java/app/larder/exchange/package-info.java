/** Recipes in from elsewhere: one class a format, one report for all. */
@NullMarked
package app.larder.exchange;

import org.jspecify.annotations.NullMarked;
