/** What the admin port says of the server's health. */
@NullMarked
package dev.hexdesk.bootstrap.health;

import org.jspecify.annotations.NullMarked;
