/**
 * The configuration file: where it comes from, what may stand in it, and the values it becomes.
 * Every default stands in {@code config.yml.template} and nowhere else.
 */
@NullMarked
package dev.hexdesk.bootstrap.config;

import org.jspecify.annotations.NullMarked;
