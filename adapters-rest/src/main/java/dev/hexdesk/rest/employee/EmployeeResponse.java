package dev.hexdesk.rest.employee;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexdesk.application.idempotency.DataSubjects;
import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.employee.PostalAddress;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.rest.idempotency.MentionsDataSubjects;
import dev.hexdesk.rest.ticket.TicketResponse;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An employee as clients read them. */
@Schema(name = "Employee", description = "A person whom the department supports.")
public record EmployeeResponse(
    @Schema(example = "12", minimum = "1") long id,
    @Schema(example = "Зоя", maxLength = PersonName.LONGEST) @Nullable String firstName,
    @Schema(example = "O’Neil", maxLength = PersonName.LONGEST) @Nullable String lastName,
    @Schema(example = "Zoë", maxLength = NickName.LONGEST) @Nullable String nickName,
    @Schema(
            description = "In E.164 form.",
            example = "+442071838750",
            maxLength = PhoneNumber.LONGEST)
        @Nullable String phone,
    @Schema(
            description = "What is dialled behind the number.",
            example = "17",
            maxLength = PhoneNumber.LONGEST_EXTENSION)
        @Nullable String phoneExtension,
    @Schema(format = "idn-email", example = "zoya@example.com", maxLength = EmailAddress.LONGEST)
        @Nullable String email,
    @Schema(example = "1990-04-23") @Nullable LocalDate birthday,
    @Schema(example = "Ukraine", maxLength = Country.LONGEST) @Nullable String country,
    @Schema(example = "Київ", maxLength = City.LONGEST) @Nullable String city,
    @Schema(example = "12 Khreshchatyk St, office 4", maxLength = PostalAddress.LONGEST)
        @Nullable String address,
    @Schema(
            description = "What another system calls them, where they were imported from there.",
            example = "HR-17",
            maxLength = ExternalId.LONGEST)
        @Nullable String externalId,
    Instant createdAt,
    Instant updatedAt,
    @Schema(description = "When all that tells who they are was erased; null for everybody else.")
        @Nullable Instant erasedAt,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description = "The newest tickets, newest first, where they were asked for."),
            maxItems = MOST_TICKETS)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable List<TicketResponse> tickets)
    implements MentionsDataSubjects {

  static final int MOST_TICKETS = 20;

  public static EmployeeResponse of(Employee employee) {
    return of(employee, null);
  }

  static EmployeeResponse of(Employee employee, @Nullable List<Ticket> tickets) {
    EmployeeProfile profile = employee.profile();
    return new EmployeeResponse(
        employee.id().value(),
        profile.firstName().map(PersonName::value).orElse(null),
        profile.lastName().map(PersonName::value).orElse(null),
        profile.nickName().map(NickName::value).orElse(null),
        profile.phone().map(PhoneNumber::number).orElse(null),
        profile.phone().flatMap(PhoneNumber::extension).orElse(null),
        profile.email().map(EmailAddress::value).orElse(null),
        profile.birthday().orElse(null),
        profile.country().map(Country::value).orElse(null),
        profile.city().map(City::value).orElse(null),
        profile.address().map(PostalAddress::value).orElse(null),
        employee.externalId().map(ExternalId::value).orElse(null),
        employee.createdAt(),
        employee.updatedAt(),
        employee.erasedAt().orElse(null),
        tickets == null ? null : tickets.stream().map(TicketResponse::of).toList());
  }

  @Override
  public DataSubjects subjects() {
    return new DataSubjects(Set.of(new EmployeeId(id)), Set.of());
  }
}
