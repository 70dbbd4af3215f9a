package dev.hexdesk.bootstrap.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one proxy tells of a request in {@code Forwarded} (RFC 7239). */
record ForwardedElement(Map<String, String> parameters) {
  private static final Pattern PAIR =
      Pattern.compile("[ \\t]*([A-Za-z]+)[ \\t]*=[ \\t]*(\"?)([^\"]*)\\2[ \\t]*");

  private static final Pattern SCHEME = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);

  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

  ForwardedElement {
    parameters = Map.copyOf(parameters);
  }

  /**
   * The elements of all headers. They are parted at each comma: none of what is read here has one,
   * and an open quotation mark of a client's must not hide what the proxies behind it wrote.
   */
  static List<ForwardedElement> all(List<String> headers) {
    return TrustedProxies.hops(headers).stream().map(ForwardedElement::of).toList();
  }

  private static ForwardedElement of(String element) {
    Map<String, String> parameters = new HashMap<>();
    for (String each : element.split(";", -1)) {
      Matcher pair = PAIR.matcher(each);
      if (pair.matches()) {
        parameters.putIfAbsent(pair.group(1).toLowerCase(Locale.ROOT), pair.group(3));
      }
    }
    return new ForwardedElement(parameters);
  }

  /** Whom the proxy got the request from, in its own spelling; may be empty. */
  String from() {
    return parameters.getOrDefault("for", "");
  }

  Optional<String> scheme() {
    return told("proto", SCHEME);
  }

  Optional<String> host() {
    return told("host", HOST);
  }

  private Optional<String> told(String name, Pattern form) {
    return Optional.ofNullable(parameters.get(name)).filter(it -> form.matcher(it).matches());
  }
}
