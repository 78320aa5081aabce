/** Tests of the settings and the list of libraries. */
@NullMarked
package app.larder.settings;

import org.jspecify.annotations.NullMarked;
