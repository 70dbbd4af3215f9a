package dev.hexdesk.rest.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request in the making; each step makes another one. */
public record Call(
    Api api, String method, String target, List<Header> headers, Optional<byte[]> body) {

  /** One line of a request's headers. */
  public record Header(String name, String value) {}

  Call(Api api, String method, String target) {
    this(api, method, target, List.of(), Optional.empty());
  }

  /** The same request with the caller's token. */
  public Call as(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public Call header(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Call(api, method, target, List.copyOf(more), body);
  }

  public Call ifMatch(String tags) {
    return header("If-Match", tags);
  }

  public Call ifNoneMatch(String tags) {
    return header("If-None-Match", tags);
  }

  public Call accepting(String types) {
    return header("Accept", types);
  }

  public Call json(String text) {
    return body("application/json", text.getBytes(UTF_8));
  }

  public Call mergePatch(String text) {
    return body("application/merge-patch+json", text.getBytes(UTF_8));
  }

  public Call form(String text) {
    return body("application/x-www-form-urlencoded", text.getBytes(UTF_8));
  }

  public Call body(String type, byte[] bytes) {
    Call typed = header("Content-Type", type);
    return new Call(api, method, target, typed.headers, Optional.of(bytes));
  }

  /** The answer, which is as the API document describes it. */
  public TestResponse send() {
    return api.answer(this);
  }
}
