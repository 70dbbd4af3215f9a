package dev.hexdesk.bootstrap.hardening;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a request reaches the application. */
enum RequestRoute {
  /** To the application's own port. */
  @JsonProperty("direct")
  DIRECT("on the port"),

  /** Over TLS to an nginx with the site that operators get. */
  @JsonProperty("nginx")
  NGINX("through nginx");

  private final String words;

  RequestRoute(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
