/** Use cases of the help desk and the ports they need. */
@NullMarked
package dev.hexdesk.application;

import org.jspecify.annotations.NullMarked;
