/** Transactions, pages and what else every use case shares. */
@NullMarked
package dev.hexdesk.application.shared;

import org.jspecify.annotations.NullMarked;
