/** Guilty samples for static analysis. */
package dev.hexdesk.bootstrap.guilty;
