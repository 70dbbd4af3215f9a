/**
 * What bad input and bad intent get: cases written down as data, sent byte by byte to a whole
 * application with and without its proxy, and shown to readers on a page made of the same data.
 */
package dev.hexdesk.bootstrap.hardening;
