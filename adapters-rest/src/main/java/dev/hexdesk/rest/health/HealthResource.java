package dev.hexdesk.rest.health;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.limits.AlwaysAdmitted;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BooleanSupplier;

/** For load balancers and probes, which have no token; details are for the admin port alone. */
@AlwaysAdmitted
@Path(ApiPaths.BASE + "/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documentation")
public final class HealthResource {
  private static final HealthResponse WELL = new HealthResponse("ok");

  private final BooleanSupplier health;

  /** That all is well; what is not is told as a problem. */
  @Schema(name = "Health", description = "That the server can do its work.")
  public record HealthResponse(@Schema(allowableValues = "ok") String status) {}

  /**
   * @param health whether requests can be answered; asked at each request
   */
  public HealthResource(BooleanSupplier health) {
    this.health = health;
  }

  @GET
  @Operation(
      summary = "Tell whether the server can do its work",
      description =
          "Open to everybody, for load balancers and probes. While the database is away the answer"
              + " is 503.")
  @DocumentedAnswer(description = "It can.", body = HealthResponse.class)
  public Response getHealth() {
    if (!health.getAsBoolean()) {
      throw ProblemException.of(
          ProblemType.UNAVAILABLE, "The server can't do its work at the moment.");
    }
    return Response.ok(WELL).header("Cache-Control", "no-store").build();
  }
}
