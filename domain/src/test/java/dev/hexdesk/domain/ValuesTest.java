package dev.hexdesk.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.employee.PostalAddress;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What all values have in common: nothing invalid is inside. */
class ValuesTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        text(Username::new, Username.LONGEST, "a user name"),
        text(PersonName::new, PersonName.LONGEST, "a name"),
        text(PhoneNumber::new, PhoneNumber.LONGEST, "a phone number"),
        text(EmailAddress::new, EmailAddress.LONGEST, "an e-mail address"),
        text(ExternalId::new, ExternalId.LONGEST, "an external id"),
        text(NickName::new, NickName.LONGEST, "a nick name"),
        text(Country::new, Country.LONGEST, "a country"),
        text(City::new, City.LONGEST, "a city"),
        text(PostalAddress::new, PostalAddress.LONGEST, "an address"),
        text(Title::new, Title.LONGEST, "a title"),
        text(Description::new, Description.LONGEST, "a description"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textsHoldAllThatCanBeStored(Function<String, Object> make, int longest, String what) {
    for (String text : new String[] {"x", "Ґ’é 😀", "𠀀".repeat(longest), "x".repeat(longest)}) {
      assertThat(make.apply(text)).hasFieldOrPropertyWithValue("value", text);
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textsAreNeitherBlankNorTooLong(Function<String, Object> make, int longest, String what) {
    for (String text : new String[] {"", " \t\n", "\u00a0", "\u200b"}) {
      refuses(() -> make.apply(text), what + " must not be blank");
    }
    for (String text : new String[] {"x".repeat(longest + 1), "𠀀".repeat(longest + 1)}) {
      refuses(() -> make.apply(text), what + " is longer than " + longest + " characters");
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textsCanBeStored(Function<String, Object> make, int longest, String what) {
    for (String text : new String[] {"a\0b", "a\uD83Db", "\uDE00"}) {
      refuses(() -> make.apply(text), what + " is no text that can be stored");
    }
  }

  static Stream<LongFunction<Object>> ids() {
    return Stream.of(UserId::new, EmployeeId::new, TicketId::new);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void idsArePositive(LongFunction<Object> make) {
    assertThat(make.apply(1)).isEqualTo(make.apply(1)).isNotEqualTo(make.apply(2));
    assertThat(make.apply(Long.MAX_VALUE).toString()).contains("9223372036854775807");
    refuses(() -> make.apply(0), "ids are positive, not 0");
    refuses(() -> make.apply(-1), "ids are positive, not -1");
  }

  @Test
  void secretsNeverShowThemselves() {
    assertThat(new Password("Secret1!")).hasToString("Password[hidden]");
    assertThat(new PasswordHash("$argon2id$x")).hasToString("PasswordHash[hidden]");
  }

  @Test
  void anEmptyHashIsNone() {
    refuses(() -> new PasswordHash(" "), "a password hash must not be blank");
  }

  private static Arguments text(Function<String, Object> make, int longest, String what) {
    return Arguments.of(make, longest, what);
  }

  private static void refuses(ThrowingCallable make, String message) {
    assertThatIllegalArgumentException().isThrownBy(make).withMessage(message);
  }
}
