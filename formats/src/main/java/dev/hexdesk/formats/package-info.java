/** Files of many rows, wherever they come from and go: CSV out, CSV and NDJSON in. */
@NullMarked
package dev.hexdesk.formats;

import org.jspecify.annotations.NullMarked;
