package dev.hexdesk.rest.http;

/** Where the API lives. */
public final class ApiPaths {
  public static final String BASE = "/api/v1";
  public static final String TOKEN = BASE + "/token";
  public static final String PROBLEMS = BASE + "/problems";
  public static final String DOCS = BASE + "/docs";

  private ApiPaths() {}
}
