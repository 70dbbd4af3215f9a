package dev.hexdesk.rest.testing;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;

import dev.hexdesk.application.authentication.AccessTokens;
import dev.hexdesk.application.authentication.ChangeOwnPassword;
import dev.hexdesk.application.authentication.CurrentUser;
import dev.hexdesk.application.authentication.IssueToken;
import dev.hexdesk.application.bulk.BulkOutcome;
import dev.hexdesk.application.bulk.BulkUpdate;
import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.comment.ChangeComment;
import dev.hexdesk.application.comment.DeleteComment;
import dev.hexdesk.application.employee.ChangeEmployee;
import dev.hexdesk.application.employee.CreateEmployee;
import dev.hexdesk.application.employee.DeleteEmployee;
import dev.hexdesk.application.privacy.EraseEmployee;
import dev.hexdesk.application.privacy.PersonalDataItem;
import dev.hexdesk.application.privacy.RedactionCounts;
import dev.hexdesk.application.privacy.ShowPersonalData.PersonalData;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.statistics.Percentiles;
import dev.hexdesk.application.statistics.ShowTicketStatistics;
import dev.hexdesk.application.statistics.TicketFigures;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.CreateTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.application.ticket.ExpandedRelations;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.application.ticket.LinkTickets;
import dev.hexdesk.application.ticket.LinkView;
import dev.hexdesk.application.ticket.MergeTickets;
import dev.hexdesk.application.ticket.ShowEmployeeWithTickets.EmployeeWithTickets;
import dev.hexdesk.application.ticket.ShowTicket;
import dev.hexdesk.application.ticket.TagCount;
import dev.hexdesk.application.ticket.UnlinkTickets;
import dev.hexdesk.application.transfer.ImportCounts;
import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.application.user.ChangeUser;
import dev.hexdesk.application.user.CreateUser;
import dev.hexdesk.application.user.DeleteUser;
import dev.hexdesk.application.user.SetUserPassword;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.authentication.MeResource;
import dev.hexdesk.rest.authentication.TokenResource;
import dev.hexdesk.rest.bulk.BulkResource;
import dev.hexdesk.rest.comment.CommentResource;
import dev.hexdesk.rest.disclosure.SecurityContact;
import dev.hexdesk.rest.disclosure.SecurityTxtResource;
import dev.hexdesk.rest.employee.EmployeeResource;
import dev.hexdesk.rest.health.HealthResource;
import dev.hexdesk.rest.openapi.DocsResource;
import dev.hexdesk.rest.openapi.DocumentResource;
import dev.hexdesk.rest.openapi.RootResource;
import dev.hexdesk.rest.privacy.ErasureResource;
import dev.hexdesk.rest.privacy.PersonalDataResource;
import dev.hexdesk.rest.problem.ProblemResource;
import dev.hexdesk.rest.statistics.StatisticsResource;
import dev.hexdesk.rest.ticket.AssigneeResource;
import dev.hexdesk.rest.ticket.LinkResource;
import dev.hexdesk.rest.ticket.MergeResource;
import dev.hexdesk.rest.ticket.ReadOnlyTicketMembers;
import dev.hexdesk.rest.ticket.TagResource;
import dev.hexdesk.rest.ticket.TicketHistoryResource;
import dev.hexdesk.rest.ticket.TicketResource;
import dev.hexdesk.rest.transfer.EmployeeTransferResource;
import dev.hexdesk.rest.transfer.StreamingDownloads;
import dev.hexdesk.rest.transfer.TicketTransferResource;
import dev.hexdesk.rest.transfer.TransferBulkhead;
import dev.hexdesk.rest.user.UserResource;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Every resource, on use cases that never refuse and keep nothing: for tests of what holds
 * everywhere. Each thing that is there has version 3, and each list goes on.
 */
public final class AllResources {
  private static final RolePolicy POLICY = TestRules.rolePolicy();
  private static final User USER = aUser().named("olena").withVersion(3).build();
  private static final Employee EMPLOYEE = anEmployee().withVersion(3).build();
  private static final Ticket TICKET =
      aTicket().describedAs("It burns. ".repeat(100)).withVersion(3).build();

  private static final Comment COMMENT =
      new Comment(
          new CommentId(2),
          new TicketId(1),
          Optional.of(new UserId(7)),
          "Olena Halahan",
          new CommentBody("The toner is on its way."),
          Visibility.PUBLIC,
          new Version(3),
          Fixtures.NOON,
          Fixtures.NOON);
  private static final HistoryEntry ENTRY =
      new HistoryEntry(
          9,
          Fixtures.NOON,
          new UserId(7),
          "Olena Halahan",
          TicketAction.CREATED,
          List.of(
              new FieldChange("title", new FieldValue.Nothing(), FieldValue.of("Printer")),
              new FieldChange(
                  "tags", new FieldValue.Texts(List.of("fire")), new FieldValue.Nothing()),
              new FieldChange("assignee_id", FieldValue.of(7), new FieldValue.Nothing())));

  private static final LinkView LINK =
      new LinkView(new TicketId(302), LinkRole.BLOCKS, "Smoke", TicketStatus.OPEN, Fixtures.NOON);

  private AllResources() {}

  /** All resources, as the server registers them. */
  public static List<Object> resources() {
    DocsResource docs = new DocsResource();
    return List.of(
        token(),
        me(),
        users(),
        employees(),
        tickets(),
        new AssigneeResource(AllResources::changed),
        new MergeResource(
            command ->
                ifMeant(
                    command.precondition(),
                    new Version(3),
                    new MergeTickets.Result.Merged(TICKET),
                    MergeTickets.Result.Refused::new)),
        new BulkResource(
            command ->
                new BulkUpdate.Result.Done(
                    command.operations().stream()
                        .map(operation -> AllResources.updated())
                        .toList()),
            new ReadOnlyTicketMembers(
                query -> new ShowTicket.Result.Found(TICKET),
                (actor, tickets, wanted) -> ExpandedRelations.NONE),
            TestRules.ticketRules(),
            TestRules.commentRules()),
        new LinkResource(
            query -> new ReadResult.Found<>(List.of(LINK)),
            command -> new LinkTickets.Result.Linked(LINK, true),
            command -> new UnlinkTickets.Result.Unlinked()),
        comments(),
        new TicketHistoryResource(
            query -> new ReadResult.Found<>(page(ENTRY)), ServedDocument.LIMITS),
        new TagResource(
            query -> new AccessResult.Granted<>(page(new TagCount(new Tag("printer"), 42))),
            ServedDocument.LIMITS),
        statistics(),
        new ErasureResource(AllResources::erased),
        personalData(),
        employeeTransfers(),
        ticketTransfers(),
        new HealthResource(() -> true),
        new ProblemResource(),
        docs,
        new RootResource(docs),
        new SecurityTxtResource(
            new SecurityContact(Optional.of("mailto:security@desk.example"), Optional.empty()),
            InstantSource.fixed(Fixtures.NOON)),
        new DocumentResource(ServedDocument::build));
  }

  public static Api api() {
    return Api.of(resources().toArray());
  }

  private static BulkOutcome updated() {
    return new BulkOutcome.Updated(new ChangeTicket.Result.Changed(TICKET));
  }

  private static StatisticsResource statistics() {
    TicketFigures figures =
        new TicketFigures(
            Optional.empty(),
            FieldValue.of("open"),
            42,
            Optional.of(Percentiles.ofSeconds(5400.5, 86400)),
            Optional.empty());
    return new StatisticsResource(
        query -> new ShowTicketStatistics.Result.Shown(query.created(), List.of(figures)),
        ZoneOffset.UTC);
  }

  private static PersonalDataResource personalData() {
    List<PersonalDataItem> data =
        List.of(
            new PersonalDataItem.TicketData(TICKET),
            new PersonalDataItem.CommentData(COMMENT),
            new PersonalDataItem.HistoryData(TICKET.id(), ENTRY));
    return new PersonalDataResource(
        query ->
            new ReadResult.Found<>(
                new PersonalData(
                    EMPLOYEE, CommentAccess.ALL, (opened, handler) -> data.forEach(handler))),
        new StreamingDownloads(bulkhead(), request -> {}),
        InstantSource.fixed(Fixtures.NOON));
  }

  private static EmployeeTransferResource employeeTransfers() {
    return new EmployeeTransferResource(
        query -> new AccessResult.Granted<>(only(EMPLOYEE)),
        command -> new ImportRows.Result.Imported(new ImportCounts(3, 1, 1, 1)),
        TestRules.employeeRules(),
        bulkhead(),
        new StreamingDownloads(bulkhead(), request -> {}));
  }

  private static TicketTransferResource ticketTransfers() {
    return new TicketTransferResource(
        query -> new AccessResult.Granted<>(only(TICKET)),
        command -> new ImportRows.Result.Imported(new ImportCounts(3, 1, 1, 1)),
        TestRules.ticketRules(),
        bulkhead(),
        new StreamingDownloads(bulkhead(), request -> {}),
        InstantSource.fixed(Fixtures.NOON));
  }

  private static TransferBulkhead bulkhead() {
    return new TransferBulkhead(1, Duration.ofMinutes(1));
  }

  private static EraseEmployee.Result erased(EraseEmployee.Command command) {
    return ifMeant(
        command.precondition(),
        new Version(3),
        new EraseEmployee.Result.Erased(
            new Version(4), Fixtures.NOON, new RedactionCounts(2, 5, 7)),
        EraseEmployee.Result.Refused::new);
  }

  private static TokenResource token() {
    AccessTokens.Issued token = new AccessTokens.Issued("e30.e30.c2ln", Duration.ofMinutes(60));
    return new TokenResource(
        command -> new IssueToken.Result.Issued(token, command.scopes().orElse(Set.of())));
  }

  private static MeResource me() {
    return new MeResource(
        actor ->
            new CurrentUser.Result.Me(USER, POLICY.permissionsOf(actor), POLICY.scopesOf(actor)),
        command -> new ChangeOwnPassword.Result.Changed(),
        TestRules.passwordRules());
  }

  private static UserResource users() {
    return new UserResource(
        new UserResource.UseCases(
            command -> new CreateUser.Result.Created(USER),
            query -> new ReadResult.Found<>(USER),
            query -> new AccessResult.Granted<>(page(USER)),
            command ->
                ifMeant(
                    command.precondition(),
                    new Version(3),
                    new ChangeUser.Result.Changed(USER),
                    ChangeUser.Result.Refused::new),
            command -> new ChangeUser.Result.Changed(USER),
            command -> new SetUserPassword.Result.Changed(),
            command -> new DeleteUser.Result.Deleted()),
        TestRules.userRules(),
        ServedDocument.LIMITS);
  }

  private static EmployeeResource employees() {
    return new EmployeeResource(
        new EmployeeResource.UseCases(
            command -> new CreateEmployee.Result.Created(EMPLOYEE),
            query -> new ReadResult.Found<>(EMPLOYEE),
            query -> new ReadResult.Found<>(new EmployeeWithTickets(EMPLOYEE, List.of(TICKET))),
            query -> new AccessResult.Granted<>(page(EMPLOYEE)),
            query -> new ReadResult.Found<>(page(TICKET)),
            (search, tickets) -> Map.of(),
            (actor, tickets, wanted) -> ExpandedRelations.NONE,
            command -> new ChangeEmployee.Result.Changed(EMPLOYEE),
            command -> new DeleteEmployee.Result.Deleted()),
        TestRules.employeeRules(),
        TestRules.ticketRules(),
        ServedDocument.LIMITS,
        InstantSource.fixed(Fixtures.NOON));
  }

  private static TicketResource tickets() {
    return new TicketResource(
        new TicketResource.UseCases(
            command -> new CreateTicket.Result.Created(TICKET),
            query -> new ShowTicket.Result.Found(TICKET),
            query -> new AccessResult.Granted<>(page(TICKET)),
            (search, tickets) -> Map.of(),
            (actor, tickets, wanted) -> ExpandedRelations.NONE,
            AllResources::changed,
            command ->
                ifMeant(
                    command.precondition(),
                    new Version(3),
                    new DeleteTicket.Result.Deleted(),
                    DeleteTicket.Result.Refused::new)),
        TestRules.ticketRules(),
        ServedDocument.LIMITS,
        InstantSource.fixed(Fixtures.NOON));
  }

  private static ChangeTicket.Result changed(ChangeTicket.Command command) {
    return ifMeant(
        command.precondition(),
        new Version(3),
        new ChangeTicket.Result.Changed(TICKET),
        ChangeTicket.Result.Refused::new);
  }

  private static CommentResource comments() {
    return new CommentResource(
        new CommentResource.UseCases(
            command -> new AddComment.Result.Added(COMMENT),
            query -> new ReadResult.Found<>(COMMENT),
            query -> new ReadResult.Found<>(page(COMMENT)),
            command ->
                ifMeant(
                    command.precondition(),
                    COMMENT.version(),
                    new ChangeComment.Result.Changed(COMMENT),
                    ChangeComment.Result.Refused::new),
            command ->
                ifMeant(
                    command.precondition(),
                    COMMENT.version(),
                    new DeleteComment.Result.Deleted(),
                    DeleteComment.Result.Refused::new)),
        TestRules.commentRules(),
        ServedDocument.LIMITS);
  }

  private static <T> Page<T> page(T item) {
    return new Page<>(
        List.of(item), Optional.of(new Position("2026-11-23T12:00:00Z", 1)), OptionalLong.empty());
  }

  private static <V> RowStream<V> only(V row) {
    return (opened, handler) -> {
      opened.run();
      handler.accept(row);
    };
  }

  /** What is done to the present version, and refused for any other. */
  private static <R> R ifMeant(
      Precondition precondition, Version present, R done, Function<Refusal, R> refused) {
    return precondition.holdsFor(present) ? done : refused.apply(new Refusal.PreconditionFailed());
  }
}
