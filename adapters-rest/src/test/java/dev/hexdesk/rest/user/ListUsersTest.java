package dev.hexdesk.rest.user;

import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.user.UserSamples.OLENA;
import static dev.hexdesk.rest.user.UserSamples.OLENA_READ;

import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.user.ListUsers;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.ListContract;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListUsersTest extends ListContract<ListUsers.Query, User> {
  private final UserPorts ports = new UserPorts();

  ListUsersTest() {
    super(
        OLENA,
        new Sample<>(
            OLENA_READ,
            new ListUsers.Query(
                actorOf(MANAGER),
                UserFilter.all(),
                Sort.ascending(UserSortField.ID),
                PageSelection.first(50)),
            Permission.USER_READ));
    ports.list = useCase::run;
  }

  @Override
  protected TestResponse list(String query) {
    return ports.api().get("/api/v1/users" + query).as(MANAGER).send();
  }

  @Test
  void narrowsTheListByEveryFilter() {
    list(
        "?username=Olena&phone=%2B380504430000&email=olena@example.com&role=manager&disabled=true"
            + "&login_denied=false&q=%D0%9E%D0%BB%D0%B5%D0%BD%D0%B0+%25&sort=-last_name&limit=7");

    Assertions.assertThat(useCase.asked())
        .containsExactly(
            new ListUsers.Query(
                actorOf(MANAGER),
                new UserFilter(
                    Optional.of("Olena"),
                    Optional.of("+380504430000"),
                    Optional.of("olena@example.com"),
                    Optional.of(Role.MANAGER),
                    Optional.of(true),
                    Optional.of(false),
                    Optional.of("Олена %")),
                Sort.descending(UserSortField.LAST_NAME),
                PageSelection.first(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "id, ID, false",
    "-id, ID, true",
    "username, USERNAME, false",
    "-username, USERNAME, true",
    "last_name, LAST_NAME, false",
    "created_at, CREATED_AT, false",
    "-updated_at, UPDATED_AT, true"
  })
  void sortsByTheDocumentedFields(String sort, UserSortField field, boolean descending) {
    list("?sort=" + sort);

    Assertions.assertThat(useCase.asked().getFirst().sort())
        .isEqualTo(new Sort<>(field, descending));
  }

  @ParameterizedTest
  @CsvSource({
    "role=boss, role unknown_value",
    "role=, role unknown_value",
    "role=ADMIN, role unknown_value",
    "disabled=yes, disabled type",
    "disabled=, disabled type",
    "disabled=TRUE, disabled type",
    "login_denied=1, login_denied type",
    "sort=email, sort unknown_value",
    "sort=, sort unknown_value",
    "sort=--id, sort unknown_value",
    "sort=%2Bid, sort unknown_value",
    "sort=ID, sort unknown_value",
    "q=a%00b, q encoding",
    "phone=+380504430000, phone format",
    "phone=380504430000, phone format",
    "phone=, phone format",
    "email=ann+desk@example.org, email format",
    "email=ann, email format",
    "username=j+smith, username format",
    "username=, username format",
    "email=zoe.o%E2%80%99neil@example.org, email format",
    "username=*, username format",
    "username=o'neil, username format",
    "'username=olena,admin', username format",
  })
  void refusesWhatItCannotRead(String query, String fault) {
    assertThat(list("?" + query)).isProblem(ProblemType.MALFORMED_REQUEST).hasFaults(fault);
    Assertions.assertThat(useCase.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "olena@example.com%20",
        "%C2%A0olena@example.com",
        "%E2%80%8Eolena@example.com",
        "mailto:olena@example.com",
        "%3Colena@example.com%3E"
      })
  void findsAnAddressWhateverIsAroundIt(String written) {
    list("?email=" + written);

    Assertions.assertThat(useCase.asked().getFirst().filter().email())
        .contains("olena@example.com");
  }

  @Test
  void tellsOfAPlusSignOnlyWhereThereMayHaveBeenOne() {
    Assertions.assertThat(list("?email=ann+desk@example.org").text()).contains("write + as %2B");
    Assertions.assertThat(list("?email=ann").text()).doesNotContain("%2B");
  }

  @Test
  void looksForTextOfAnyReasonableLength() {
    takesAtMost(500, n -> "?q=" + "x".repeat(n), "q too_long");
  }

  @Test
  void countsTheCharactersOfATextAsPeopleDo() {
    takesAtMost(500, n -> "?q=" + "%F0%9F%98%8D".repeat(n), "q too_long");
  }
}
