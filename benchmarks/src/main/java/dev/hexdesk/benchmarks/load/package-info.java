/** Requests sent at a fixed rate, and how long their answers took. */
@NullMarked
package dev.hexdesk.benchmarks.load;

import org.jspecify.annotations.NullMarked;
