/** The use cases of the help desk, and the ports through which they reach the world. */
@NullMarked
package dev.hexdesk.application;

import org.jspecify.annotations.NullMarked;
