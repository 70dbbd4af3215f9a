package dev.hexdesk.rest.privacy;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.application.privacy.EraseEmployee;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.rest.json.FieldValidator;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step of an erasure. */
@Schema(name = "ErasureOrder", description = "A step of an erasure.")
public record ErasureRequest(
    @Schema(
            description = "What the first step gave; left out in the first step.",
            example = ErasureAnnouncement.EXAMPLE,
            pattern = "^[A-Za-z0-9_-]{43}$",
            maxLength = 43)
        @Nullable String confirmationToken,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description =
                        "What is to be erased besides what is stored of the person, such as a"
                            + " former name: the same in both steps. Where the person is erased"
                            + " already, nothing else is known.",
                    example = "[\"Olena Kovalenko\", \"olena@example.org\"]"),
            schema =
                @Schema(
                    example = "Olena Kovalenko",
                    minLength = IdentifyingText.SHORTEST,
                    maxLength = IdentifyingText.LONGEST),
            maxItems = IdentifyingText.MOST)
        @Nullable List<@Nullable String> words,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  EraseEmployee.Command toCommand(Actor actor, EmployeeId id, Precondition precondition) {
    FieldValidator fields = new FieldValidator(unknown);
    Checked<Set<IdentifyingText>> checked = words(fields);
    return fields.orRefuse(
        () ->
            new EraseEmployee.Command(
                actor, id, precondition, checked.get(), Optional.ofNullable(confirmationToken)));
  }

  private Checked<Set<IdentifyingText>> words(FieldValidator fields) {
    List<@Nullable String> given = words == null ? List.of() : words;
    if (given.size() > IdentifyingText.MOST) {
      fields.violations().add("words", "too_many", "must be at most " + IdentifyingText.MOST);
      return fields.violations().unavailable("words");
    }
    List<Checked<IdentifyingText>> checked =
        given.stream().map(word -> fields.required("words", word, IdentifyingText.rule())).toList();
    return () -> checked.stream().map(Checked::get).collect(Collectors.toSet());
  }
}
