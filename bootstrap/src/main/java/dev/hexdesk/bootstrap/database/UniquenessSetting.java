package dev.hexdesk.bootstrap.database;

import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.persistence.employee.UniqueContactConstraints;
import dev.hexdesk.persistence.employee.UniqueContactConstraints.Contact;
import dev.hexdesk.persistence.employee.UniqueContactConstraints.Shared;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares what the operator wants to be unique with what the database sees to. */
public final class UniquenessSetting {
  /** So many are named; whoever mends these asks again. */
  private static final int NAMED = 20;

  private final UniqueContactConstraints contacts;
  private final Map<Contact, Boolean> wanted;

  /**
   * @param wanted whether two employees may not have the same, for each contact
   */
  public UniquenessSetting(UniqueContactConstraints contacts, Map<Contact, Boolean> wanted) {
    this.contacts = contacts;
    this.wanted = wanted;
  }

  /** Takes the settings over where there are no employees; else says what is not in force yet. */
  public void check(Consumer<String> tell) {
    wanted.forEach(
        (contact, unique) -> {
          if (contacts.isUnique(contact) != unique && !contacts.adoptIfEmpty(contact, unique)) {
            tell.accept(
                "Employees %s share %s; fields.employee.%s.unique is %s: run ./hexdesk db unique"
                    .formatted(
                        unique ? "may still" : "still may not",
                        nameOf(contact),
                        contact.field(),
                        unique));
          }
        });
  }

  /**
   * Has the database see to what is wanted.
   *
   * @throws OperatorException where employees share what is to be unique; nothing is changed then
   */
  public void apply(boolean onlyTell, Consumer<String> tell) {
    wanted.forEach(
        (contact, unique) -> {
          if (unique && !contacts.isUnique(contact)) {
            requireUnshared(contact);
          }
        });
    wanted.forEach(
        (contact, unique) -> {
          boolean changes = contacts.isUnique(contact) != unique;
          if (changes && !onlyTell) {
            contacts.set(contact, unique);
          }
          tell.accept(
              "%s employees %s %s."
                  .formatted(
                      changes ? onlyTell ? "After this," : "From now on," : "As before,",
                      unique ? "may not share" : "may share",
                      nameOf(contact)));
        });
  }

  private void requireUnshared(Contact contact) {
    List<Shared> shared = contacts.shared(contact, NAMED);
    if (!shared.isEmpty()) {
      throw new OperatorException(
          """
          fields.employee.%s.unique is true, but employees share what is to be unique. Nothing is changed.
          Give them what is theirs alone, or none (null); at most %d are named at a time:
          %s\
          """
              .formatted(
                  contact.field(),
                  NAMED,
                  shared.stream().map(each -> "  " + each).collect(Collectors.joining("\n"))));
    }
  }

  private static String nameOf(Contact contact) {
    return switch (contact) {
      case PHONE -> "phone numbers";
      case EMAIL -> "e-mail addresses";
    };
  }
}
