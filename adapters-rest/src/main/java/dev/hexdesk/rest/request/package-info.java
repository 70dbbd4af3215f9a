/** How every request is read: its path, parameters, body and conditions, each refusal a problem. */
@NullMarked
package dev.hexdesk.rest.request;

import org.jspecify.annotations.NullMarked;
