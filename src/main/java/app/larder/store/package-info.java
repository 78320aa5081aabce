/** The cellar: opens H2 or Postgres, migrates it, and implements the rooms' repositories on Hibernate. */
@NullMarked
package app.larder.store;

import org.jspecify.annotations.NullMarked;
