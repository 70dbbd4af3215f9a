package dev.hexdesk.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredResultTest {
  @Test
  void keepsTheOrderOfItsHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int n = 9; n >= 0; n--) {
      headers.put("X-" + n, "value");
    }

    StoredResult stored = new StoredResult(201, headers, Bytes.of(new byte[0]), DataSubjects.NONE);
    headers.put("X-Later", "value");

    assertThat(stored.headers().keySet())
        .containsExactly("X-9", "X-8", "X-7", "X-6", "X-5", "X-4", "X-3", "X-2", "X-1", "X-0");
  }
}
