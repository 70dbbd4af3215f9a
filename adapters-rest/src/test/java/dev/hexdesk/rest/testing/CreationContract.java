package dev.hexdesk.rest.testing;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.rest.problem.ProblemType;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What the creation of each kind of resource has in common.
 *
 * @param <C> the command
 * @param <R> its result
 */
public abstract class CreationContract<C, R> {
  protected final ScriptedUseCase<C, R> useCase;
  private final Sample sample;

  /**
   * @param body all that can be sent
   * @param path where the resource is then, below the API
   * @param shown what is answered
   */
  public record Sample(Body body, String path, String shown) {}

  protected CreationContract(R created, Sample sample) {
    this.useCase = ScriptedUseCase.answering(created);
    this.sample = sample;
  }

  protected abstract TestResponse create(Body body);

  @Test
  public void answersTheResourceAndWhereItIs() {
    assertThat(create(sample.body()))
        .hasStatus(201)
        .hasHeader("Location", "http://desk.example/api/v1/" + sample.path())
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Cache-Control", "private, no-cache")
        .hasJson(sample.shown());
  }

  protected void needs(String field) {
    refuses(sample.body().without(field), "/" + field + " required");
    refuses(sample.body().with(field, "null"), "/" + field + " required");
  }

  protected void refuses(Body body, String... errors) {
    refuses(ProblemType.VALIDATION_FAILED, body, errors);
  }

  protected void refuses(ProblemType problem, Body body, String... errors) {
    int before = useCase.asked().size();
    assertThat(create(body)).isProblem(problem).hasFaults(errors);
    Assertions.assertThat(useCase.asked()).hasSize(before);
  }
}
