/** Whether the server can do its work, for those who send it requests. */
@NullMarked
package dev.hexdesk.rest.health;

import org.jspecify.annotations.NullMarked;
