/** Files of many rows over HTTP: media types, forms, and how long a transfer may take. */
@NullMarked
package dev.hexdesk.rest.transfer;

import org.jspecify.annotations.NullMarked;
