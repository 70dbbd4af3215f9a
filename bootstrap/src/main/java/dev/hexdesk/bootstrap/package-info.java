/** The application that wires the modules together and runs them. */
@NullMarked
package dev.hexdesk.bootstrap;

import org.jspecify.annotations.NullMarked;
