/** On whose behalf something is done that takes long. */
@NullMarked
package dev.hexdesk.application.access;

import org.jspecify.annotations.NullMarked;
