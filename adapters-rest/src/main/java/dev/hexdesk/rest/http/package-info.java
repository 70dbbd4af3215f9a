/** What holds for every request and answer: ids, headers, paths, parameters, conditions. */
@NullMarked
package dev.hexdesk.rest.http;

import org.jspecify.annotations.NullMarked;
