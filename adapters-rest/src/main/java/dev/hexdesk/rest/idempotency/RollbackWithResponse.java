package dev.hexdesk.rest.idempotency;

import jakarta.ws.rs.core.Response;

/** Rolls a transaction back and carries the response that tells why. */
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
