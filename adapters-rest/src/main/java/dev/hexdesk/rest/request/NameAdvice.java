package dev.hexdesk.rest.request;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which of our names somebody means who writes one as another API has it: {@code pageSize} for
 * {@code limit}, {@code employeeId} for {@code employee_id}. It is told, and never taken for it.
 */
public final class NameAdvice {
  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String FILTER = "filter";

  /** What widely used APIs call the parameters that ours have, without separators. */
  private static final Map<String, String> ELSEWHERE = new TreeMap<>();

  /** What they say by a parameter and we by a header. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "accesstoken", "Authorization",
          "token", "Authorization",
          "apikey", "Authorization",
          "authorization", "Authorization",
          "format", "Accept",
          "accept", "Accept");

  static {
    called("limit", "pagesize", "perpage", "size", "top", "count", "first", "rows", "take");
    called("limit", "maxresults", "itemsperpage", "pagelimit");
    called("cursor", "page", "offset", "skip", "start", "startat", "after", "pagetoken");
    called("cursor", "pagenumber", "nextcursor", "nextpagetoken", "startingafter", "marker");
    called("q", "search", "query", "text", "term", "keyword", "keywords", "searchterm");
    called("sort", "order", "orderby", "sortby", "sortorder", "ordering");
    called("expand", "include", "embed", "with");
    called("fields", "select", "attributes", "columns");
    called("include_total", "total", "withtotal", "includecount", "totalcount");
    called("status", "state", "statuses");
    called("priority", "priorities");
    called("tag", "tags", "label", "labels");
    called("role", "roles");
    called("assignee", "assigneeid", "assignedto");
    called("owner", "ownerid", "createdby", "creator");
    called("employee_id", "employee", "requester", "requesterid");
    called("created_after", "createdsince", "createdfrom", "since", "createdatfrom");
    called("created_before", "createduntil", "createdto", "until", "createdatto");
    called("updated_after", "updatedsince", "updatedfrom", "modifiedsince");
    called("updated_before", "updateduntil", "updatedto");
    called("due_before", "dueuntil", "dueby");
    called("time_zone", "tz");
    called("per", "interval", "granularity");
  }

  private NameAdvice() {}

  private static void called(String ours, String... elsewhere) {
    List.of(elsewhere).forEach(name -> ELSEWHERE.put(name, ours));
  }

  /** Which of these names is meant: it is written in another way, or called so elsewhere. */
  public static Optional<String> meant(String given, Collection<String> known) {
    String plain = plain(given);
    return plain.isEmpty() ? Optional.empty() : meantBy(plain, known);
  }

  private static Optional<String> meantBy(String plain, Collection<String> known) {
    Optional<String> found =
        known.stream()
            .filter(name -> plain(name).equals(plain))
            .findFirst()
            .or(() -> Optional.ofNullable(ELSEWHERE.get(plain)).filter(known::contains));
    return found.isEmpty() && plain.startsWith(FILTER)
        ? meantBy(plain.substring(FILTER.length()), known)
        : found;
  }

  /** The header by which that is said here, of a request by this method. */
  static Optional<String> header(String given, String method) {
    return Optional.ofNullable(HEADERS.get(plain(given)))
        .map(
            header ->
                header.equals(HttpHeaders.ACCEPT)
                        && ContentTypeFilter.TAKING_BODIES.contains(method)
                    ? HttpHeaders.CONTENT_TYPE
                    : header);
  }

  private static String plain(String name) {
    return SEPARATOR.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
