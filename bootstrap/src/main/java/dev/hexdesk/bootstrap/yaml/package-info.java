/**
 * Reads the YAML that operators write, and tells where it is wrong without repeating what it says.
 */
@NullMarked
package dev.hexdesk.bootstrap.yaml;

import org.jspecify.annotations.NullMarked;
