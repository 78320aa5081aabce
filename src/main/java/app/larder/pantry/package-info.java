/** What is at home: the records, the repository they live behind, and the use-cases on them. */
@NullMarked
package app.larder.pantry;

import org.jspecify.annotations.NullMarked;
