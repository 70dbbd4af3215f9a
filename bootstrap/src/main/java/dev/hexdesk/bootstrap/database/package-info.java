/**
 * The connection to PostgreSQL: the embedded server or the operator's own, its pool and its
 * migrations.
 */
@NullMarked
package dev.hexdesk.bootstrap.database;

import org.jspecify.annotations.NullMarked;
