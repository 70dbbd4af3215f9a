package dev.hexdesk.rest.testing;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What all lists of resources have in common.
 *
 * @param <Q> the query
 * @param <V> what is listed
 */
public abstract class ListContract<Q, V> {
  protected final ScriptedUseCase<Q, AccessResult<Page<V>>> useCase;
  private final Sample<Q> sample;

  /**
   * A list of one.
   *
   * @param shown what clients see of it
   * @param all what the use case is asked where nothing is said of the list
   * @param needed the permission that is missing where one is
   */
  public record Sample<Q>(String shown, Q all, Permission needed) {}

  protected ListContract(V one, Sample<Q> sample) {
    this.useCase =
        ScriptedUseCase.answering(
            new AccessResult.Granted<>(
                new Page<>(List.of(one), Optional.empty(), OptionalLong.empty())));
    this.sample = sample;
  }

  /** Asks for the list, with that behind its address. */
  protected abstract TestResponse list(String query);

  @Test
  public void showsThePage() {
    assertThat(list(""))
        .hasStatus(200)
        .hasHeader("Cache-Control", "private, no-cache")
        .hasNoHeader("Link")
        .hasJson("{\"items\": [" + sample.shown() + "], \"next_cursor\": null}");
  }

  @Test
  public void asksForAllByIdUnlessToldOtherwise() {
    list("");

    Assertions.assertThat(useCase.asked()).containsExactly(sample.all());
  }

  @Test
  public void tellsWhyTheUseCaseRefused() {
    useCase.answers(new AccessResult.Denied<>(new MissingPermission(sample.needed())));

    assertThat(list(""))
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", sample.needed().code());
  }

  /** That a query is taken up to that size, and refused where it is one larger. */
  protected void takesAtMost(int most, IntFunction<String> query, String fault) {
    assertThat(list(query.apply(most))).hasStatus(200);
    assertThat(list(query.apply(most + 1)))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults(fault);
  }
}
