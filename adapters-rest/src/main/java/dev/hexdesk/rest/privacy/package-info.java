/** What is stored of a person, and how it goes away, on the wire. */
@NullMarked
package dev.hexdesk.rest.privacy;

import org.jspecify.annotations.NullMarked;
