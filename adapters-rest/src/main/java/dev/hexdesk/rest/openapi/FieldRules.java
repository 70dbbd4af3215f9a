package dev.hexdesk.rest.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
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
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Writes the limits that the operator chose into the schemas of what clients send. */
public record FieldRules(
    UserRules user,
    EmployeeRules employee,
    TicketRules ticket,
    CommentRules comment,
    PageLimits pages) {

  private static final Map<Class<? extends Record>, Function<FieldRules, Record>> RULES_BY_KIND =
      Map.of(
          UserRules.class, FieldRules::user,
          EmployeeRules.class, FieldRules::employee,
          TicketRules.class, FieldRules::ticket,
          CommentRules.class, FieldRules::comment);

  private static final Set<String> NAMES_OF_PEOPLE = Set.of("firstName", "lastName");

  private static final Set<String> OF_ONE_LINE = Set.of("email", "country", "city", "address");

  private static final String SPACES = "\\p{Z}\\p{Cf}\\x09-\\x0d\\x85";

  /** What may be a number, with an extension as it is said or dialled. */
  private static final String SPELLED_NUMBER =
      "[%1$s]*(?:[Tt][Ee][Ll]:)?[\\p{Nd}\\p{Pd}%1$s()+./\uff0b\u2212]+(?:(?:;ext=|[Ee][Xx][Tt]\\.?|[Ee][Xx][Tt][Ee][Nn][Ss][Ii][Oo][Nn]|[Xx]|#)[%1$s]*[0-9]{1,7}[%1$s]*)?"
          .formatted(SPACES);

  private static final int LONGEST_SPELLING = 100;

  private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

  /** A character beyond ASCII, by its number. */
  private static final Pattern CODE_UNIT = Pattern.compile("\\\\u((?!00[0-7])[0-9A-Fa-f]{4})");

  /** Control characters and Unicode's own separators, in classes that every reader knows. */
  private static final String CONTROLS = "\\x00-\\x1f\\x7f-\\x9f\u2028\u2029";

  /** Control characters but those that lay text out. */
  private static final String CONTROLS_BUT_LAYOUT = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f";

  /**
   * What nobody can see: spaces, controls and marks without width. The byte order mark stands
   * within a range of code points that are no characters, as a client that has it in its source
   * does not compile in Go.
   */
  public static final String INVISIBLE =
      "\\p{Z}\\x00-\\x1f\\x7f-\\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufefd-\uff00\ufff9-\ufffb";

  void applyTo(OpenAPI document) {
    boundFields(document.getComponents().getSchemas());
    document.getComponents().getSchemas().entrySet().stream()
        .filter(schema -> schema.getKey().endsWith("Page"))
        .forEach(page -> Schemas.property(page.getValue(), "items").setMaxItems(pages.largest()));
    Schemas.parameters(document)
        .filter(parameter -> parameter.getName().equals("limit"))
        .forEach(limit -> constrainLimit(limit.getSchema()));
  }

  private void constrainLimit(Schema<?> limit) {
    limit.setMaximum(BigDecimal.valueOf(pages.largest()));
    limit.setDefault(pages.standard());
  }

  /** What no rule that can be chosen bounds. */
  @SuppressWarnings("rawtypes")
  private static void boundFields(Map<String, Schema> schemas) {
    constrain(
        Schemas.property(schemas.get("ErasureOrder"), "words").getItems(), IdentifyingText.rule());
    Schemas.admitNullAmongValues(Schemas.property(schemas.get("BulkOperation"), "visibility"));
    List.of("from", "to")
        .forEach(side -> boundValue(Schemas.property(schemas.get("FieldChange"), side)));
    boundGroup(Schemas.property(schemas.get("TicketFigures"), "group"));
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

  /** Bounds the fields of a request by the rules that it is checked by. */
  void constrain(Schema<?> schema, Class<? extends Record> kind) {
    Record chosen = Objects.requireNonNull(RULES_BY_KIND.get(kind), kind.getName()).apply(this);
    for (RecordComponent component : kind.getRecordComponents()) {
      if (component.getType() == TextRule.class) {
        Schema<?> property = ruled(schema, NAMES.translate(component.getName()));
        constrain(property, rule(component, chosen));
        if (NAMES_OF_PEOPLE.contains(component.getName())) {
          admitBlank(property);
        } else if (component.getName().equals("phone")) {
          admitSpellings(property);
        } else if (OF_ONE_LINE.contains(component.getName())) {
          admitSurroundings(property);
        }
      }
    }
  }

  /** A name with white space around it is taken without, and a blank one for none. */
  private static void admitBlank(Schema<?> name) {
    String anchored = name.getPattern();
    name.setMinLength(0);
    name.setPattern(
        "^[\\s\\p{Z}]*(?:" + anchored.substring(1, anchored.length() - 1) + ")?[\\s\\p{Z}]*$");
  }

  /** A text is taken out of the white space that it was copied with. */
  private static void admitSurroundings(Schema<?> text) {
    String anchored = text.getPattern();
    text.setPattern(
        "^[\\s\\p{Z}]*(?:" + anchored.substring(1, anchored.length() - 1) + ")[\\s\\p{Z}]*$");
  }

  /** A number is taken as people write it, too. */
  private static void admitSpellings(Schema<?> phone) {
    String anchored = phone.getPattern();
    phone.setMaxLength(LONGEST_SPELLING);
    phone.setPattern(
        "^(?:%s|%s)$".formatted(anchored.substring(1, anchored.length() - 1), SPELLED_NUMBER));
  }

  private static TextRule<?> rule(RecordComponent component, Record rules) {
    try {
      return (TextRule<?>) component.getAccessor().invoke(rules);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The field of that name, or the items of the list that bears its plural. */
  private static Schema<?> ruled(Schema<?> schema, String name) {
    return schema.getProperties().containsKey(name)
        ? Schemas.property(schema, name)
        : Schemas.property(schema, name + "s").getItems();
  }

  private static void constrain(Schema<?> property, TextRule<?> rule) {
    property.setMinLength(rule.minLength());
    property.setMaxLength(rule.maxLength());
    rule.pattern()
        .ifPresentOrElse(
            pattern -> {
              property.setPattern(
                  PortablePattern.of(inLetters(pattern.pattern()))
                      .map(portable -> "^(?:" + portable + ")$")
                      .orElseGet(() -> anyText(rule)));
              describe(property, "Must be " + rule.meaning() + ".");
            },
            () -> property.setPattern(anyText(rule)));
  }

  /**
   * A pattern with the characters themselves for their numbers, as not every reader knows these.
   */
  private static String inLetters(String pattern) {
    return CODE_UNIT
        .matcher(pattern)
        .replaceAll(it -> Character.toString(Integer.parseInt(it.group(1), 16)));
  }

  /** Text that is neither blank nor has characters that nobody can see. */
  private static String anyText(TextRule<?> rule) {
    String barred = rule.lines() == TextRule.Lines.MULTIPLE ? CONTROLS_BUT_LAYOUT : CONTROLS;
    return visible(barred);
  }

  private static String visible(String barred) {
    return "^[^%1$s]*[^%2$s][^%1$s]*$".formatted(barred, INVISIBLE);
  }

  /** Bounds a password that is to be set, or one that was. */
  void constrainPassword(Schema<?> property, boolean chosen) {
    PasswordRules rules = user.password();
    property.setFormat("password");
    property.setWriteOnly(true);
    if (!chosen) {
      constrain(property, TextRule.line(1, rules.longestPresent(), Function.identity()));
      return;
    }
    property.setMinLength(rules.minLength());
    property.setMaxLength(rules.maxLength());
    property.setPattern("^[^" + CONTROLS + "]*$");
    describe(
        property,
        "Needs "
            + rules.meaning()
            + ". Must not be among the first to be guessed, nor contain the user name.");
  }

  private static void describe(Schema<?> property, String sentence) {
    String before = property.getDescription();
    property.setDescription(before == null ? sentence : before + " " + sentence);
  }
}
