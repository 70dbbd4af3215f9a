package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads whole lists, by the cursor from page to page. */
record Pages(TestClient caller) {
  List<JsonNode> all(String path) {
    return all(path, () -> {});
  }

  /** All items of a list; something may be done before each page but the first. */
  List<JsonNode> all(String path, Runnable betweenPages) {
    List<JsonNode> items = new ArrayList<>();
    ServerResponse page = caller.get(path).expect(200);
    while (true) {
      page.json().path("items").forEach(items::add);
      JsonNode next = page.json().path("next_cursor");
      if (next.isNull()) {
        assertThat(page.header("Link")).isEmpty();
        return items;
      }
      betweenPages.run();
      page = caller.get(path + "&cursor=" + next.textValue()).expect(200);
    }
  }

  static List<Long> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.path("id").longValue()).toList();
  }
}
