package dev.hexdesk.application.contract;

import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** The base of all suites: a store that is empty when a test begins. */
public abstract class StoreContract {
  protected Store store;
  protected StoreFixture given;

  /**
   * @param empty by the extension of whoever runs the suite
   */
  @BeforeEach
  void open(Store empty) {
    store = empty;
    given = StoreFixture.in(empty);
  }

  protected <T> T inTransaction(Supplier<T> work) {
    return store.unitOfWork().inTransaction(work);
  }
}
