/** Files of many rows: CSV out, CSV and NDJSON in. */
@NullMarked
package dev.hexdesk.rest.transfer;

import org.jspecify.annotations.NullMarked;
