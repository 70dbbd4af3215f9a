/** Many changes of tickets in one request. */
@NullMarked
package dev.hexdesk.rest.bulk;

import org.jspecify.annotations.NullMarked;
