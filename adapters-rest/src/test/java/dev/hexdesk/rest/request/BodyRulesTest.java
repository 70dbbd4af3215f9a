package dev.hexdesk.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.security.Caller;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyRulesTest {
  private final BodyRules rules = BodyRules.of(List.of(new Parcels()));

  /** Takes all kinds of bodies. */
  @Path("/parcels")
  public static final class Parcels {
    @GET
    public String list() {
      return "";
    }

    @POST
    @BodyLimit(100)
    public String openToAll(byte[] body) {
      return "";
    }

    @POST
    @Path("/mine")
    @BodyLimit(2_000_000)
    public String mine(@Auth Caller caller, byte[] body) {
      return "";
    }

    @POST
    @Path("/import")
    public String take(@Auth Caller caller, InputStream body) {
      return "";
    }
  }

  @Test
  void strangersMaySendWhereNobodyNeedsToBeKnown() {
    assertThat(rules.limitForStrangers("/parcels")).hasValue(100);
    assertThat(rules.limitForStrangers("/parcels/mine")).isEmpty();
    assertThat(rules.limitForStrangers("/parcels/import")).isEmpty();
    assertThat(rules.limitForStrangers("/elsewhere")).isEmpty();
  }

  @Test
  void whatIsTakenAsAStreamIsStreamed() {
    assertThat(rules.streamed()).containsExactly("/parcels/import");
  }

  @Test
  void theLargestBodyIsAsAnyMethodAllows() {
    assertThat(rules.largest()).isEqualTo(2_000_000);
    assertThat(BodyRules.of(List.of()).largest()).isEqualTo(1 << 20);
  }
}
