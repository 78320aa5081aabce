/** Answers everyday kitchen questions from the person's own data, without a model and without pretending to be one. */
@NullMarked
package app.larder.chat.helper;

import org.jspecify.annotations.NullMarked;
