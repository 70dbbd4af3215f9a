package dev.hexdesk.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jsonwebtoken.io.DeserializationException;
import io.jsonwebtoken.io.Deserializer;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Set;

/**
 * Reads a token's header and claims as literally as they were signed. JJWT by itself would take
 * text for a time and forget an empty claim, and a token that forgot its scope reaches everything.
 */
final class StrictJson implements Deserializer<Map<String, ?>> {
  /**
   * Names what must be understood (RFC 7515, section 4.1.11); JJWT forgets it where it is empty.
   */
  private static final String CRITICAL = "crit";

  private static final Set<String> TIMES = Set.of("exp", "nbf", "iat");

  /** The end of the year 9999; what is much later would come out as long ago in milliseconds. */
  private static final long LATEST = 253_402_300_799L;

  private final ObjectReader reader =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build()
          .readerForMapOf(Object.class);

  @Override
  public Map<String, ?> deserialize(Reader json) {
    Map<String, ?> members = read(json);
    members.forEach(StrictJson::check);
    return members;
  }

  private Map<String, ?> read(Reader json) {
    try {
      return reader.readValue(json);
    } catch (JsonProcessingException e) {
      throw new DeserializationException("no JSON object, or one that says a thing twice", e);
    } catch (IOException e) {
      throw new DeserializationException("unreadable", e);
    }
  }

  private static void check(String name, Object value) {
    if (value == null) {
      throw new DeserializationException(name + " says nothing");
    }
    if (name.equals(CRITICAL)) {
      throw new DeserializationException("no extension is understood here");
    }
    if (TIMES.contains(name) && !isTime(value)) {
      throw new DeserializationException(name + " is no time in whole seconds");
    }
  }

  private static boolean isTime(Object value) {
    return value instanceof Long seconds && seconds >= 0 && seconds <= LATEST;
  }

  /** JJWT's older way in, which it no longer uses itself. */
  @Override
  @Deprecated
  public Map<String, ?> deserialize(byte[] bytes) {
    throw new UnsupportedOperationException("read from a reader");
  }
}
