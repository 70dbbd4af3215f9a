package dev.hexdesk.rest.employee;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.FieldsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some attributes of an employee to be changed (RFC 7396). */
@Schema(description = "The attributes to change; null clears one that is optional.")
@FieldsOf(EmployeeRequest.class)
public record EmployeePatch(
    Change<Optional<String>> firstName,
    Change<Optional<String>> lastName,
    Change<Optional<String>> nickName,
    Change<Optional<String>> phone,
    Change<Optional<String>> phoneExtension,
    Change<Optional<String>> email,
    Change<Optional<String>> birthday,
    Change<Optional<String>> country,
    Change<Optional<String>> city,
    Change<Optional<String>> address,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  EmployeeChanges changes(EmployeeRules rules, LocalDate today, ReadOnlyMembers readable) {
    FieldValidator fields = new FieldValidator(unknown, readable);
    var checkedFirstName =
        fields.nameChange(FieldValidator.FIRST_NAME, firstName, rules.firstName());
    var checkedLastName = fields.nameChange(FieldValidator.LAST_NAME, lastName, rules.lastName());
    var checkedNickName = fields.clearable("nick_name", nickName, rules.nickName());
    var checkedPhone = fields.clearable("phone", phone, rules.phone());
    var checkedExtension =
        fields.clearable("phone_extension", phoneExtension, PhoneNumber.extensionRule());
    var checkedEmail = fields.clearable("email", email, rules.email());
    var checkedBirthday =
        fields.clearable(birthday, raw -> BirthdayLimits.read(raw, fields, rules, today));
    var checkedCountry = fields.clearable("country", country, rules.country());
    var checkedCity = fields.clearable("city", city, rules.city());
    var checkedAddress = fields.clearable("address", address, rules.address());
    return fields.orRefuse(
        () ->
            new EmployeeChanges(
                checkedFirstName.get(),
                checkedLastName.get(),
                checkedNickName.get(),
                checkedPhone.get(),
                checkedExtension.get(),
                checkedEmail.get(),
                checkedBirthday.get(),
                checkedCountry.get(),
                checkedCity.get(),
                checkedAddress.get()));
  }
}
