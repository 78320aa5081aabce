/** Where the text of a recipe comes from: files, folders, links; read within limits and decoded. */
@NullMarked
package app.larder.exchange.input;

import org.jspecify.annotations.NullMarked;
