package dev.hexdesk.application.idempotency;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was answered, as it is answered again.
 *
 * @param status what the protocol calls the outcome
 * @param headers what stood over the body, in this order
 * @param subjects whom and what the body shows
 */
public record StoredResult(
    int status, Map<String, String> headers, Bytes body, DataSubjects subjects) {
  public StoredResult {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
