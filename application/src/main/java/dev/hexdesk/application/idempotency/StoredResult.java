package dev.hexdesk.application.idempotency;

import java.util.Map;

/**
 * What was answered, as it is answered again.
 *
 * @param status what the protocol calls the outcome
 * @param headers what stood over the body
 * @param subjects whom and what the body shows
 */
public record StoredResult(
    int status, Map<String, String> headers, Bytes body, DataSubjects subjects) {
  public StoredResult {
    headers = Map.copyOf(headers);
  }
}
