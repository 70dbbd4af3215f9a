/** What the server counts and measures of itself, in the form that Prometheus reads. */
@NullMarked
package dev.hexdesk.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
