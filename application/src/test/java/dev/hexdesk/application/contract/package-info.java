/** What every store of the department promises, as test suites for its adapters to inherit. */
@NullMarked
package dev.hexdesk.application.contract;

import org.jspecify.annotations.NullMarked;
