/** What an operator can ask of the program. */
@NullMarked
package dev.hexdesk.bootstrap.command;

import org.jspecify.annotations.NullMarked;
