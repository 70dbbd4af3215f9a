package dev.hexdesk.rest.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The employee whom a ticket is for, as far as the caller may see them. */
@Schema(
    name = "RelatedEmployee",
    description = "The employee whom a ticket is for; the id alone for who may not read employees.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelatedEmployeeResponse(
    @Schema(example = "12", minimum = "1") long id,
    @Schema(example = "Зоя", maxLength = PersonName.LONGEST) @Nullable String firstName,
    @Schema(example = "O’Neil", maxLength = PersonName.LONGEST) @Nullable String lastName,
    @Schema(example = "Zoë", maxLength = NickName.LONGEST) @Nullable String nickName,
    @Schema(example = "+442071838750", maxLength = PhoneNumber.LONGEST) @Nullable String phone,
    @Schema(example = "17", maxLength = PhoneNumber.LONGEST_EXTENSION)
        @Nullable String phoneExtension,
    @Schema(format = "idn-email", example = "zoya@example.com", maxLength = EmailAddress.LONGEST)
        @Nullable String email,
    @Schema(example = "Ukraine", maxLength = Country.LONGEST) @Nullable String country,
    @Schema(example = "Київ", maxLength = City.LONGEST) @Nullable String city) {

  static RelatedEmployeeResponse of(Employee employee) {
    EmployeeProfile profile = employee.profile();
    return new RelatedEmployeeResponse(
        employee.id().value(),
        profile.firstName().map(PersonName::value).orElse(null),
        profile.lastName().map(PersonName::value).orElse(null),
        profile.nickName().map(NickName::value).orElse(null),
        profile.phone().map(PhoneNumber::number).orElse(null),
        profile.phone().flatMap(PhoneNumber::extension).orElse(null),
        profile.email().map(EmailAddress::value).orElse(null),
        profile.country().map(Country::value).orElse(null),
        profile.city().map(City::value).orElse(null));
  }

  /** What is seen by who may not read employees. */
  static RelatedEmployeeResponse of(long id) {
    return new RelatedEmployeeResponse(id, null, null, null, null, null, null, null, null);
  }
}
