/** What every request and answer bears: ids, headers and paths. */
@NullMarked
package dev.hexdesk.rest.http;

import org.jspecify.annotations.NullMarked;
