/** Who is cooking: the people on this computer, their passwords and keys, and their sign-in at the family's database. */
@NullMarked
package app.larder.account;

import org.jspecify.annotations.NullMarked;
