/** What Jetty itself does before or instead of the resources. */
@NullMarked
package dev.hexdesk.bootstrap.http;

import org.jspecify.annotations.NullMarked;
