/**
 * Many rows at once: exports that are read as they are written, imports that are kept whole or not
 * at all.
 */
@NullMarked
package dev.hexdesk.application.transfer;

import org.jspecify.annotations.NullMarked;
