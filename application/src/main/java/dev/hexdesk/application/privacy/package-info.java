/** Use cases around what is stored of a person, and how it goes away. */
@NullMarked
package dev.hexdesk.application.privacy;

import org.jspecify.annotations.NullMarked;
