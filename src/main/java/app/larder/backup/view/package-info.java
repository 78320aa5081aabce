/** The backups on screen: a card in the settings. */
@NullMarked
package app.larder.backup.view;

import org.jspecify.annotations.NullMarked;
