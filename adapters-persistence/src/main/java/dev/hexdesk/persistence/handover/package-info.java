/**
 * What deleted users leave behind: from the commit of the deletion on it is read as handed over,
 * and follows in the tables bit by bit.
 */
@NullMarked
package dev.hexdesk.persistence.handover;

import org.jspecify.annotations.NullMarked;
