package dev.hexdesk.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.regex.Pattern;

/** Writes an OpenAPI document out, always in the same way. */
public final class DocumentTexts {
  private DocumentTexts() {}

  public static String json(OpenAPI document) {
    return write(Json31.mapper(), document) + "\n";
  }

  public static String yaml(OpenAPI document) {
    YAMLFactory factory =
        ((YAMLFactory) Yaml31.mapper().getFactory())
            .rebuild()
            .stringQuotingChecker(new DatesQuoted())
            .build();
    return write(Yaml31.mapper().copyWith(factory), document);
  }

  private static String write(ObjectMapper mapper, OpenAPI document) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Readers of YAML 1.1 would take dates and instants that bear no quotes for no strings. */
  private static final class DatesQuoted extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    @Override
    public boolean needToQuoteValue(String value) {
      return DATE.matcher(value).matches() || super.needToQuoteValue(value);
    }
  }
}
