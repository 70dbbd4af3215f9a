package dev.hexdesk.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.http.ApiPaths;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKindsTest {
  private final RequestKinds kinds =
      RequestKinds.of(List.of(new Tickets(), new Comments(), new Health()));

  /** With an id, and something else in its place. */
  @Path("/api/v1/tickets")
  public static final class Tickets {
    @GET
    public String list() {
      return "";
    }

    @GET
    @Path(ApiPaths.ID)
    public String show() {
      return "";
    }

    @POST
    @Path("/import")
    public String take(InputStream file) {
      return "";
    }
  }

  /** Below one of another resource. */
  @Path("/api/v1/tickets/{id}/comments")
  public static final class Comments {
    @GET
    @Path("/{comment_id}")
    public String show() {
      return "";
    }
  }

  /** For probes. */
  @AlwaysAdmitted
  @Path("/api/v1/health")
  public static final class Health {
    @GET
    public String show() {
      return "";
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "GET    | /api/v1/tickets              | -                  | Tickets reads",
        "GET    | /api/v1/tickets              | limit=50           | Tickets reads",
        "GET    | /api/v1/tickets              | q=fire             | Tickets searches",
        "GET    | /api/v1/tickets              | include_total=true | Tickets searches",
        "HEAD   | /api/v1/tickets/7            | -                  | Tickets reads",
        "PATCH  | /api/v1/tickets/7            | -                  | Tickets writes",
        "POST   | /api/v1/tickets              | -                  | Tickets writes",
        "GET    | /api/v1/tickets/7/comments/8 | -                  | Comments reads",
        "DELETE | /api/v1/tickets/x/comments/y | -                  | Comments writes",
        "GET    | /api/v1/tickets/7/surprise   | -                  | unknown reads",
        "BREW   | /teapot                      | -                  | unknown writes",
        "GET    | /                            | -                  | unknown reads",
      })
  void tellsWhatHasToDoWithEachOther(String method, String path, String query, String kind) {
    assertThat(kinds.of(method, path, query)).contains(kind);
  }

  @Test
  void leavesOutWhatWaitsElsewhereOrNever() {
    assertThat(kinds.of("GET", "/api/v1/health", null)).isEmpty();
    assertThat(kinds.of("POST", "/api/v1/tickets/import", null)).isEmpty();
  }

  @Test
  void hasNoMoreKindsThanResourcesWhateverClientsAskFor() {
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(n -> kinds.of("GET", "/api/v1/x" + n + "/y".repeat(n), null))
                .collect(Collectors.toSet()))
        .containsExactly(Optional.of("unknown reads"));
  }
}
