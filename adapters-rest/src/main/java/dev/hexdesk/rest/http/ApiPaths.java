package dev.hexdesk.rest.http;

/** Where the API lives. */
public final class ApiPaths {
  public static final String BASE = "/api/v1";
  public static final String TOKEN = BASE + "/token";
  public static final String PROBLEMS = BASE + "/problems";
  public static final String DOCS = BASE + "/docs";

  /**
   * One ticket or employee. Neighbours that are no ids have their own methods: Jersey would look
   * here for those that they don't offer, and answer in an id's stead.
   */
  public static final String ID = "/{id: (?!(?:import|bulk|stats)$)[^/]+}";

  private ApiPaths() {}
}
