/** How sync is shown: a few words on the rail, and the room behind them where people see and undo what it did. */
@NullMarked
package app.larder.sync.view;

import org.jspecify.annotations.NullMarked;
