package dev.hexdesk.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyMemoryTest {
  private static final int MIB = 1 << 20;

  private final BodyMemory bodies = new BodyMemory(16 * MIB);

  @Test
  void aSenderHasAnEighthOfTheRoom() {
    BodyMemory.Room first = bodies.roomFor("Ann");
    BodyMemory.Room second = bodies.roomFor("Ann");

    assertThat(first.grow(MIB)).isTrue();
    assertThat(second.grow(MIB)).isTrue();
    assertThat(second.grow(1)).isFalse();
    assertThat(bodies.roomFor("Bob").grow(2 * MIB)).isTrue();
  }

  @Test
  void aSenderMayAlwaysHaveTheLargestBody() {
    BodyMemory few = new BodyMemory(MIB);

    assertThat(few.roomFor("Ann").grow(MIB)).isTrue();
    assertThat(few.roomFor("Bob").grow(1)).isFalse();
  }

  @Test
  void allTogetherHaveNoMoreThanThere() {
    for (int sender = 0; sender < 8; sender++) {
      assertThat(bodies.roomFor(sender).grow(2 * MIB)).isTrue();
    }

    assertThat(bodies.roomFor("late").grow(1)).isFalse();
    assertThat(bodies.total()).isEqualTo(16 * MIB);
  }

  @Test
  void whatIsClosedIsFreeAgainOnce() {
    BodyMemory.Room room = bodies.roomFor("Ann");
    room.grow(MIB);
    room.grow(MIB);
    assertThat(room.grow(1)).isFalse();

    room.close();
    room.close();

    assertThat(bodies.total()).isZero();
    assertThat(bodies.roomFor("Ann").grow(2 * MIB)).isTrue();
  }
}
