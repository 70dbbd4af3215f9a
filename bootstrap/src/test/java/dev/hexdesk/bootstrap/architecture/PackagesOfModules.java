package dev.hexdesk.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The packages of each module, those below them included; a module's root is one, too. */
final class PackagesOfModules implements SliceAssignment {
  private static final int MODULE = 2;
  private static final int PACKAGE = 3;

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
    String[] parts = javaClass.getPackageName().split("\\.");
    return SliceIdentifier.of(
        parts[MODULE], parts.length > PACKAGE ? parts[PACKAGE] : "the module's root");
  }

  @Override
  public String getDescription() {
    return "packages of modules";
  }
}
