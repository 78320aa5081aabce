/** The shapes a recipe comes in (JSON-LD, microdata, headings and lists, plain text), each read into one draft. */
@NullMarked
package app.larder.exchange.format;

import org.jspecify.annotations.NullMarked;
