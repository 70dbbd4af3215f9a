package dev.hexdesk.rest.paging;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.rest.json.FieldSelection;
import dev.hexdesk.rest.json.FieldsParameter;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.request.Parameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters that every list has. */
public abstract class PageParameters {
  /** They choose what is shown of the list, and how much. */
  private static final Set<String> NOT_THE_LIST =
      Set.of("cursor", "limit", "include_total", "fields", "expand", "highlight");

  private final Map<String, List<String>> meanings = new HashMap<>();

  @Context private @Nullable UriInfo uri;

  @QueryParam("limit")
  @Parameter(
      description = "At most this many items.",
      schema = @Schema(type = "integer", format = "int32", minimum = "1"))
  private @Nullable String limit;

  @QueryParam("cursor")
  @Parameter(
      description =
          "Where the last page ended: its `next_cursor`. It is bound to the list's filter and"
              + " sort; what is shown of the items may change from page to page.",
      schema = @Schema(pattern = CursorCodec.PATTERN, maxLength = CursorCodec.LONGEST))
  private @Nullable String cursor;

  @QueryParam("include_total")
  @Parameter(
      description = "Whether to count all items that match, as `total`.",
      schema = @Schema(type = "boolean", defaultValue = "false"))
  private @Nullable String includeTotal;

  @QueryParam("fields")
  @FieldsParameter
  private @Nullable String fields;

  /** The page that is asked for. */
  public PageSelection page(PageLimits limits) {
    return new PageSelection(
        Parameters.number("limit", limit, 1, limits.largest()).orElse(limits.standard()),
        Optional.ofNullable(cursor).map(text -> CursorCodec.decode(text, list())),
        Parameters.flag("include_total", includeTotal).orElse(false));
  }

  /** Refuses what only a page has: all that matches is wanted. */
  public void requireNoPage() {
    refuse("limit", limit);
    refuse("cursor", cursor);
    refuse("include_total", includeTotal);
  }

  private static void refuse(String parameter, @Nullable String raw) {
    if (raw != null) {
      throw ProblemException.badParameter(
          parameter, "unsuitable", "is for pages, and a file has all that matches");
    }
  }

  /** Reads {@code field} or {@code -field}. */
  protected static <F extends Enum<F>> Sort<F> sort(@Nullable String raw, F standard) {
    if (raw == null) {
      return Sort.ascending(standard);
    }
    boolean descending = raw.startsWith("-");
    String name = descending ? raw.substring(1) : raw;
    F[] fields = standard.getDeclaringClass().getEnumConstants();
    return Arrays.stream(fields)
        .filter(field -> code(field).equals(name))
        .findFirst()
        .map(field -> new Sort<>(field, descending))
        .orElseThrow(() -> unknownSort(fields));
  }

  private static ProblemException unknownSort(Enum<?>[] fields) {
    return ProblemException.badParameter(
        "sort",
        "unknown_value",
        "must be one of these, with - before it for descending order: "
            + Arrays.stream(fields).map(PageParameters::code).collect(Collectors.joining(", ")));
  }

  private static String code(Enum<?> field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  /** All that the parameter {@code sort} can be, where each of the fields goes both ways. */
  public static List<String> orders(Class<? extends Enum<?>> fields) {
    return Arrays.stream(fields.getEnumConstants())
        .map(PageParameters::code)
        .flatMap(code -> Stream.of(code, "-" + code))
        .toList();
  }

  /** The answer with the page's items, its next cursor and the link to the next page (RFC 8288). */
  public <V, R extends Record> Response answer(
      Page<V> page, Class<R> kind, Function<V, R> shown, PageShape<R> shape) {
    FieldSelection selection = FieldSelection.of(fields, kind);
    List<R> items = page.items().stream().map(shown).toList();
    String next = page.next().map(position -> CursorCodec.encode(position, list())).orElse(null);
    Long total = page.total().isPresent() ? page.total().getAsLong() : null;
    Response.ResponseBuilder answer =
        Response.ok(
            selection.isWhole()
                ? shape.of(items, next, total)
                : new SelectedPage(items.stream().map(selection::of).toList(), next, total));
    if (next != null) {
      answer.header("Link", "<" + linkTo(next) + ">; rel=\"next\"");
    }
    return answer.build();
  }

  /** How a list's page is built. */
  @FunctionalInterface
  public interface PageShape<R> {
    Object of(List<R> items, @Nullable String nextCursor, @Nullable Long total);
  }

  private String linkTo(String next) {
    return uri().getRequestUriBuilder().replaceQueryParam("cursor", next).build().toASCIIString();
  }

  /** Says what a parameter means, for lists to be the same whose parameters mean the same. */
  protected final void means(String parameter, Stream<String> values) {
    meanings.put(parameter, List.of(values.sorted().collect(Collectors.joining(","))));
  }

  /** Reads a parameter that lists values, in whatever order. */
  protected final <T extends Enum<T> & Coded> Set<T> anyOf(
      String parameter, @Nullable String raw, Class<T> kind) {
    Set<T> values = Parameters.words(parameter, raw, kind);
    means(parameter, values.stream().map(Coded::code));
    return values;
  }

  /** Tells this list, by path, filter and sort, from others. */
  private String list() {
    TreeMap<String, List<String>> query = new TreeMap<>(uri().getQueryParameters());
    query.keySet().removeAll(NOT_THE_LIST);
    query.replaceAll((name, given) -> meanings.getOrDefault(name, given));
    query.putIfAbsent("sort", List.of("id"));
    return uri().getPath() + query;
  }

  private UriInfo uri() {
    return Objects.requireNonNull(uri, "JAX-RS sets it");
  }
}
