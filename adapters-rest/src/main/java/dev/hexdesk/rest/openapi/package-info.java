/** The OpenAPI document and the pages that show it. */
@NullMarked
package dev.hexdesk.rest.openapi;

import org.jspecify.annotations.NullMarked;
