package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.ExpandTickets;
import dev.hexdesk.application.ticket.ExpandableRelation;
import dev.hexdesk.application.ticket.HighlightTickets;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Overdue;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.paging.PageParameters;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.request.CommaSeparated;
import dev.hexdesk.rest.request.IdConverters;
import dev.hexdesk.rest.request.InstantParameter;
import dev.hexdesk.rest.request.Parameters;
import dev.hexdesk.rest.security.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What any list of tickets can be narrowed to and sorted by. */
public class TicketParameters extends PageParameters {
  private static final String TAGS =
      "^" + Parameters.TAG_CHARACTERS + "+(?:," + Parameters.TAG_CHARACTERS + "+)*$";

  private static final String ME = "me";
  private static final String NOBODY = "none";

  private static final String SEARCH =
      "Words that must all occur in the title, the description, the employee's names or the"
          + " comments that the caller may see, in any letter case; the last one may be the"
          + " beginning of a word. The parts of a compound, a file's name or an address are words;"
          + " accents, apostrophes and hyphens don't count, nor how a number is written."
          + " `\"a phrase\"` finds words that follow each other, `or` either of two, `-word` what"
          + " lacks it.";

  @QueryParam("q")
  @Parameter(
      description = SEARCH,
      schema = @Schema(minLength = 1, pattern = Parameters.WORDS_PATTERN))
  private @Nullable String q;

  @QueryParam("highlight")
  @Parameter(
      description = "Whether to tell where in each ticket that stands which `q` finds.",
      schema = @Schema(type = "boolean", defaultValue = "false"))
  private @Nullable String highlight;

  @QueryParam("status")
  @CommaSeparated
  @Parameter(
      description = "One of these statuses, comma-separated.",
      schema =
          @Schema(
              pattern =
                  "^(new|open|pending|resolved|closed)(,(new|open|pending|resolved|closed))*$"))
  private @Nullable String status;

  @QueryParam("priority")
  @CommaSeparated
  @Parameter(
      description = "One of these priorities, comma-separated.",
      schema = @Schema(pattern = "^(low|normal|high|urgent)(,(low|normal|high|urgent))*$"))
  private @Nullable String priority;

  @QueryParam("owner")
  @Parameter(
      description = "Owned by the user with this id, or by the caller: `me`.",
      schema = @Schema(pattern = "^([Mm][Ee]|[1-9][0-9]{0,17})$", maxLength = 18))
  private @Nullable String owner;

  @QueryParam("assignee")
  @Parameter(
      description = "Given to the user with this id, to the caller (`me`), or to nobody (`none`).",
      schema = @Schema(pattern = "^([Mm][Ee]|[Nn][Oo][Nn][Ee]|[1-9][0-9]{0,17})$", maxLength = 18))
  private @Nullable String assignee;

  @QueryParam("created_after")
  @InstantParameter("Created later than this.")
  private @Nullable String createdAfter;

  @QueryParam("created_before")
  @InstantParameter("Created earlier than this.")
  private @Nullable String createdBefore;

  @QueryParam("updated_after")
  @InstantParameter("Changed later than this.")
  private @Nullable String updatedAfter;

  @QueryParam("updated_before")
  @InstantParameter("Changed earlier than this.")
  private @Nullable String updatedBefore;

  @QueryParam("tag")
  @CommaSeparated
  @Parameter(
      description = "Bearing one of these tags, comma-separated, without regard to letter case.",
      schema = @Schema(pattern = TAGS))
  private @Nullable String tag;

  @QueryParam("due_before")
  @InstantParameter("Due earlier than this.")
  private @Nullable String dueBefore;

  @QueryParam("overdue")
  @Parameter(
      description =
          "Whether it should have been resolved by now: due, and neither resolved nor closed.",
      schema = @Schema(type = "boolean"))
  private @Nullable String overdue;

  @QueryParam("expand")
  @ExpandParameter
  private @Nullable String expand;

  @QueryParam("sort")
  @Parameter(
      description =
          "The order; `-` before a field for the descending one. Tickets without a due date count"
              + " as due after all others. `-relevance`, for a search with `q`, gives those first"
              + " in whose title it is found, and of these the newest.",
      schema =
          @Schema(
              defaultValue = "id",
              allowableValues = {
                "id",
                "-id",
                "priority",
                "-priority",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "due_at",
                "-due_at",
                "-relevance"
              }))
  private @Nullable String sort;

  /**
   * @param rules which tell what a tag can be
   */
  public TicketFilter filter(Actor caller, TicketRules rules, Instant now) {
    return new TicketFilter(
        anyOf("status", status, TicketStatus.class),
        anyOf("priority", priority, Priority.class),
        Optional.empty(),
        Optional.ofNullable(owner).map(raw -> user("owner", raw, caller, List.of(ME))),
        Optional.ofNullable(assignee).map(raw -> assignee(raw, caller)),
        period("created_after", createdAfter, "created_before", createdBefore),
        period("updated_after", updatedAfter, "updated_before", updatedBefore),
        tags(rules.tag()),
        Parameters.instant("due_before", dueBefore),
        Parameters.flag("overdue", overdue).map(wanted -> new Overdue(wanted, now)),
        Parameters.search("q", q).map(TicketSearch::of));
  }

  /** A list without any ticket would not tell who has mixed the two up. */
  private static Period period(
      String after, @Nullable String from, String before, @Nullable String to) {
    Optional<Instant> begin = Parameters.instant(after, from);
    Optional<Instant> end = Parameters.instant(before, to);
    if (begin.isPresent() && end.filter(begin.get()::isAfter).isPresent()) {
      throw ProblemException.badParameter(before, "reversed", "must not be before '" + after + "'");
    }
    return new Period(begin, end);
  }

  private Set<Tag> tags(TextRule<Tag> rule) {
    Set<Tag> tags =
        Parameters.listed(
            "tag",
            tag,
            text ->
                Parameters.stored("tag", WellFormed.trimmed(text), rule, Parameters.TAG)
                    .map(Tag::new));
    means("tag", tags.stream().map(Tag::value));
    return tags;
  }

  private Assignee assignee(String raw, Actor caller) {
    return raw.equalsIgnoreCase(NOBODY)
        ? new Assignee.Nobody()
        : new Assignee.User(user("assignee", raw, caller, List.of(ME, NOBODY)));
  }

  /**
   * @param words what may stand for an id
   */
  private UserId user(String parameter, String raw, Actor caller, List<String> words) {
    UserId id =
        raw.equalsIgnoreCase(ME)
            ? caller.id()
            : IdConverters.read(raw)
                .map(UserId::new)
                .orElseThrow(
                    () ->
                        ProblemException.badParameter(
                            parameter,
                            "type",
                            "must be a positive integer or " + String.join(" or ", words)));
    means(parameter, Stream.of(Long.toString(id.value())));
    return id;
  }

  private Set<ExpandableRelation> expand() {
    return Parameters.words("expand", expand, ExpandableRelation.class);
  }

  /** The answer with a page of tickets, whom they name and what was found in them. */
  public Response answer(
      Caller caller, Page<Ticket> page, ExpandTickets relate, HighlightTickets find) {
    return answer(
        page,
        TicketResponse.class,
        TicketResponse.showing(
            relate.relate(caller.actor(), page.items(), expand()),
            Parameters.flag("highlight", highlight).orElse(false)
                ? find.highlight(Parameters.search("q", q).orElse(""), page.items())
                : Map.of()),
        TicketPage::new);
  }

  public Sort<TicketSortField> sort() {
    Sort<TicketSortField> order = sort(sort, TicketSortField.ID);
    if (order.field() == TicketSortField.RELEVANCE && (q == null || !order.descending())) {
      throw ProblemException.badParameter(
          "sort", "unknown_value", "can be -relevance where q is given, and not relevance");
    }
    return order;
  }
}
