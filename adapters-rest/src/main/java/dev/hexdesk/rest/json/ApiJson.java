package dev.hexdesk.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hexdesk.domain.shared.Change;
import java.time.Instant;
import java.util.List;

/**
 * JSON as the contract has it: snake_case, instants in RFC 3339, and nothing read that was not
 * meant.
 */
public final class ApiJson {
  private static final int DEEPEST_NESTING = 32;

  private ApiJson() {}

  /** Makes a fresh mapper speak the contract; none of its past settings may have been used yet. */
  public static ObjectMapper configure(ObjectMapper mapper) {
    mapper
        .getFactory()
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        // Buffers that belong to threads are never used again where each request has its own
        // thread.
        .setRecyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build());
    mapper
        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(
            DeserializationFeature.ACCEPT_FLOAT_AS_INT,
            DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .registerModules(new Jdk8Module(), new JavaTimeModule(), module());
    refuseCoercions(mapper);
    return mapper;
  }

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule("hexdesk");
    module.addSerializer(Instant.class, new InstantSerializer());
    module.addDeserializer(Long.class, new WholeNumberDeserializer());
    module.addDeserializer(Change.class, new ChangeDeserializer());
    return module;
  }

  /** Text is text, numbers are numbers: nothing is turned into what was expected. */
  private static void refuseCoercions(ObjectMapper mapper) {
    for (LogicalType type :
        List.of(
            LogicalType.Textual,
            LogicalType.Integer,
            LogicalType.Boolean,
            LogicalType.Collection)) {
      for (CoercionInputShape shape : CoercionInputShape.values()) {
        if (!isNative(type, shape)) {
          mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
      }
    }
  }

  private static boolean isNative(LogicalType type, CoercionInputShape shape) {
    return switch (shape) {
      case String, EmptyString -> type == LogicalType.Textual;
      case Integer -> type == LogicalType.Integer;
      case Boolean -> type == LogicalType.Boolean;
      case Array, EmptyArray -> type == LogicalType.Collection;
      case Float, Object, Binary, EmptyObject -> false;
    };
  }
}
