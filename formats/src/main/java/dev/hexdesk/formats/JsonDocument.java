package dev.hexdesk.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.hexdesk.application.transfer.ImportErrors;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads JSON objects that are in a list, or that follow each other, on as many lines as it takes.
 */
final class JsonDocument {
  private static final ObjectReader ONE_OF_MANY =
      NdjsonRowReader.JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Reader file;

  JsonDocument(Reader file) {
    this.file = file;
  }

  /** Takes what stands in the list. */
  interface Sink {
    /** Whether more is taken. */
    boolean take(long line, JsonNode value);
  }

  /** No object may take more memory than a line of NDJSON. */
  private static final class BoundedReader extends FilterReader {
    private int left = NdjsonRowReader.LONGEST_LINE;

    BoundedReader(Reader file) {
      super(file);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        throw new TooLong();
      }
      int read = super.read(buffer, offset, Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }

    void nextObject() {
      left = NdjsonRowReader.LONGEST_LINE;
    }
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }

  void read(Sink sink, ImportErrors errors) throws IOException {
    long line = 1;
    BoundedReader bounded = new BoundedReader(file);
    try (JsonParser parser = ONE_OF_MANY.createParser(bounded)) {
      boolean isInList = false;
      boolean more = true;
      for (JsonToken token = parser.nextToken();
          more && token != null;
          token = parser.nextToken()) {
        line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_ARRAY && !isInList) {
          isInList = true;
        } else if (token == JsonToken.END_ARRAY) {
          isInList = false;
        } else {
          more = sink.take(line, ONE_OF_MANY.readTree(parser));
          bounded.nextObject();
        }
      }
    } catch (JsonProcessingException malformed) {
      errors.add(
          malformed.getLocation().getLineNr(),
          "",
          "malformed",
          "from here on it is no JSON, or has a member twice");
    } catch (TooLong tooLong) {
      errors.add(
          line,
          "",
          "too_long",
          "an object may have " + NdjsonRowReader.LONGEST_LINE + " characters");
    }
  }
}
