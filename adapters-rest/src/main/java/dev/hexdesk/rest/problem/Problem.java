package dev.hexdesk.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.rest.http.RequestId;
import io.swagger.v3.oas.annotations.media.ArraySchema;
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
            maxLength = LONGEST_CODE + 20)
        String type,
    @Schema(description = "The kind of problem, for people.", pattern = ASCII, maxLength = 100)
        String title,
    @Schema(description = "The HTTP status.", minimum = "400", maximum = "599") int status,
    @Schema(description = "What is wrong with this request.", maxLength = LONGEST_DETAIL)
        @Nullable String detail,
    @Schema(
            description = "The path that was asked for, as it was sent.",
            pattern = "^/[!-~]*$",
            maxLength = LONGEST_PATH)
        String instance,
    @Schema(
            description = "The kind of problem, for programs.",
            pattern = CODE,
            maxLength = LONGEST_CODE)
        String code,
    @Schema(
            description = "Finds the request in the server's log.",
            pattern = RequestId.PATTERN,
            maxLength = RequestId.LONGEST)
        String requestId,
    @Schema(
            description = "The permission that is missing.",
            pattern = PERMISSION,
            maxLength = LONGEST_CODE)
        @Nullable String permission,
    @Schema(description = "The scope that is missing.", pattern = SCOPE, maxLength = LONGEST_CODE)
        @Nullable String scope,
    @Schema(
            description = "The field whose value is taken.",
            pattern = CODE,
            maxLength = LONGEST_CODE)
        @Nullable String field,
    @ArraySchema(
            arraySchema = @Schema(description = "The statuses that the ticket can move to."),
            schema = @Schema(pattern = CODE, maxLength = LONGEST_CODE),
            maxItems = 100)
        @Nullable List<String> allowed,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description =
                        "Every field or parameter at fault; of very many, the first ones."),
            maxItems = MOST_FAULTS)
        @Nullable List<Fault> errors,
    @Schema(
            description = "How many faults a file has in all, of which 'errors' tells the first.",
            minimum = "1")
        @Nullable Long errorCount) {

  public static final int LONGEST_CODE = 64;
  public static final int LONGEST_DETAIL = 65_536;

  /** No answer tells of more faults: even a small body can have a great many. */
  public static final int MOST_FAULTS = 1000;

  public static final String CODE = "^[a-z][a-z0-9_]*$";
  public static final String PERMISSION = "^[a-z]+:[a-z_]+$";
  public static final String SCOPE = "^[a-z]+:[a-z]+$";

  private static final String ASCII = "^[ -~]+$";
  private static final int LONGEST_PATH = 8_192;

  /** JSON's reader takes no longer name; and each of its characters can need two here. */
  private static final int LONGEST_POINTER = 100_001;

  public Problem {
    if (errors != null && errors.size() > MOST_FAULTS) {
      errors = List.copyOf(errors.subList(0, MOST_FAULTS));
    }
  }

  /** One thing at fault: a field of the body by its pointer, or a parameter by its name. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "One field or parameter at fault.")
  public record Fault(
      @Schema(
              description = "The field of the body (RFC 6901).",
              format = "json-pointer",
              maxLength = LONGEST_POINTER)
          @Nullable String pointer,
      @Schema(description = "The parameter of the path, query or header.", maxLength = LONGEST_PATH)
          @Nullable String parameter,
      @Schema(description = "The line of an imported file, from 1.", minimum = "1")
          @Nullable Long line,
      @Schema(
              description = "The kind of fault, for programs.",
              pattern = CODE,
              maxLength = LONGEST_CODE)
          String code,
      @Schema(description = "What would be right.", maxLength = LONGEST_DETAIL) String detail) {

    /** A field of the body, or an element of it. */
    public static Fault of(Violation violation) {
      String pointer = pointer(violation.field());
      return new Fault(
          violation.index().isPresent()
              ? pointer + pointer(Integer.toString(violation.index().getAsInt()))
              : pointer,
          null,
          null,
          violation.code(),
          violation.detail());
    }

    public static Fault ofField(String field, String code, String detail) {
      return new Fault(pointer(field), null, null, code, detail);
    }

    /** Points at a member of the body (RFC 6901). */
    public static String pointer(String member) {
      return "/" + member.replace("~", "~0").replace("/", "~1");
    }

    /**
     * A field of a line of an imported file.
     *
     * @param field empty where the line as a whole is at fault
     */
    public static Fault ofLine(long line, String field, String code, String detail) {
      String pointer = pointer(Long.toString(line)) + (field.isEmpty() ? "" : pointer(field));
      return new Fault(pointer, null, line, code, detail);
    }

    /**
     * This fault with its field below a pointer into the body, where the object is a part of it.
     */
    public Fault below(String parent) {
      return pointer == null ? this : new Fault(parent + pointer, parameter, line, code, detail);
    }

    public static Fault ofParameter(String parameter, String code, String detail) {
      return new Fault(null, parameter, null, code, detail);
    }
  }
}
