/** The table of comments. */
@NullMarked
package dev.hexdesk.persistence.comment;

import org.jspecify.annotations.NullMarked;
