package dev.hexdesk.rest.request;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a query or of a form's body: none of them twice (RFC 6749, section 3.2), and no
 * guessing at what is not well-formed percent-encoded UTF-8.
 */
public final class FormParameters {
  /** The code of the fault that a parameter is there more than once. */
  static final String REPEATED = "repeated";

  private final Map<String, String> values;

  private FormParameters(Map<String, String> values) {
    this.values = values;
  }

  /** Says which parameter can't be read, and why. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String code;

    Unreadable(String parameter, String code, String reason) {
      super(reason);
      this.parameter = parameter;
      this.code = code;
    }

    /** The parameter's name, as far as it could be read. */
    public String parameter() {
      return parameter;
    }

    /** The kind of fault, for programs. */
    public String code() {
      return code;
    }

    /** What is wrong, completing "The parameter ...". */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * A form. The line end that editors and files end with is no part of it, for it is not encoded.
   */
  public static FormParameters read(byte[] body) throws Unreadable {
    int end = body.length;
    while (end > 0 && (body[end - 1] == '\r' || body[end - 1] == '\n')) {
      end--;
    }
    return read(new String(body, 0, end, StandardCharsets.ISO_8859_1));
  }

  /**
   * @param encoded one character for each octet
   */
  public static FormParameters read(String encoded) throws Unreadable {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String rawName = equals < 0 ? pair : pair.substring(0, equals);
        String name = decode(rawName, rawName);
        String value = equals < 0 ? "" : decode(name, pair.substring(equals + 1));
        if (values.put(name, value) != null) {
          throw new Unreadable(name, REPEATED, "is given twice");
        }
      }
    }
    return new FormParameters(values);
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The parameter's value; one without a value counts as left out. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  private static String decode(String parameter, String encoded) throws Unreadable {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char octet = encoded.charAt(i);
      if (octet == '%') {
        bytes.write(hex(parameter, encoded, i + 1));
        i += 2;
      } else {
        bytes.write(octet == '+' ? ' ' : octet);
      }
    }
    return text(parameter, bytes.toByteArray());
  }

  private static int hex(String parameter, String encoded, int at) throws Unreadable {
    if (at + 2 > encoded.length()
        || !HexFormat.isHexDigit(encoded.charAt(at))
        || !HexFormat.isHexDigit(encoded.charAt(at + 1))) {
      throw new Unreadable(
          parameter, "encoding", "has a % that two hexadecimal digits do not follow");
    }
    return HexFormat.fromHexDigits(encoded, at, at + 2);
  }

  private static String text(String parameter, byte[] bytes) throws Unreadable {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new Unreadable(parameter, "encoding", "must not have NUL in it");
      }
      return text;
    } catch (CharacterCodingException notUtf8) {
      throw new Unreadable(parameter, "encoding", "is not in UTF-8");
    }
  }
}
