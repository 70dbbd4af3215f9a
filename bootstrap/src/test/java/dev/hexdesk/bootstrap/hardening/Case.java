package dev.hexdesk.bootstrap.hardening;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * One thing that somebody may send, and what has to come back. Texts may have escapes and
 * placeholders in them (see {@link Texts}).
 *
 * @param name says it to readers
 * @param row of the list of threats
 * @param as whose token goes along: a default user's, or one of the section's {@code given}
 * @param token changes that token into a forged one
 * @param request method and target; HTTP/1.1 where no version is named
 * @param headers lines
 * @param without headers that would be added otherwise: Host, Authorization, Content-Type,
 *     Content-Length
 * @param body what follows the head, in JSON if its headers do not say otherwise
 * @param form the same, as an HTML form
 * @param pack what is done to the body on the way, in this order (see {@link BodyEncoding})
 * @param raw all bytes of the request, in the place of all the above
 * @param each variants: each stands once for {@code {each}}
 * @param through how it is sent; both ways where nothing is said
 * @param closed whose connection the server ends without being asked to
 * @param nginx what comes back through nginx, where that is something else
 */
record Case(
    String name,
    int row,
    String as,
    ForgedToken token,
    String request,
    List<String> headers,
    List<String> without,
    String body,
    String form,
    List<BodyEncoding> pack,
    String raw,
    List<String> each,
    RequestRoute through,
    String answer,
    Map<String, String> answerHeaders,
    List<String> faults,
    Map<String, String> facts,
    String says,
    Closing closed,
    Outcome nginx) {
  @SuppressWarnings("TooManyParameters") // The keys of a case.
  Case {
    Written.required("name", name);
    Outcome.check(answer);
    if ((request == null) == (raw == null)) {
      throw new IllegalArgumentException("either 'request' or 'raw': " + name);
    }
    headers = Written.listed(headers);
    without = Written.listed(without);
    pack = Written.listed(pack);
    each = Written.listed(each);
  }

  Outcome outcome(RequestRoute way) {
    return way == RequestRoute.NGINX && nginx != null
        ? nginx
        : new Outcome(answer, answerHeaders, faults, facts, says);
  }

  List<RequestRoute> ways() {
    return through == null ? List.of(RequestRoute.values()) : List.of(through);
  }

  /** Whether the server ends the connection without being asked to. */
  boolean isClosed(RequestRoute way) {
    return closed != null && (way == RequestRoute.DIRECT || closed == Closing.BOTH);
  }

  /** Which connections have to end. */
  enum Closing {
    /** The one to the application's port; nginx keeps its own. */
    @JsonProperty("direct")
    DIRECT,

    @JsonProperty("both")
    BOTH
  }
}
