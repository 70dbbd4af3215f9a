/** Comments as resources. */
@NullMarked
package dev.hexdesk.rest.comment;

import org.jspecify.annotations.NullMarked;
