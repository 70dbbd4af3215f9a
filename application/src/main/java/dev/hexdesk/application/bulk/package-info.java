/** Many changes of tickets at once. */
@NullMarked
package dev.hexdesk.application.bulk;

import org.jspecify.annotations.NullMarked;
