package dev.hexdesk.application.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the store on which a suite runs. */
public interface StoreParameter extends ParameterResolver {
  /** A store with nothing in it, for one test. */
  Store emptyStore();

  @Override
  default boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Store.class;
  }

  @Override
  default Store resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return emptyStore();
  }
}
