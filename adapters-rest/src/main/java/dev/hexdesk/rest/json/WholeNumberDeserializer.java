package dev.hexdesk.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;

/**
 * Reads whole numbers of at most 64 bits. One whose fraction is zero is whole (JSON Schema 2020-12,
 * section 6.1.1): {@code 1.0}, as programs write it that know no other numbers.
 */
final class WholeNumberDeserializer extends StdScalarDeserializer<Long> {
  private static final long serialVersionUID = 1;

  WholeNumberDeserializer() {
    super(Long.class);
  }

  @Override
  public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> whole(parser);
      default -> throw refusal(parser);
    };
  }

  private static long whole(JsonParser parser) throws IOException {
    try {
      return parser.getDecimalValue().longValueExact();
    } catch (ArithmeticException fractionOrMoreThan64Bits) {
      throw refusal(parser);
    }
  }

  private static MismatchedInputException refusal(JsonParser parser) {
    return MismatchedInputException.from(parser, Long.class, "no whole number of 64 bits");
  }
}
