package dev.hexdesk.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(30)
class DatabaseCircuitBreakerTest {
  private static final SQLException NONE_FREE = new SQLTransientConnectionException("none is free");

  private final Probes probes = new Probes();
  private final DatabaseCircuitBreaker circuit = new DatabaseCircuitBreaker(probes);

  @AfterEach
  void end() {
    circuit.close();
  }

  /** A database that answers each question as the test says, no sooner than it does. */
  private static final class Probes extends PGSimpleDataSource {
    private static final String WELL = "";

    private final transient BlockingQueue<String> answers = new SynchronousQueue<>();

    @Override
    public Connection getConnection() throws SQLException {
      String sqlState;
      try {
        sqlState = answers.take();
      } catch (InterruptedException e) {
        throw new SQLException(e);
      }
      if (!sqlState.equals(WELL)) {
        throw new SQLException("a failure", sqlState);
      }
      return fake(Connection.class, fake(Statement.class, true));
    }

    private static <T> T fake(Class<T> type, Object result) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> method.getName().equals("close") ? null : result));
    }

    /** Answers the next question: it was asked, and what it led to may take a moment. */
    void answer(String sqlState) throws InterruptedException {
      answers.put(sqlState);
    }

    /** Answers the question that waits at this moment; false where there is none. */
    boolean answerIfAsked(String sqlState) {
      return answers.offer(sqlState);
    }
  }

  private boolean isOpen() {
    try {
      circuit.requireClosed();
      return false;
    } catch (SQLTransientConnectionException refused) {
      return true;
    }
  }

  private void awaitOpen(boolean open) {
    while (isOpen() != open) {
      Thread.onSpinWait();
    }
  }

  @Test
  void itIsOpenFromAnUnansweredQuestionToTheFirstAnswer() throws Exception {
    circuit.requireClosed();
    circuit.failed(NONE_FREE);
    probes.answer("08001");
    awaitOpen(true);
    assertThatThrownBy(circuit::requireClosed).isInstanceOf(SQLTransientConnectionException.class);
    probes.answer("08006");
    probes.answer("57P03");
    assertThat(isOpen()).isTrue();
    probes.answer(Probes.WELL);
    awaitOpen(false);
    circuit.requireClosed();
  }

  @Test
  void whoeverBeganToWaitBeforeIsToldAfterEachQuestionThatIsNotAnswered() throws Exception {
    Semaphore told = new Semaphore(0);
    circuit.whileAway(told::release);
    circuit.failed(NONE_FREE);
    probes.answer("08001");
    told.acquire();
    probes.answer("08001");
    told.acquire();
    probes.answer(Probes.WELL);
    awaitOpen(false);
    assertThat(told.availablePermits()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {Probes.WELL, "53300", "28P01"})
  void aPoolWithoutFreeConnectionsDoesNotOpenItWhileTheDatabaseAnswers(String answer)
      throws Exception {
    circuit.failed(NONE_FREE);
    probes.answer(answer);
    // The next question comes after the one before is done with.
    while (!askedAgain()) {
      assertThat(isOpen()).isFalse();
    }
    circuit.requireClosed();
  }

  private boolean askedAgain() {
    circuit.failed(NONE_FREE);
    return probes.answerIfAsked(Probes.WELL);
  }

  @Test
  void itOpensAgain() throws Exception {
    for (int outage = 0; outage < 3; outage++) {
      while (!isOpen()) {
        circuit.failed(new SQLException("broken", "08006"));
        boolean _ = probes.answerIfAsked("08001");
      }
      probes.answer(Probes.WELL);
      awaitOpen(false);
    }
  }
}
