/** What a person has chosen, kept as one JSON file. */
@NullMarked
package app.larder.settings;

import org.jspecify.annotations.NullMarked;
