package dev.hexdesk.application.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpandTicketsTest {
  private final TestUseCases desk = new TestUseCases();
  private final Actor admin = desk.somebody(Role.ADMIN);
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Employee iryna = desk.given.employee(anEmployee());
  private final User owner = desk.given.user(aUser().named("owner"));
  private final User bob = desk.given.user(aUser().named("bobby"));
  private final Ticket ticket =
      desk.given.ticket(aTicket().forEmployee(iryna).ownedBy(owner).assignedTo(bob));
  private final Ticket unassigned = desk.given.ticket(aTicket().forEmployee(iryna).ownedBy(owner));
  private final ExpandTickets relations =
      new TicketExpansionService(
          desk.department.employeeQueries(), desk.department.userQueries(), TestRules.rolePolicy());

  @Test
  void findsWhomTicketsName() {
    assertThat(relate(admin, ExpandableRelation.values()))
        .isEqualTo(
            new ExpandedRelations(
                Set.of(ExpandableRelation.values()),
                Map.of(iryna.id(), iryna),
                true,
                Map.of(owner.id(), owner, bob.id(), bob),
                true));
  }

  @Test
  void looksForNothingThatNobodyWants() {
    assertThat(relate(admin)).isEqualTo(ExpandedRelations.NONE);
    assertThat(relate(admin, ExpandableRelation.OWNER).users()).containsOnlyKeys(owner.id());
    assertThat(relate(admin, ExpandableRelation.ASSIGNEE).users()).containsOnlyKeys(bob.id());
    assertThat(relate(admin, ExpandableRelation.EMPLOYEE).users()).isEmpty();
  }

  @Test
  void showsNobodyMoreThanTheyMayRead() {
    ExpandedRelations seen =
        relate(narrowed(support, Scope.TICKETS_READ), ExpandableRelation.values());

    assertThat(seen.employees()).isEmpty();
    assertThat(seen.employeesInFull()).isFalse();
    assertThat(seen.usersInFull()).isFalse();
    assertThat(relate(support, ExpandableRelation.values()).employeesInFull()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aRelationIsFoundByItsCode(ExpandableRelation relation) {
    assertThat(Coded.find(ExpandableRelation.class, relation.code())).contains(relation);
    assertThat(Coded.find(ExpandableRelation.class, relation.name())).isEmpty();
  }

  private ExpandedRelations relate(Actor actor, ExpandableRelation... wanted) {
    return relations.relate(actor, List.of(ticket, unassigned), Set.of(wanted));
  }
}
