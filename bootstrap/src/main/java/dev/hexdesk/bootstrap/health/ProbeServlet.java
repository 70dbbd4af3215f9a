package dev.hexdesk.bootstrap.health;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers a probe: 200, or 503 with the reason. */
public final class ProbeServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Supplier<Optional<String>> whyNot;

  /**
   * @param whyNot empty when all is well
   */
  public ProbeServlet(Supplier<Optional<String>> whyNot) {
    this.whyNot = whyNot;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> reason = whyNot.get();
    response.setStatus(
        reason.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write((reason.orElse("ok") + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
