package dev.hexdesk.training;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the requests that clients use most, and fails where one is refused. */
public final class WarmUpClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String JSON = "application/json";
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  private final HttpClient client;
  private final URI api;
  private String authorization = "";

  /**
   * @param api the address that paths of the API begin with
   */
  public WarmUpClient(HttpClient client, URI api) {
    this.client = client;
    this.api = api;
  }

  /** Works as that administrator, as many rounds. */
  public void work(String username, String password, int rounds)
      throws IOException, InterruptedException {
    logIn(username, password);
    long employee = id(post("/employees", employee()));
    for (int round = 0; round < rounds; round++) {
      long ticket = id(post("/tickets", ticket(employee, round)));
      patch("/tickets/" + ticket, "{\"priority\":\"high\"}");
      post(
          "/tickets/" + ticket + "/comments",
          "{\"body\":\"Seen, on it.\",\"visibility\":\"public\"}");
      get("/tickets/" + ticket);
      get("/tickets/" + ticket + "/comments");
      get("/tickets/" + ticket + "/history");
      get("/tickets?sort=-created_at&limit=20");
      get("/tickets?q=printer");
      get("/employees/" + employee);
      get("/employees");
      get("/me");
      get("/status");
    }
    get("/users");
    get("/docs/");
    logIn(username, password);
  }

  private void logIn(String username, String password) throws IOException, InterruptedException {
    String form = "username=" + username + "&password=" + password;
    authorization =
        "Bearer " + find(TOKEN, send("POST", "/token", "application/x-www-form-urlencoded", form));
  }

  private static String employee() {
    return """
    {"first_name":"Zoe","last_name":"Worker","phone":"+380440000002",\
    "email":"warm.up@example.org","birthday":"1990-04-23","country":"Ukraine","city":"Kyiv",\
    "address":"12 Khreshchatyk St, office 4"}\
    """;
  }

  private static String ticket(long employee, int number) {
    return """
    {"employee_id":%d,"title":"Printer %d is on fire","description":"Flames are blue."}\
    """
        .formatted(employee, number);
  }

  private void get(String path) throws IOException, InterruptedException {
    send("GET", path, JSON, "");
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, JSON, body);
  }

  private void patch(String path, String body) throws IOException, InterruptedException {
    send("PATCH", path, "application/merge-patch+json", body);
  }

  private String send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + path))
            .timeout(TIMEOUT)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "%s %s was answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  private static long id(String answer) {
    return Long.parseLong(find(ID, answer));
  }

  private static String find(Pattern pattern, String answer) {
    Matcher matcher = pattern.matcher(answer);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + answer);
    }
    return matcher.group(1);
  }
}
