package dev.hexdesk.rest.openapi;

import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.rest.paging.PageLimits;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the limits that the operator chose into the schemas of what clients send. */
public record FieldRules(
    UserRules user,
    EmployeeRules employee,
    TicketRules ticket,
    CommentRules comment,
    PageLimits pages) {

  /** Control characters and Unicode's own separators, in ranges that every reader knows. */
  private static final String CONTROLS = "\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029";

  /** Control characters but those that lay text out. */
  private static final String CONTROLS_BUT_LAYOUT = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f";

  /** What nobody can see: spaces, controls and marks without width. */
  public static final String INVISIBLE =
      "\\p{Z}\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e"
          + "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb";

  void applyTo(OpenAPI document) {
    constrainFields(document.getComponents().getSchemas());
    document.getComponents().getSchemas().entrySet().stream()
        .filter(schema -> schema.getKey().endsWith("Page"))
        .forEach(page -> property(page.getValue(), "items").setMaxItems(pages.largest()));
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .flatMap(
            operation ->
                Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())
                    .stream())
        .filter(parameter -> parameter.getName().equals("limit"))
        .forEach(limit -> constrainLimit(limit.getSchema()));
  }

  private void constrainLimit(Schema<?> limit) {
    limit.setMaximum(BigDecimal.valueOf(pages.largest()));
    limit.setDefault(pages.standard());
  }

  @SuppressWarnings("rawtypes")
  private void constrainFields(Map<String, Schema> schemas) {
    Map<String, TextRule<?>> ofUser =
        Map.of(
            "username", user.username(),
            "first_name", user.firstName(),
            "last_name", user.lastName(),
            "phone", user.phone(),
            "email", user.email());
    Map<String, TextRule<?>> ofEmployee =
        Map.of(
            "first_name", employee.firstName(),
            "last_name", employee.lastName(),
            "nick_name", employee.nickName(),
            "phone", employee.phone(),
            "email", employee.email(),
            "country", employee.country(),
            "city", employee.city(),
            "address", employee.address());
    Map<String, TextRule<?>> ofTicket =
        Map.of("title", ticket.title(), "description", ticket.description());
    List.of("NewUser", "UserReplacement", "UserPatch")
        .forEach(name -> constrain(schemas.get(name), ofUser));
    List.of("NewEmployee", "EmployeePatch")
        .forEach(name -> constrain(schemas.get(name), ofEmployee));
    for (String name : List.of("NewTicket", "TicketPatch")) {
      constrain(schemas.get(name), ofTicket);
      constrain(property(schemas.get(name), "tags").getItems(), ticket.tag());
    }
    property(schemas.get("TicketPatch"), "tags").addType("null");
    constrain(property(schemas.get("ErasureOrder"), "words").getItems(), IdentifyingText.rule());
    List.of("NewComment", "CommentPatch", "BulkOperation")
        .forEach(name -> constrain(schemas.get(name), Map.of("body", comment.body())));
    Schemas.admitNullAmongValues(property(schemas.get("BulkOperation"), "visibility"));
    List.of("from", "to").forEach(side -> boundValue(property(schemas.get("FieldChange"), side)));
    boundGroup(property(schemas.get("TicketFigures"), "group"));
    constrainPassword(property(schemas.get("NewUser"), "password"));
    constrainPassword(property(schemas.get("NewPassword"), "new_password"));
    constrainPassword(property(schemas.get("OwnPassword"), "new_password"));
    Schema<?> current = property(schemas.get("OwnPassword"), "current_password");
    current.setMaxLength(user.password().longestPresent());
    current.setPattern(visible(CONTROLS));
  }

  /** What a history tells of a field is a text, a number or some labels. */
  private static void boundValue(Schema<?> value) {
    value.setMaxLength(Description.LONGEST);
    value.setFormat("int64");
    value.setMinimum(BigDecimal.ZERO);
    value.setMaxItems(Tag.MOST);
    Schema<?> label = new Schema<>();
    label.addType("string");
    label.setMaxLength(Tag.LONGEST);
    value.setItems(label);
  }

  /** What tickets are counted by is a word, the number of a user or a label. */
  private static void boundGroup(Schema<?> group) {
    group.setMaxLength(Tag.LONGEST);
    group.setFormat("int64");
    group.setMinimum(BigDecimal.ONE);
  }

  private static void constrain(@Nullable Schema<?> schema, Map<String, TextRule<?>> rules) {
    rules.forEach((field, rule) -> constrain(property(schema, field), rule));
  }

  private static void constrain(Schema<?> property, TextRule<?> rule) {
    property.setMinLength(rule.minLength());
    property.setMaxLength(rule.maxLength());
    rule.pattern()
        .ifPresentOrElse(
            pattern -> {
              property.setPattern("^(?:" + pattern.pattern() + ")$");
              describe(property, "Must be " + rule.meaning() + ".");
            },
            () -> property.setPattern(anyText(rule)));
  }

  /** Text that is neither blank nor has characters that nobody can see. */
  private static String anyText(TextRule<?> rule) {
    String barred = rule.lines() == TextRule.Lines.MULTIPLE ? CONTROLS_BUT_LAYOUT : CONTROLS;
    return visible(barred);
  }

  private static String visible(String barred) {
    return "^[^%1$s]*[^%2$s][^%1$s]*$".formatted(barred, INVISIBLE);
  }

  private void constrainPassword(Schema<?> property) {
    PasswordRules rules = user.password();
    property.setMinLength(rules.minLength());
    property.setMaxLength(rules.maxLength());
    property.setPattern(pattern(rules));
    describe(
        property,
        "Needs "
            + rules.meaning()
            + ". Must not be among the first to be guessed, nor contain the user name.");
  }

  /** Looks ahead for a character of each kind that a password needs. */
  private static String pattern(PasswordRules rules) {
    StringBuilder pattern = new StringBuilder("^");
    if (rules.upperCase()) {
      pattern.append(somewhere("\\p{Lu}"));
    }
    if (rules.lowerCase()) {
      pattern.append(somewhere("\\p{Ll}"));
    }
    if (rules.digit()) {
      pattern.append(somewhere("\\p{Nd}"));
    }
    if (!rules.specials().isEmpty()) {
      pattern.append(somewhere(rules.specials().replaceAll("[\\\\\\]\\[^-]", "\\\\$0")));
    }
    return pattern + "[^" + CONTROLS + "]*$";
  }

  private static String somewhere(String characters) {
    return "(?=[^%2$s]*[%1$s])".formatted(characters, CONTROLS);
  }

  private static void describe(Schema<?> property, String sentence) {
    String before = property.getDescription();
    property.setDescription(before == null ? sentence : before + " " + sentence);
  }

  private static Schema<?> property(@Nullable Schema<?> schema, String field) {
    if (schema == null || schema.getProperties() == null) {
      throw new IllegalStateException("no schema has the field " + field);
    }
    Schema<?> property = schema.getProperties().get(field);
    if (property == null) {
      throw new IllegalStateException(schema.getName() + " has no field " + field);
    }
    return property;
  }
}
