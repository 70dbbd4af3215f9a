package dev.hexdesk.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives good requests headers that nobody sends, or not like this. */
record HeaderMutation(RandomChoices chance) {
  /** What a body holds that nobody may take for a request. */
  static final String SMUGGLED = "smuggled";

  private static final String BODY =
      "GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + SMUGGLED + "\r\n\r\n";

  private static final List<String> GETS =
      List.of(
          "/api/v1/me",
          "/api/v1/employees?limit=1",
          "/api/v1/openapi.json",
          "/api/v1/docs/",
          "/nowhere");
  private static final List<String> BODIES =
      List.of(
          "POST /api/v1/employees",
          "PATCH /api/v1/employees/1",
          "POST /api/v1/token",
          "PUT /api/v1/me/password");

  private static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Encoding",
          "Accept-Language",
          "Authorization",
          "Connection",
          "Content-Encoding",
          "Content-Language",
          "Content-Type",
          "Cookie",
          "Expect",
          "Forwarded",
          "From",
          "Host",
          "HTTP2-Settings",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Range",
          "If-Unmodified-Since",
          "Max-Forwards",
          "Origin",
          "Range",
          "Referer",
          "TE",
          "Trailer",
          "Upgrade",
          "User-Agent",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Proto",
          "X-HTTP-Method-Override",
          "X-Real-IP",
          "X-Request-Id");

  /** Values that mean something in one header or another, and are fair game in all. */
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "\t",
          ",",
          ",,",
          ";",
          ";;q",
          "\"",
          "\"a",
          "a\\",
          "=",
          "*",
          "*/*",
          "*/*;q=2",
          "a/b/c",
          "application/json;q=0",
          "application/json; charset=utf-16",
          "application/json;charset=\"",
          "text/html",
          "application/*",
          "en;q=9",
          "xx-@@",
          "gzip",
          "gzip;q=0, identity;q=0, *;q=0",
          "gzip, gzip",
          "deflate",
          "br",
          "identity",
          "Bearer",
          "Bearer ",
          "bearer {token}",
          "Bearer {token} x",
          "Bearer\t{token}",
          "Bearer {token},Bearer {token}",
          "Basic YTpi",
          "Basic",
          "Digest a=\"",
          "Bearer \u00e9",
          "Bearer a.b.c",
          "\"1\"",
          "W/\"1\"",
          "\"1\", *",
          "1",
          "\"\"",
          "\"1\",".repeat(500),
          "Mon, 99 Foo 2026 10:00:00 GMT",
          "0",
          "-1",
          "bytes=0-1",
          "bytes=-0",
          "bytes=0-0,".repeat(200),
          "bytes=9-1",
          "100-continue",
          "nonsense",
          "close",
          "keep-alive, Host",
          "Upgrade",
          "h2c",
          "websocket",
          "AAMAAABkAAQAAP__",
          "trailers",
          "localhost:99999",
          "localhost:",
          "[::1",
          "a b",
          "http://x",
          "evil.example",
          "::1",
          "1.2.3.4, 5.6.7.8:99999",
          "unknown",
          "for=\"_x\";proto=",
          "https,http",
          "DELETE",
          "TRACE",
          "null",
          "a=b; c",
          "../../etc/passwd",
          "${jndi:ldap://x}",
          "x".repeat(64),
          "x".repeat(65),
          "x".repeat(4_000),
          "x".repeat(9_000),
          "\u00ff\u00fe",
          "\u00d7\u0090",
          "\0",
          "a\0b",
          "\u007f",
          "a\rb",
          "a\nb",
          "a\r\nX-More: 1");

  /** Lengths that are none, or that contradict another. */
  private static final List<String> FRAMINGS =
      List.of(
          "Content-Length: +{length}",
          "Content-Length: 0x{length}",
          "Content-Length: {length}.0",
          "Content-Length: {length}, 0",
          "Content-Length: {length};0",
          "Content-Length: -{length}",
          "Content-Length: \"{length}\"",
          "Content-Length: \u00b2",
          "Content-Length: many",
          "Content-Length: 99999999999999999999",
          "Content-Length: {length}\r\nContent-Length: 0",
          "Content-Length: 0\r\nContent-Length: {length}",
          "Content-Length : {length}",
          "Content-Length: {length}\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked\r\nContent-Length: {length}",
          "Content-Length: {length}\r\nTransfer-Encoding: identity",
          "Content-Length: {length}\r\nTransfer-Encoding: xchunked",
          "Content-Length: {length}\r\nTransfer-Encoding : chunked",
          "Content-Length: {length}\r\nTransfer-Encoding: chunked, chunked",
          "Content-Length: {length}\r\n Transfer-Encoding: chunked",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
          "Transfer-Encoding: \u000bchunked");

  private static final Map<String, String> STANDARD =
      Map.of(
          "Host",
          "localhost",
          "Authorization",
          "Bearer {token}",
          "Content-Type",
          "application/json");

  HeaderFuzzTest.Input input() {
    return new HeaderFuzzTest.Input(chance.once(3) ? framed() : headed());
  }

  /** A request without a body whose headers are strange. */
  private String headed() {
    List<String> lines = new ArrayList<>();
    STANDARD.forEach((name, value) -> lines.add(name + ": " + value));
    for (int times = 1 + chance.below(3); times > 0; times--) {
      String line = line();
      lines.removeIf(other -> chance.once(2) && sameName(other, line));
      lines.add(chance.below(lines.size() + 1), line);
    }
    String head = String.join("\r\n", lines);
    return "GET "
        + chance.oneOf(GETS)
        + " HTTP/1.1\r\n"
        + (chance.once(6) ? chance.mutated(head) : head)
        + "\r\n\r\n";
  }

  private String line() {
    String name = chance.oneOf(NAMES);
    String separator =
        chance.once(20) ? chance.oneOf(List.of(" : ", ":", ":\t", "", "\r\n : ")) : ": ";
    return (chance.once(10) ? name.toLowerCase(Locale.ROOT) : name)
        + separator
        + chance.oneOf(VALUES);
  }

  private static boolean sameName(String one, String other) {
    return one.split(":", 2)[0].equalsIgnoreCase(other.split(":", 2)[0]);
  }

  /** A request whose body begins and ends nobody knows where. */
  private String framed() {
    String body = chance.once(2) ? BODY : "0\r\n\r\n" + BODY;
    String framing = chance.oneOf(FRAMINGS).replace("{length}", Integer.toString(body.length()));
    List<String> lines =
        new ArrayList<>(List.of(chance.oneOf(BODIES) + " HTTP/1.1", "Host: localhost", framing));
    lines.add(
        2 + chance.below(2),
        "Content-Type: " + chance.oneOf(List.of("application/json", FormMutation.FORM)));
    if (chance.once(2)) {
      lines.add("Authorization: Bearer {token}");
    }
    return String.join("\r\n", lines) + "\r\n\r\n" + body;
  }
}
