/**
 * Inputs that nobody thought of: good ones, changed by chance, sent to the whole application. What
 * may come back is judged by rules that hold whatever the input is.
 */
@NullMarked
package dev.hexdesk.bootstrap.fuzz;

import org.jspecify.annotations.NullMarked;
