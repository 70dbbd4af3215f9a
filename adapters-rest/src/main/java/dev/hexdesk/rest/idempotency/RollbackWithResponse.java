package dev.hexdesk.rest.idempotency;

import jakarta.ws.rs.core.Response;

/** Ends a transaction with an answer that tells of no success, so that nothing of it is kept. */
final class RollbackWithResponse extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Response response;

  RollbackWithResponse(Response response) {
    super("answered " + response.getStatus(), null, false, false);
    this.response = response;
  }

  Response response() {
    return response;
  }
}
