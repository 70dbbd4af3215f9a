/** The HTTP side: JAX-RS resources, problem documents and the OpenAPI description. */
@NullMarked
package dev.hexdesk.rest;

import org.jspecify.annotations.NullMarked;
