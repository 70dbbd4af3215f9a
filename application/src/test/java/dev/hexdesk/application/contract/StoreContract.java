package dev.hexdesk.application.contract;

import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** The base of all suites: a store that is empty when a test begins. */
public abstract class StoreContract {
  protected Store store;
  protected StoreFixture given;

  /** A store with nothing in it, for one test. */
  protected abstract Store emptyStore();

  @BeforeEach
  void openEmptyStore() {
    store = emptyStore();
    given = StoreFixture.in(store);
  }

  protected <T> T inTransaction(Supplier<T> work) {
    return store.unitOfWork().inTransaction(work);
  }
}
