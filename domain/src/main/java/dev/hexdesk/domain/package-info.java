/** The business of the help desk: values, aggregates and rules that know no framework. */
@NullMarked
package dev.hexdesk.domain;

import org.jspecify.annotations.NullMarked;
