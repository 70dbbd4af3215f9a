/** What every repository needs: transactions, paging by key, values on their way to columns. */
@NullMarked
package dev.hexdesk.persistence.support;

import org.jspecify.annotations.NullMarked;
