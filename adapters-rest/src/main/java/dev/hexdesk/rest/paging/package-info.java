/** Pages and cursors as clients see them. */
@NullMarked
package dev.hexdesk.rest.paging;

import org.jspecify.annotations.NullMarked;
