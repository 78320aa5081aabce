/** The use-cases on the command line: one class a subcommand, JSON lines out, exit codes a script can trust. */
@NullMarked
package app.larder.cli;

import org.jspecify.annotations.NullMarked;
