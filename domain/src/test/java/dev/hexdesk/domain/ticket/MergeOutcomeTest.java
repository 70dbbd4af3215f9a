package dev.hexdesk.domain.ticket;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergeOutcomeTest {
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Instant LATEST = NOON.plusSeconds(120);

  private final Ticket source = aTicket().withId(7).withVersion(5).tagged("fire").build();
  private final Ticket target = aTicket().withId(8).withVersion(2).titled("Smoke").build();

  @Test
  void closesTheSourceForGood() {
    MergeOutcome.Merged merged = merge(source, target);

    assertThat(merged.source())
        .isEqualTo(
            new Ticket(
                source.id(),
                aTicket().tagged("fire").withStatus(TicketStatus.CLOSED).details(),
                source.ownerId(),
                new Milestones(Optional.empty(), Optional.of(LATEST), Optional.of(LATEST)),
                Optional.of(target.id()),
                source.externalId(),
                new Version(6),
                NOON,
                LATEST));
    assertThat(merged.sourceChanges())
        .containsExactly(
            new FieldChange("status", FieldValue.of("new"), FieldValue.of("closed")),
            new FieldChange("merged_into", new FieldValue.Nothing(), FieldValue.of(8)));
  }

  @Test
  void countsTheMergeOnTheTargetAndLeavesTheRestOfIt() {
    MergeOutcome.Merged merged = merge(source, target);

    assertThat(merged.target()).isEqualTo(TicketBuilder.next(target, target.details(), LATEST));
    assertThat(merged.targetChanges())
        .containsExactly(
            new FieldChange("merged_from", new FieldValue.Nothing(), FieldValue.of(7)));
  }

  @Test
  void takesTheEarlierFirstResponse() {
    Ticket early = source.answered(NOON);
    Ticket late = target.answered(LATER);

    assertThat(merge(early, late).target().milestones().firstRespondedAt()).contains(NOON);
    assertThat(merge(late, early).target().milestones().firstRespondedAt()).contains(NOON);
    assertThat(merge(early, target).target().milestones().firstRespondedAt()).contains(NOON);
    assertThat(merge(source, late).target().milestones().firstRespondedAt()).contains(LATER);
  }

  @Test
  void keepsTheEndOfBoth() {
    Ticket closed = aTicket().withId(9).withStatus(TicketStatus.CLOSED).build();
    Ticket resolved = aTicket().withId(10).withStatus(TicketStatus.RESOLVED).build();

    MergeOutcome.Merged merged = merge(closed, resolved);

    assertThat(merged.source().milestones()).isEqualTo(closed.milestones());
    assertThat(merged.sourceChanges())
        .extracting(FieldChange::field)
        .containsExactly("merged_into");
    assertThat(merged.target().milestones()).isEqualTo(resolved.milestones());
  }

  @Test
  void happensOnceAndGoesRoundInNoCircle() {
    Ticket merged = merge(source, target).source();

    assertThat(merged.mergeInto(target, MergeRule.SAME_EMPLOYEE, LATEST))
        .isEqualTo(new MergeOutcome.AlreadyMerged(target.id()));
    assertThat(merged.mergeInto(merged, MergeRule.SAME_EMPLOYEE, LATEST))
        .isEqualTo(new MergeOutcome.AlreadyMerged(target.id()));
    assertThat(target.mergeInto(merged, MergeRule.SAME_EMPLOYEE, LATEST))
        .isEqualTo(new MergeOutcome.IntoMerged(target.id()));
    assertThat(target.mergeInto(target, MergeRule.SAME_EMPLOYEE, LATEST))
        .isEqualTo(new MergeOutcome.IntoItself());
  }

  @Test
  void bringsNobodysWordsBeforeAnother() {
    Ticket ofAnother = aTicket().withId(9).forEmployee(new EmployeeId(4)).build();

    assertThat(source.mergeInto(ofAnother, MergeRule.SAME_EMPLOYEE, LATEST))
        .isEqualTo(new MergeOutcome.OtherEmployee());
  }

  @Test
  void joinsWhatTwoPeopleReportedWhereThatIsWantedAndTells() {
    Ticket ofAnother = aTicket().withId(9).forEmployee(new EmployeeId(4)).build();

    MergeOutcome.Merged merged =
        (MergeOutcome.Merged) source.mergeInto(ofAnother, MergeRule.ANY_EMPLOYEE, LATEST);

    assertThat(merged.target().details().employeeId()).isEqualTo(new EmployeeId(4));
    assertThat(merged.sourceChanges())
        .endsWith(
            new FieldChange("merged_into", new FieldValue.Nothing(), FieldValue.of(9)),
            new FieldChange("merged_into_employee_id", new FieldValue.Nothing(), FieldValue.of(4)));
    assertThat(merged.targetChanges())
        .containsExactly(
            new FieldChange("merged_from", new FieldValue.Nothing(), FieldValue.of(7)),
            new FieldChange(
                "merged_from_employee_id",
                new FieldValue.Nothing(),
                FieldValue.of(source.details().employeeId().value())));
  }

  @Test
  void keepsListsOfItsOwn() {
    MergeOutcome.Merged merged = merge(source, target);

    assertThat(merged.sourceChanges()).isEqualTo(List.copyOf(merged.sourceChanges()));
    assertThat(List.copyOf(merged.sourceChanges())).isSameAs(merged.sourceChanges());
  }

  private static MergeOutcome.Merged merge(Ticket source, Ticket target) {
    return (MergeOutcome.Merged) source.mergeInto(target, MergeRule.SAME_EMPLOYEE, LATEST);
  }
}
