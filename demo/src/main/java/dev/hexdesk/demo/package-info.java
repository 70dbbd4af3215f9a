/** Fills an empty database with invented data, to try Hexdesk out and to measure it. */
@NullMarked
package dev.hexdesk.demo;

import org.jspecify.annotations.NullMarked;
