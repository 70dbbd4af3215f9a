package dev.hexdesk.bootstrap.setup;

import dev.hexdesk.application.setup.SetUpDefaultUsers.DefaultUser;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.domain.user.Username;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One user of the list. */
final class UserEntry {
  private static final String FIRST_NAME = "first_name";
  private static final String LAST_NAME = "last_name";

  static final List<String> FIELDS =
      List.of("username", "password", FIRST_NAME, LAST_NAME, "phone", "email", "roles");

  private static final String ROLES =
      Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));

  private final EntryFields fields;
  private final UserRules rules;
  private final Map<String, String> identities = new LinkedHashMap<>();

  UserEntry(MappingNode entry, UserRules rules) {
    this.fields = new EntryFields(entry, FIELDS);
    this.rules = rules;
  }

  EntryFields fields() {
    return fields;
  }

  /** What no two users may share, by field: as far as it could be read. */
  Map<String, String> identities() {
    return identities;
  }

  /** The user, unless something is wrong. */
  Optional<DefaultUser> read() {
    Checked<Username> username = fields.text("username", rules.username());
    Checked<Optional<Password>> password = password();
    Checked<Optional<PersonName>> firstName = fields.name(FIRST_NAME, rules.firstName());
    Checked<Optional<PersonName>> lastName = fields.name(LAST_NAME, rules.lastName());
    if (fields.isWithout(FIRST_NAME) && fields.isWithout(LAST_NAME)) {
      fields.violations().missingEither(FIRST_NAME, LAST_NAME);
    }
    Checked<PhoneNumber> phone = fields.text("phone", rules.phone());
    Checked<EmailAddress> email = fields.text("email", rules.email());
    Checked<Set<Role>> roles = roles();
    identify("username", username, Username::key);
    identify("phone", phone, PhoneNumber::value);
    identify("email", email, EmailAddress::key);
    if (!fields.violations().isEmpty()) {
      return Optional.empty();
    }
    UserProfile profile =
        new UserProfile(
            username.get(),
            firstName.get(),
            lastName.get(),
            phone.get(),
            email.get(),
            roles.get(),
            false,
            false);
    return Optional.of(new DefaultUser(profile, password.get()));
  }

  private <T> void identify(String name, Checked<T> value, Function<T, String> key) {
    if (fields.isFaultless(name)) {
      identities.put(name, key.apply(value.get()));
    }
  }

  private @Nullable String username() {
    return fields.valueOf("username") instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  private Checked<Optional<Password>> password() {
    return switch (fields.valueOf("password")) {
      case null -> Optional::empty;
      case ScalarNode scalar -> {
        Checked<Password> password =
            rules.password().check("password", scalar.getValue(), username(), fields.violations());
        yield () -> Optional.of(password.get());
      }
      default -> fields.mistyped("password", "must be text");
    };
  }

  private Checked<Set<Role>> roles() {
    return switch (fields.valueOf("roles")) {
      case null -> fields.violations().missing("roles");
      case SequenceNode list -> {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        list.getValue().forEach(item -> addRole(item, roles));
        yield () -> roles;
      }
      default -> fields.mistyped("roles", "must be a list such as [support]");
    };
  }

  private void addRole(Node item, Set<Role> roles) {
    Optional<Role> role =
        item instanceof ScalarNode scalar
            ? Coded.find(Role.class, scalar.getValue())
            : Optional.empty();
    if (role.isPresent()) {
      roles.add(role.get());
    } else {
      fields.violations().add("roles", "unknown_role", "must be some of these: " + ROLES);
    }
  }
}
