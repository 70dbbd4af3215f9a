/**
 * A short way for the most frequent reads, beside JAX-RS's own: the same filters and the same
 * resource methods, without looking for what they are at each request.
 */
@NullMarked
package dev.hexdesk.rest.fastpath;

import org.jspecify.annotations.NullMarked;
