/** Who is cooking: the person whose rows the open larder shows. */
@NullMarked
package app.larder.account;

import org.jspecify.annotations.NullMarked;
