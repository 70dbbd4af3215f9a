package dev.hexdesk.bootstrap.http;

import dev.hexdesk.rest.http.ForwardedPrefix;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Believes what trusted proxies say of a request, in {@code X-Forwarded-For}, {@code -Proto},
 * {@code -Host}, {@code -Port} and {@code -Prefix}, or in {@code Forwarded} (RFC 7239), and nobody
 * else. Jetty alone would believe everybody, and take for the client what the client says it is.
 *
 * <p>A proxy that writes the former hands on what a client wrote into the latter, so this counts
 * where there is nothing else.
 */
public final class ForwardedRequests extends RequestCustomizer {
  private static final String PREFIX = "X-Forwarded-Prefix";
  private static final int LONGEST_PREFIX = 200;
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~!$&,;=:@%/-]*");

  private static final List<HttpHeader> OTHERS =
      List.of(
          HttpHeader.X_FORWARDED_FOR,
          HttpHeader.X_FORWARDED_PROTO,
          HttpHeader.X_FORWARDED_HOST,
          HttpHeader.X_FORWARDED_PORT);

  private static final String PORT =
      "(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6(?:[0-4][0-9]{3}|5(?:[0-4][0-9]{2}|5(?:[0-2][0-9]|3[0-5]))))";

  /** What the first value of each may be: that of the outermost proxy. */
  private static final Map<HttpHeader, Pattern> PLAUSIBLE =
      Map.of(
          HttpHeader.X_FORWARDED_PROTO, Pattern.compile("(?i)https?"),
          HttpHeader.X_FORWARDED_HOST,
              Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~-]+)(?::" + PORT + ")?"),
          HttpHeader.X_FORWARDED_PORT, Pattern.compile(PORT));

  private final TrustedProxies proxies;
  private final ForwardedRequestCustomizer address = new ForwardedRequestCustomizer();

  public ForwardedRequests(TrustedProxies proxies) {
    this.proxies = proxies;
    address.setForwardedForHeader("");
    address.setForwardedHeader("");
    address.setForwardedServerHeader("");
    address.setForwardedHttpsHeader("");
    address.setForwardedCipherSuiteHeader("");
    address.setForwardedSslSessionIdHeader("");
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
    if (peer == null || !proxies.include(peer)) {
      return request;
    }
    HttpFields headers = request.getHeaders();
    request.setAttribute(ForwardedPrefix.ATTRIBUTE, prefix(headers.getValuesList(PREFIX)));
    boolean standard =
        headers.contains(HttpHeader.FORWARDED) && OTHERS.stream().noneMatch(headers::contains);
    return standard
        ? byStandard(request, responseHeaders)
        : from(
            proxies.clientOf(headers.getValuesList(HttpHeader.X_FORWARDED_FOR)),
            address.customize(plausible(request), responseHeaders));
  }

  /** The request without headers that proxies send without anything to say in them. */
  private static Request plausible(Request request) {
    HttpFields told = request.getHeaders();
    HttpFields.Mutable kept = HttpFields.build(told);
    PLAUSIBLE.forEach(
        (header, form) -> {
          String values = told.get(header);
          if (values != null && !form.matcher(values.split(",", 2)[0].strip()).matches()) {
            kept.remove(header);
          }
        });
    return kept.size() == told.size() ? request : withHeaders(request, kept.asImmutable());
  }

  /**
   * The path that proxies took off, the outermost one's first; whatever could lead elsewhere than
   * below this server counts for nothing.
   */
  static String prefix(List<String> told) {
    String prefix =
        TrustedProxies.hops(told).stream()
            .map(part -> part.strip().replaceFirst("/$", ""))
            .collect(Collectors.joining());
    return prefix.length() <= LONGEST_PREFIX
            && PATH.matcher(prefix).matches()
            && (prefix.isEmpty() || prefix.startsWith("/"))
            && !prefix.contains("//")
            && !prefix.contains("/.")
        ? prefix
        : "";
  }

  /** What the standard's header says in its own words is said in the others', which Jetty knows. */
  private Request byStandard(Request request, HttpFields.Mutable responseHeaders) {
    HttpFields.Mutable told = HttpFields.build(request.getHeaders());
    ForwardedElement element =
        proxies.hopOfClient(
            ForwardedElement.all(told.getValuesList(HttpHeader.FORWARDED)), ForwardedElement::from);
    element.scheme().ifPresent(scheme -> told.put(HttpHeader.X_FORWARDED_PROTO, scheme));
    element.host().ifPresent(host -> told.put(HttpHeader.X_FORWARDED_HOST, host));
    Request translated = plausible(withHeaders(request, told.asImmutable()));
    return from(
        TrustedProxies.address(element.from()), address.customize(translated, responseHeaders));
  }

  private static Request from(Optional<InetAddress> client, Request request) {
    return client.isPresent() ? new FromClient(request, client.get()) : request;
  }

  /** A request as though no proxy stood between. */
  private static final class FromClient extends Request.Wrapper {
    private final ConnectionMetaData connection;

    FromClient(Request request, InetAddress client) {
      super(request);
      SocketAddress remote = new InetSocketAddress(client, 0);
      connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return remote;
            }
          };
    }

    @Override
    public @Nullable ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
