package dev.hexdesk.rest.employee;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.CheckedBy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of an employee that can be written. */
@Schema(name = "EmployeeInput", description = "All of an employee that can be written.")
@CheckedBy(EmployeeRules.class)
public record EmployeeRequest(
    @Schema(
            description = "May be left out where there is a last name.",
            example = "Зоя",
            nullable = true)
        @Nullable String firstName,
    @Schema(
            description = "May be left out where there is a first name.",
            example = "O’Neil",
            nullable = true)
        @Nullable String lastName,
    @Schema(example = "Zoë", nullable = true) @Nullable String nickName,
    @Schema(
            description = "Other usual spellings are brought to E.164.",
            example = "+442071838750",
            nullable = true)
        @Nullable String phone,
    @Schema(
            description = "What is dialled behind the number; may stand in it as `;ext=17`, too.",
            example = "17",
            pattern = "^" + PhoneNumber.EXTENSION + "$",
            maxLength = PhoneNumber.LONGEST_EXTENSION,
            nullable = true)
        @Nullable String phoneExtension,
    @Schema(format = "idn-email", example = "zoya@example.com", nullable = true)
        @Nullable String email,
    @Schema(
            format = "date",
            example = "1990-04-23",
            pattern = BirthdayLimits.PATTERN,
            nullable = true)
        @Nullable String birthday,
    @Schema(example = "Ukraine", nullable = true) @Nullable String country,
    @Schema(example = "Київ", nullable = true) @Nullable String city,
    @Schema(example = "12 Khreshchatyk St, office 4", nullable = true) @Nullable String address,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  EmployeeProfile profile(EmployeeRules rules, LocalDate today) {
    return profile(rules, today, ReadOnlyMembers.ofNew(EmployeeResponse.class));
  }

  EmployeeProfile profile(EmployeeRules rules, LocalDate today, ReadOnlyMembers readable) {
    FieldValidator fields = new FieldValidator(unknown, readable);
    var checkedFirstName = fields.name(FieldValidator.FIRST_NAME, firstName, rules.firstName());
    var checkedLastName = fields.name(FieldValidator.LAST_NAME, lastName, rules.lastName());
    fields.requireName(firstName, lastName);
    var checkedNickName = fields.optional("nick_name", nickName, rules.nickName());
    var checkedPhone = fields.phone(phone, phoneExtension, rules.phone());
    var checkedEmail = fields.optional("email", email, rules.email());
    var checkedBirthday =
        fields.maybe(birthday, raw -> BirthdayLimits.read(raw, fields, rules, today));
    var checkedCountry = fields.optional("country", country, rules.country());
    var checkedCity = fields.optional("city", city, rules.city());
    var checkedAddress = fields.optional("address", address, rules.address());
    return fields.orRefuse(
        () ->
            new EmployeeProfile(
                checkedFirstName.get(),
                checkedLastName.get(),
                checkedNickName.get(),
                checkedPhone.get(),
                checkedEmail.get(),
                checkedBirthday.get(),
                checkedCountry.get(),
                checkedCity.get(),
                checkedAddress.get()));
  }
}
