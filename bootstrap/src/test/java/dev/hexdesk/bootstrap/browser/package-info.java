/** What people see of the server in a browser. */
@NullMarked
package dev.hexdesk.bootstrap.browser;

import org.jspecify.annotations.NullMarked;
