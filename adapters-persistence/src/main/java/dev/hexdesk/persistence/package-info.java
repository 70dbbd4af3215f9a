/** The database side: repositories and queries on PostgreSQL. */
@NullMarked
package dev.hexdesk.persistence;

import org.jspecify.annotations.NullMarked;
