/** JSON as clients read and write it. */
@NullMarked
package dev.hexdesk.rest.json;

import org.jspecify.annotations.NullMarked;
