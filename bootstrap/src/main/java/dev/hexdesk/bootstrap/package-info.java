/** The program: its commands, and the server among them. */
@NullMarked
package dev.hexdesk.bootstrap;

import org.jspecify.annotations.NullMarked;
