/** The screens on which people come in, go, and look after their account. */
@NullMarked
package app.larder.account.view;

import org.jspecify.annotations.NullMarked;
