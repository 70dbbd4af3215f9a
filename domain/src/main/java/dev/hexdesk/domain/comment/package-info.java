/** What is said about a ticket. */
@NullMarked
package dev.hexdesk.domain.comment;

import org.jspecify.annotations.NullMarked;
