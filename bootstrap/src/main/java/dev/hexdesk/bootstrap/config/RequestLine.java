package dev.hexdesk.bootstrap.config;

import ch.qos.logback.access.common.spi.AccessEvent;
import ch.qos.logback.access.common.spi.IAccessEvent;
import ch.qos.logback.access.jetty.JettyServerAdapter;
import ch.qos.logback.access.jetty.RequestWrapper;
import ch.qos.logback.access.jetty.ResponseWrapper;
import ch.qos.logback.core.Context;
import jakarta.servlet.http.Cookie;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * What a line of the request log can be made of: all but parameters, cookies, attributes and
 * bodies. These belong in no log, gathering them takes time in each request, and where a query
 * can't be read it fails, and the line would be lost.
 */
final class RequestLine extends AccessEvent {
  @Serial private static final long serialVersionUID = 1;

  private final transient HttpFields asked;
  private final transient HttpFields answered;

  RequestLine(Context context, Request request, Response response) {
    super(
        context,
        new RequestWrapper(request),
        new ResponseWrapper(response),
        new JettyServerAdapter(request, response));
    this.asked = request.getHeaders().asImmutable();
    this.answered = HttpFields.build(response.getHeaders()).asImmutable();
  }

  /** Reads what is gone when the line is written, which happens on another thread. */
  @Override
  public void prepareForDeferredProcessing() {
    getLocalPort();
    getMethod();
    getProtocol();
    getRemoteAddr();
    getRemoteHost();
    getRemoteUser();
    getRequestURI();
    getRequestURL();
    getServerName();
    getStatusCode();
    getContentLength();
  }

  @Override
  public String getRequestHeader(String name) {
    return Objects.requireNonNullElse(asked.get(name), IAccessEvent.NA);
  }

  @Override
  public Map<String, String> getRequestHeaderMap() {
    return map(asked);
  }

  @Override
  public String getResponseHeader(String name) {
    return Objects.requireNonNullElse(answered.get(name), IAccessEvent.NA);
  }

  @Override
  public Map<String, String> getResponseHeaderMap() {
    return map(answered);
  }

  private static Map<String, String> map(HttpFields fields) {
    Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HttpField field : fields) {
      map.merge(field.getName(), field.getValue(), (one, other) -> one + "," + other);
    }
    return map;
  }

  @Override
  public Map<String, String[]> getRequestParameterMap() {
    return Map.of();
  }

  @Override
  public String[] getRequestParameter(String name) {
    return new String[] {IAccessEvent.NA};
  }

  @Override
  public List<Cookie> getCookies() {
    return List.of();
  }

  @Override
  public String getAttribute(String name) {
    return IAccessEvent.NA;
  }

  @Override
  public String getRequestContent() {
    return "";
  }

  @Override
  public String getResponseContent() {
    return "";
  }
}
