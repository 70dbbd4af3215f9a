package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of a change. */
class ChangeTest {
  @Property
  void keepingLeavesWhatIsThere(@ForAll String present) {
    assertThat(Change.<String>keep().appliedTo(present)).isSameAs(present);
    assertThat(Change.<String>keep().isMade()).isFalse();
  }

  @Property
  void settingForgetsWhatWasThere(@ForAll String present, @ForAll String wanted) {
    assertThat(Change.to(wanted).appliedTo(present)).isSameAs(wanted);
    assertThat(Change.to(wanted).isMade()).isTrue();
  }

  @Property
  void aChangeMadeTwiceIsMadeOnce(
      @ForAll String present, @ForAll String wanted, @ForAll boolean made) {
    Change<String> change = made ? Change.to(wanted) : Change.keep();

    assertThat(change.appliedTo(change.appliedTo(present))).isEqualTo(change.appliedTo(present));
  }

  @Property
  void mappingAChangeMapsWhatItSets(@ForAll int wanted, @ForAll String present) {
    assertThat(Change.to(wanted).map(String::valueOf)).isEqualTo(Change.to(String.valueOf(wanted)));
    assertThat(Change.<Integer>keep().map(String::valueOf)).isEqualTo(Change.<String>keep());
    assertThat(Change.<Integer>keep().map(String::valueOf).appliedTo(present)).isEqualTo(present);
  }

  @Property
  void clearingIsSettingToNothing(@ForAll String present) {
    Change<Optional<String>> clearing = Change.to(Optional.empty());

    assertThat(clearing.appliedTo(Optional.of(present))).isEmpty();
    assertThat(clearing.isMade()).isTrue();
  }
}
