/** What is stored of a person, and how it goes away. */
@NullMarked
package dev.hexdesk.persistence.privacy;

import org.jspecify.annotations.NullMarked;
