/** Password hashes, access tokens and the keys that sign them. */
@NullMarked
package dev.hexdesk.security;

import org.jspecify.annotations.NullMarked;
