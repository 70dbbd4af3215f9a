/**
 * The business of a help desk: what its users, employees and tickets are, and the rules they obey.
 */
@NullMarked
package dev.hexdesk.domain;

import org.jspecify.annotations.NullMarked;
