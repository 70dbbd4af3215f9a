/** Use cases around what tickets are to each other. */
@NullMarked
package dev.hexdesk.application.link;

import org.jspecify.annotations.NullMarked;
