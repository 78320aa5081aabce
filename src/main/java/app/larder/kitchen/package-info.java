/** The language of food as pure functions: amounts, units, ingredient lines, names and times in text. */
@NullMarked
package app.larder.kitchen;

import org.jspecify.annotations.NullMarked;
