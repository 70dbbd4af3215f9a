package dev.hexdesk.rest.transfer;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Ends the connection that a request came by. Once a file has begun, this alone tells its reader
 * that it is not whole: an answer that ends properly would pass for a shorter file (RFC 9112,
 * section 8).
 */
@FunctionalInterface
public interface ConnectionCutter {
  /** May be called by any thread; whoever reads or writes there fails. */
  void cut(HttpServletRequest request);
}
