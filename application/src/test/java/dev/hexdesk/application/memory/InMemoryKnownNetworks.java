package dev.hexdesk.application.memory;

import dev.hexdesk.application.authentication.ClientAddress;
import dev.hexdesk.application.authentication.KnownNetworks;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Networks in memory. */
public record InMemoryKnownNetworks(InMemoryDepartment department) implements KnownNetworks {
  @Override
  public Optional<Sighting> find(Username username, ClientAddress address) {
    return department
        .users()
        .find(username)
        .map(User::id)
        .flatMap(
            id -> {
              Known known = new Known(id, address.network());
              return department.unitOfWork.statement(
                  () ->
                      Optional.ofNullable(department.networks.get(known))
                          .map(seenAt -> new Sighting(known, seenAt)));
            });
  }

  @Override
  public List<Known> of(UserId id) {
    return department.unitOfWork.statement(
        () ->
            department.networks.keySet().stream()
                .filter(known -> known.userId().equals(id))
                .toList());
  }

  @Override
  public void remember(UserId id, ClientAddress address, Instant now, Instant forgottenBefore) {
    department.unitOfWork.statement(
        () -> {
          if (department.accounts.containsKey(id)) {
            department.networks.put(new Known(id, address.network()), now);
          }
          return department.networks.values().removeIf(seen -> seen.isBefore(forgottenBefore));
        });
  }
}
