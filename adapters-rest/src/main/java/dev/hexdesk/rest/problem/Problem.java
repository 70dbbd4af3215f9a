package dev.hexdesk.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error as clients read it (RFC 9457, section 3), with the members that help to mend it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An error (RFC 9457).")
public record Problem(
    @Schema(
            description = "Where this kind of problem is described.",
            format = "uri-reference",
            requiredMode = Schema.RequiredMode.REQUIRED)
        String type,
    @Schema(
            description = "The kind of problem, for people.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        String title,
    @Schema(description = "The HTTP status.", requiredMode = Schema.RequiredMode.REQUIRED)
        int status,
    @Schema(description = "What is wrong with this request.") @Nullable String detail,
    @Schema(
            description = "The path that was asked for.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        String instance,
    @Schema(
            description = "The kind of problem, for programs.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        String code,
    @Schema(
            description = "Finds the request in the server's log.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        String requestId,
    @Schema(description = "The permission that is missing.") @Nullable String permission,
    @Schema(description = "The scope that is missing.") @Nullable String scope,
    @Schema(description = "The field whose value is taken.") @Nullable String field,
    @Schema(description = "The statuses that the ticket can move to.")
        @Nullable List<String> allowed,
    @Schema(description = "Every field or parameter at fault.") @Nullable List<Fault> errors) {

  /** One thing at fault: a field of the body by its pointer, or a parameter by its name. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "One field or parameter at fault.")
  public record Fault(
      @Schema(description = "The field of the body (RFC 6901).") @Nullable String pointer,
      @Schema(description = "The parameter of the path, query or header.")
          @Nullable String parameter,
      @Schema(
              description = "The kind of fault, for programs.",
              requiredMode = Schema.RequiredMode.REQUIRED)
          String code,
      @Schema(description = "What would be right.", requiredMode = Schema.RequiredMode.REQUIRED)
          String detail) {

    public static Fault ofField(String field, String code, String detail) {
      return new Fault(pointer(field), null, code, detail);
    }

    /** Points at a member of the body (RFC 6901). */
    public static String pointer(String member) {
      return "/" + member.replace("~", "~0").replace("/", "~1");
    }

    public static Fault ofParameter(String parameter, String code, String detail) {
      return new Fault(null, parameter, code, detail);
    }
  }
}
