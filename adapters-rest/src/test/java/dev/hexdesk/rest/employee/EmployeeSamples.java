package dev.hexdesk.rest.employee;

import static dev.hexdesk.domain.Fixtures.anEmployee;

import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.rest.testing.Body;
import java.time.LocalDate;

/** An employee as these tests send and expect them. */
final class EmployeeSamples {
  static final Body NEW_EMPLOYEE =
      Body.of(
          """
          {"first_name": "Зоя", "last_name": "O’Neil", "nick_name": "Zoë",
           "phone": "+442071838750", "email": "zoya@example.com", "birthday": "1990-04-23",
           "country": "Ukraine", "city": "Київ", "address": "12 Khreshchatyk St, office 4"}
          """);

  static final Employee ZOYA =
      anEmployee()
          .withId(12)
          .called("Зоя", "O’Neil")
          .knownAs("Zoë")
          .withPhone("+442071838750")
          .withEmail("zoya@example.com")
          .bornOn(LocalDate.of(1990, 4, 23))
          .in("Ukraine", "Київ")
          .at("12 Khreshchatyk St, office 4")
          .withExternalId("HR-17")
          .withVersion(3)
          .build();

  /** {@link #ZOYA} as clients read her. */
  static final String ZOYA_READ =
      """
      {"id": 12, "first_name": "Зоя", "last_name": "O’Neil", "nick_name": "Zoë",
       "phone": "+442071838750", "phone_extension": null, "email": "zoya@example.com", "birthday": "1990-04-23",
       "country": "Ukraine", "city": "Київ", "address": "12 Khreshchatyk St, office 4",
       "external_id": "HR-17",
       "created_at": "2026-11-23T12:00:00.000Z", "updated_at": "2026-11-23T12:00:00.000Z",
       "erased_at": null}
      """;

  private EmployeeSamples() {}
}
