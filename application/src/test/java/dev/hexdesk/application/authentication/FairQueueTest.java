package dev.hexdesk.application.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTest {
  private final FairQueue<String> line = new FairQueue<>();

  @Test
  void nobodyWaitsAtFirst() {
    assertThat(line.take()).isEmpty();
    assertThat(line.takeLastOfTheLongest()).isEmpty();
    assertThat(line.size()).isZero();
  }

  @Test
  void eachNetworkHasItsTurnAndInItEachName() {
    add("greedy", "one", "1", "2", "3", "4");
    add("office", "ann", "5", "6");
    add("office", "ben", "7");
    add("home", "eve", "8");

    assertThat(all()).containsExactly("1", "5", "8", "2", "7", "3", "6", "4");
  }

  @Test
  void whoComesBackStandsAtTheEnd() {
    add("greedy", "one", "1", "2");
    add("home", "eve", "3");

    assertThat(line.take()).contains("1");
    add("greedy", "one", "4");
    add("office", "ann", "5");

    assertThat(all()).containsExactly("3", "2", "5", "4");
  }

  @Test
  void theLastOfTheLongestLineIsTheFirstToGo() {
    add("office", "ann", "1");
    add("office", "ben", "2", "3");
    add("greedy", "one", "4", "5");
    add("home", "eve", "6");

    assertThat(line.takeLastOfTheLongest()).contains("3");
    assertThat(line.takeLastOfTheLongest()).contains("5");
    assertThat(line.takeLastOfTheLongest()).contains("2");
    assertThat(line.size()).isEqualTo(3);
    assertThat(all()).containsExactly("1", "4", "6");
  }

  @Test
  void amongEqualsTheYoungestLineGoes() {
    add("home", "eve", "1");
    add("office", "ann", "2");

    assertThat(line.takeLastOfTheLongest()).contains("2");
    assertThat(line.takeLastOfTheLongest()).contains("1");
    assertThat(line.take()).isEmpty();
  }

  private void add(String network, String name, String... those) {
    for (String one : those) {
      line.add(List.of(network, name), one);
    }
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    while (line.size() > 0) {
      all.add(line.take().orElseThrow());
    }
    assertThat(line.size()).isZero();
    return all;
  }
}
