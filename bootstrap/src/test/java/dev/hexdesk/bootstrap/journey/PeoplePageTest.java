package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of people, many of whom have the same name. */
class PeoplePageTest extends Journey {
  @ParameterizedTest
  @CsvSource({
    "users, id username last_name created_at updated_at",
    "employees, id last_name created_at updated_at"
  })
  void ofPeopleOfOneNameShowEachOnceInBothDirections(String kind, String sorts) {
    String name = "Same" + ServerFixture.username();
    List<Long> people =
        Together.all(
            12,
            n ->
                as(admin)
                    .post(
                        "/" + kind,
                        (kind.equals("users")
                                ? ServerFixture.userBody()
                                : ServerFixture.employeeBody())
                            .put("last_name", name))
                    .expect(201)
                    .id());

    Pages pages = new Pages(as(admin));
    for (String sort : sorts.split(" ")) {
      List<Long> up = Pages.ids(pages.all("/" + kind + "?limit=5&q=" + name + "&sort=" + sort));
      List<Long> down = Pages.ids(pages.all("/" + kind + "?limit=5&q=" + name + "&sort=-" + sort));
      assertThat(up).as(sort).containsExactlyInAnyOrderElementsOf(people);
      assertThat(down).as("-" + sort).isEqualTo(up.reversed());
    }
  }
}
