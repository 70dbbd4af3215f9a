package dev.hexdesk.rest.user;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.user.UserSamples.OLENA;
import static dev.hexdesk.rest.user.UserSamples.OLENA_READ;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.user.ShowUser;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ReadUserTest {
  private final UserPorts ports = new UserPorts();

  private Call read() {
    return ports.api().get("/api/v1/users/7").as(ADMIN);
  }

  @Test
  void showsTheUserAndNeverAPassword() {
    ports.show = query -> new ReadResult.Found<>(OLENA);

    assertThat(read().send())
        .hasStatus(200)
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Cache-Control", "private, no-cache")
        .hasHeader("Content-Type", "application/json")
        .hasJson(OLENA_READ);
  }

  @Test
  void asksForTheUserOnBehalfOfTheCaller() {
    List<ShowUser.Query> asked = new ArrayList<>();
    ports.show =
        query -> {
          asked.add(query);
          return new ReadResult.Unknown<>();
        };

    read().send();

    Assertions.assertThat(asked).containsExactly(new ShowUser.Query(actorOf(ADMIN), new UserId(7)));
  }

  @Test
  void knowsNoSuchUser() {
    ports.show = query -> new ReadResult.Unknown<>();

    assertThat(read().send()).isProblem(ProblemType.NOT_FOUND);
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    ports.show = query -> new ReadResult.Denied<>(new MissingPermission(Permission.USER_READ));

    assertThat(read().send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "user:read");
  }
}
