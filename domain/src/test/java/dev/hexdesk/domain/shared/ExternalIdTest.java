package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"PX-1", " PX-1", "PX-1\t", "PX-1\u00a0", "\u200ePX-1\u200b", "\ufeffPX-1"})
  void isTheSameWhateverIsAroundIt(String raw) {
    assertThat(new ExternalId(raw)).isEqualTo(new ExternalId("PX-1")).hasToString("PX-1");
    assertThat(ExternalId.rule().faultOf("external_id", raw)).isEmpty();
    assertThat(ExternalId.rule().read(raw)).isEqualTo(new ExternalId("PX-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"px-1", "PX-01", "PX -1", "0PX-1"})
  void isAnotherInAnyOtherSpelling(String raw) {
    assertThat(new ExternalId(raw)).isNotEqualTo(new ExternalId("PX-1")).hasToString(raw);
  }
}
