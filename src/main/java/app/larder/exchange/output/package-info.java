/** Recipes out to other programs: one class a format, each writing what it can hold. */
@NullMarked
package app.larder.exchange.output;

import org.jspecify.annotations.NullMarked;
