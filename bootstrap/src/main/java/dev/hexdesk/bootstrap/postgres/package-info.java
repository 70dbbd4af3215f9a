/**
 * A PostgreSQL server of Hexdesk's own, for those who bring none: unpacked from the class path,
 * kept in a data folder, started and stopped with the application. Made for data that people keep,
 * so every safeguard of PostgreSQL's stays on.
 */
@NullMarked
package dev.hexdesk.bootstrap.postgres;

import org.jspecify.annotations.NullMarked;
