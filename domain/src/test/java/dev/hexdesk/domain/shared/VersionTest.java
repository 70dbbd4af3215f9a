package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void startsAtOne() {
    assertThat(Version.FIRST.number()).isEqualTo(1);
    assertThat(new Version(1)).isEqualTo(Version.FIRST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Version(0))
        .withMessage("a version starts at 1, not at 0");
  }

  @Property
  void growsByOneWithEachChange(@ForAll @LongRange(min = 1, max = Long.MAX_VALUE - 1) long number) {
    assertThat(new Version(number).next()).isEqualTo(new Version(number + 1));
  }

  @Test
  void anythingHoldsWhereNothingIsDemanded() {
    assertThat(Precondition.NONE.holdsFor(Version.FIRST)).isTrue();
    assertThat(Precondition.NONE.holdsFor(new Version(7))).isTrue();
  }
}
