package dev.hexdesk.rest.testing;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.rest.problem.ProblemType;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What all have in common that change or delete one resource, or the version of it that is named.
 *
 * @param <C> the command
 * @param <R> its result
 */
public abstract class VersionedWriteContract<C, R> {
  protected final ScriptedUseCase<C, R> useCase;
  private final Function<C, Precondition> precondition;
  private final Function<Refusal, R> refused;
  private final Permission needed;

  /**
   * @param refused the result that refuses
   * @param needed the permission that is missing where one is
   */
  protected VersionedWriteContract(
      R done,
      Function<C, Precondition> precondition,
      Function<Refusal, R> refused,
      Permission needed) {
    this.useCase = ScriptedUseCase.answering(done);
    this.precondition = precondition;
    this.refused = refused;
    this.needed = needed;
  }

  /** Requests that are right, one for each way to do it. */
  protected abstract List<Call> calls();

  @Test
  public void handsTheConditionOver() {
    calls().forEach(call -> call.ifMatch("\"3\", \"4\"").send());

    Assertions.assertThat(useCase.asked())
        .hasSameSizeAs(calls())
        .extracting(precondition)
        .allMatch(condition -> condition.holdsFor(new Version(4)))
        .noneMatch(condition -> condition.holdsFor(new Version(5)));
  }

  @Test
  public void knowsNoSuchResource() {
    useCase.answers(refused.apply(new Refusal.Unknown()));

    Assertions.assertThat(calls())
        .allSatisfy(call -> assertThat(call.send()).isProblem(ProblemType.NOT_FOUND));
  }

  @Test
  public void tellsThatTheVersionHasMovedOn() {
    useCase.answers(refused.apply(new Refusal.PreconditionFailed()));

    Assertions.assertThat(calls())
        .allSatisfy(
            call ->
                assertThat(call.ifMatch("\"2\"").send())
                    .isProblem(ProblemType.PRECONDITION_FAILED));
  }

  @Test
  public void tellsWhyTheUseCaseRefused() {
    useCase.answers(refused.apply(new Refusal.Denied(new MissingPermission(needed))));

    Assertions.assertThat(calls())
        .allSatisfy(
            call ->
                assertThat(call.send())
                    .isProblem(ProblemType.PERMISSION_DENIED)
                    .hasMember("permission", needed.code()));
  }
}
