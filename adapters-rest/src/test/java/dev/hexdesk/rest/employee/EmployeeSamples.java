package dev.hexdesk.rest.employee;

import static dev.hexdesk.domain.Fixtures.aWellKnownEmployee;

import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.rest.testing.Body;

/** An employee as these tests send and expect them. */
public final class EmployeeSamples {
  public static final Body NEW_EMPLOYEE =
      Body.of(
          """
          {"first_name": "Зоя", "last_name": "O’Neil", "nick_name": "Zoë",
           "phone": "+442071838750", "email": "zoya@example.com", "birthday": "1990-04-23",
           "country": "Ukraine", "city": "Київ", "address": "12 Khreshchatyk St, office 4"}
          """);

  public static final Employee ZOYA = aWellKnownEmployee().withVersion(3).build();

  /** {@link #ZOYA} as clients read her. */
  public static final String ZOYA_READ =
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
