package dev.hexdesk.rest.problem;

import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hexdesk.application.authentication.CurrentUser;
import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.authentication.MeResource;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.TestResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("It reads a log that all requests write to.")
class SqlErrorsTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(ProblemMapper.class);
  private final ListAppender<ILoggingEvent> log = new Remembering();

  /** Keeps what the events were logged with, too. */
  private static final class Remembering extends ListAppender<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      super.append(event);
    }
  }

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setAdditive(true);
  }

  private static TestResponse answerTo(Throwable thrown) {
    return Api.of(
            new MeResource(
                actor -> SqlErrorsTest.<RuntimeException, CurrentUser.Result>sneak(thrown),
                command -> null,
                TestRules.passwordRules()))
        .get("/api/v1/me")
        .as(SUPPORT)
        .send();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable, T> T sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void tellsNothingOfADefectButLogsIt() {
    Exception defect = new IllegalStateException("SELECT * FROM secrets");

    TestResponse answer = answerTo(defect);

    assertThat(answer)
        .isProblem(ProblemType.INTERNAL_ERROR)
        .hasHeader("Cache-Control", "private, no-cache");
    assertThat(answer.text()).doesNotContain("SELECT", "Exception", "dev.hexdesk");
    assertThat(log.list).hasSize(1);
    ILoggingEvent event = log.list.getFirst();
    assertThat(event.getLevel()).isEqualTo(Level.ERROR);
    assertThat(event.getThrowableProxy().getMessage()).isEqualTo("SELECT * FROM secrets");
    assertThat(event.getMDCPropertyMap())
        .containsEntry("request_id", answer.header("X-Request-Id").orElseThrow());
  }

  @Test
  void survivesErrorsToo() {
    assertThat(answerTo(new StackOverflowError())).isProblem(ProblemType.INTERNAL_ERROR);
  }

  @Test
  void saysWhenToTryAgainWithoutADatabase() {
    assertThat(answerTo(new StorageUnavailable(new IllegalStateException("refused"))))
        .isProblem(ProblemType.UNAVAILABLE)
        .hasHeader("Retry-After", "2");
    assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
  }

  @Test
  void tellsALostUpdate() {
    assertThat(answerTo(new StaleVersion("ticket 7"))).isProblem(ProblemType.PRECONDITION_FAILED);
    assertThat(log.list).isEmpty();
  }

  @Test
  void blamesTheCursorForAPositionThatIsNone() {
    assertThat(answerTo(new InvalidPosition("abc is no instant")))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("cursor cursor");
    assertThat(log.list).isEmpty();
  }
}
