package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@code UserQueries} promises. */
public abstract class UserQueriesContract extends ListingContract<User, UserSortField> {
  private static final String[] LAST_NAMES = {
    "Jones", "jones", "Jones", "Ґалаґан", "de la Cruz", "O’Neil", "O'Neil", "Ädams", "Adams", "адам"
  };

  protected UserQueriesContract() {
    super(
        UserSortField.class,
        EnumSet.of(UserSortField.USERNAME, UserSortField.LAST_NAME),
        user -> user.id().value());
  }

  @Override
  void add(int n, Instant now) {
    String letters = "" + (char) ('a' + (n * 7 + 3) % 26) + (char) ('a' + n / 26) + "user";
    UserBuilder user = aUser().named(letters).called("Ann", LAST_NAMES[n % LAST_NAMES.length]);
    User stored = given.at(now).user(user);
    if (n % 3 == 0) {
      inTransaction(
          () ->
              store
                  .users()
                  .update(stored.with(user.disabled().profile(), NOON.plusSeconds(n % 2))));
    }
  }

  @Override
  void remove(User row) {
    inTransaction(() -> store.users().delete(row.id()));
  }

  @Override
  Page<User> list(Sort<UserSortField> sort, PageSelection page) {
    return store.userQueries().list(UserFilter.all(), sort, page);
  }

  @Override
  Optional<Comparator<User>> orderBy(UserSortField field) {
    return switch (field) {
      case ID -> Optional.of(Comparator.comparingLong(user -> user.id().value()));
      case USERNAME -> Optional.of(Comparator.comparing(user -> user.profile().username().value()));
      case LAST_NAME -> Optional.empty();
      case CREATED_AT -> Optional.of(Comparator.comparing(User::createdAt));
      case UPDATED_AT -> Optional.of(Comparator.comparing(User::updatedAt));
    };
  }

  @Test
  void showsAUserAsTheyAreStored() {
    User alice =
        given.user(aUser().named("alice").withRoles(Role.MANAGER, Role.SUPPORT).loginDenied());

    assertThat(store.userQueries().find(alice.id())).contains(alice);
    assertThat(list(Sort.ascending(UserSortField.ID), PageSelection.first(9)).items())
        .containsExactly(alice);
  }

  @Test
  void showsNothingUnderAnUnknownId() {
    given.user(aUser());

    assertThat(store.userQueries().find(new UserId(987_654_321))).isEmpty();
  }

  @Test
  void sortsLastNamesByTheirLetters() {
    for (String name : List.of("Miller", "Adams", "Young", "Baker")) {
      given.user(aUser().named("user" + name).called("Ann", name));
    }

    assertThat(list(Sort.ascending(UserSortField.LAST_NAME), PageSelection.first(9)).items())
        .extracting(user -> user.profile().sortName().value())
        .containsExactly("Adams", "Baker", "Miller", "Young");
  }

  @ParameterizedTest
  @ValueSource(strings = {"élodie", "ÉLODIE", "E\u0301LODIE", "ÉＬＯＤＩＥ"})
  void filtersByTheWholeUserNameInAnySpelling(String wanted) {
    given.user(aUser().named("Élodie"));
    given.user(aUser().named("Elodie"));
    given.user(aUser().named("Élodien"));

    assertThat(found(username(wanted))).containsExactly("Élodie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alic", "alic_", "%", "", "al ice", "alice\\"})
  void aUserNameThatNobodyHasFindsNobody(String wanted) {
    given.user(aUser().named("alice"));

    assertThat(found(username(wanted))).isEmpty();
  }

  @Test
  void filtersByTheWholePhoneNumber() {
    given.user(aUser().named("alice").withPhone("+380504430000"));
    given.user(aUser().named("bob").withPhone("+3805044300001"));

    assertThat(found(phone("+380504430000"))).containsExactly("alice");
    assertThat(found(phone("+38050443000%"))).isEmpty();
    assertThat(found(phone(""))).isEmpty();
  }

  @Test
  void filtersByTheWholeAddressInAnyLetterCase() {
    given.user(aUser().named("alice").withEmail("Alice_1@x.example"));
    given.user(aUser().named("bob").withEmail("AliceX1@x.example"));
    given.user(aUser().named("ґретель").withEmail("Ґретель@x.example"));

    assertThat(found(email("aLICE_1@X.example"))).containsExactly("alice");
    assertThat(found(email("ґРЕТЕЛЬ@x.example"))).containsExactly("ґретель");
    assertThat(found(email("x.example"))).isEmpty();
    assertThat(found(email("%@x.example"))).isEmpty();
    assertThat(found(email(""))).isEmpty();
    assertThat(found(email("a".repeat(300)))).isEmpty();
  }

  @Test
  void filtersByOneOfTheRoles() {
    given.user(aUser().named("alice").withRoles(Role.ADMIN));
    given.user(aUser().named("bob").withRoles(Role.ADMIN, Role.SUPPORT));
    given.user(aUser().named("carol"));

    assertThat(found(role(Role.ADMIN))).containsExactly("alice", "bob");
    assertThat(found(role(Role.SUPPORT))).containsExactly("bob");
    assertThat(found(role(Role.MANAGER))).isEmpty();
  }

  @Test
  void filtersByFlags() {
    given.user(aUser().named("alice"));
    given.user(aUser().named("bob").disabled());
    given.user(aUser().named("carol").loginDenied());

    assertThat(found(disabled(true))).containsExactly("bob");
    assertThat(found(disabled(false))).containsExactly("alice", "carol");
    assertThat(found(loginDenied(true))).containsExactly("carol");
    assertThat(found(loginDenied(false))).containsExactly("alice", "bob");
  }

  @Test
  void allThatIsGivenMustHold() {
    given.user(aUser().named("alice").withRoles(Role.ADMIN).disabled());
    given.user(aUser().named("bob").withRoles(Role.ADMIN));
    given.user(aUser().named("carol").withRoles(Role.SUPPORT).disabled());

    UserFilter filter = Filters.user(null, null, null, Role.ADMIN, true, false, "desk.example");

    assertThat(found(filter)).containsExactly("alice");
  }

  @ParameterizedTest
  @CsvSource({
    "alice, alice",
    "lic, alice",
    "ALICE, alice",
    "zoë, alice",
    "zoe\u0308, alice",
    "ａＬＩＣＥ, alice",
    "ZOË, alice",
    "ґалаґан, alice",
    "ҐАЛА, alice",
    "0044300, alice",
    "@wonder, alice",
    "'ґал zoë', alice",
    "'  wonder   ali ', alice",
    "'alice nobody',",
    "'zoëґал',"
  })
  void findsWordsThatAllOccurSomewhere(String words, String expected) {
    given.user(
        aUser()
            .named("alice")
            .called("Zoë", "Ґалаґан")
            .withPhone("+3800044300")
            .withEmail("a@wonder.example"));
    given.user(aUser().named("other").called("Bob", "Baker"));

    assertThat(found(q(words))).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource({"%, percent", "_, underscore", "\\, backslash", "100%, percent", "'''', quote"})
  void takesWildcardsForWhatTheyAre(String words, String expected) {
    given.user(aUser().named("percent").called("Ann", "100%"));
    given.user(aUser().named("underscore").called("Ann", "a_b"));
    given.user(aUser().named("backslash").called("Ann", "a\\b"));
    given.user(aUser().named("quote").called("Ann", "O'b"));
    given.user(aUser().named("plain").called("Ann", "100 a-b"));

    assertThat(found(q(words))).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\t\n"})
  void noWordsFindEverybody(String words) {
    given.user(aUser().named("alice"));

    assertThat(found(q(words))).containsExactly("alice");
  }

  @Test
  void pagesAndCountsWhatTheFilterLetsThrough() {
    for (String name : List.of("alice", "bob", "carol", "david", "erika")) {
      UserBuilder user = aUser().named(name);
      given.user(name.equals("carol") ? user : user.disabled());
    }
    Sort<UserSortField> sort = Sort.descending(UserSortField.USERNAME);

    Page<User> first =
        store
            .userQueries()
            .list(disabled(true), sort, new PageSelection(2, Optional.empty(), true));
    Page<User> second =
        store.userQueries().list(disabled(true), sort, new PageSelection(2, first.next(), true));

    assertThat(first.items())
        .extracting(user -> user.profile().username().value())
        .containsExactly("erika", "david");
    assertThat(second.items())
        .extracting(user -> user.profile().username().value())
        .containsExactly("bob", "alice");
    assertThat(second.next()).isEmpty();
    assertThat(second.total()).isEqualTo(OptionalLong.of(4));
  }

  private List<String> found(UserFilter filter) {
    return store
        .userQueries()
        .list(filter, Sort.ascending(UserSortField.ID), PageSelection.first(100))
        .items()
        .stream()
        .map(user -> user.profile().username().value())
        .toList();
  }

  private static UserFilter username(String wanted) {
    return Filters.user(wanted, null, null, null, null, null, null);
  }

  private static UserFilter phone(String wanted) {
    return Filters.user(null, wanted, null, null, null, null, null);
  }

  private static UserFilter email(String wanted) {
    return Filters.user(null, null, wanted, null, null, null, null);
  }

  private static UserFilter role(Role wanted) {
    return Filters.user(null, null, null, wanted, null, null, null);
  }

  private static UserFilter disabled(boolean wanted) {
    return Filters.user(null, null, null, null, wanted, null, null);
  }

  private static UserFilter loginDenied(boolean wanted) {
    return Filters.user(null, null, null, null, null, wanted, null);
  }

  private static UserFilter q(String wanted) {
    return Filters.user(null, null, null, null, null, null, wanted);
  }
}
