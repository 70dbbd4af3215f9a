/** Files of many rows: CSV out, CSV and NDJSON in. */
@NullMarked
package dev.hexdesk.formats;

import org.jspecify.annotations.NullMarked;
