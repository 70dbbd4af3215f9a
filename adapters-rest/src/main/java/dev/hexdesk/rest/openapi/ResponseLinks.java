package dev.hexdesk.rest.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.links.Link;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Leads from answers to what can be done next with the resources in them. What belongs to a
 * resource itself follows from the paths: all that is at its own address or below it. What leads
 * elsewhere is named here.
 */
final class ResponseLinks {
  private static final String ID = "$response.body#/id";
  private static final String FIRST_ID = "$response.body#/items/0/id";
  private static final String IF_MATCH = "If-Match";
  private static final String PAGE = "Page";

  /** Where a member of one kind of resource is an argument of an operation on another kind. */
  private record Elsewhere(
      String kind,
      String name,
      String meaning,
      String operation,
      String parameter,
      String expression) {}

  private static final List<Elsewhere> ELSEWHERE =
      List.of(
          new Elsewhere(
              "Ticket",
              "employeeOfTicket",
              "For whom it is.",
              "getEmployee",
              "id",
              body("employee_id")),
          new Elsewhere(
              "Ticket", "ownerOfTicket", "Who owns it.", "getUser", "id", body("owner_id")),
          new Elsewhere(
              "User", "ticketsOwnedByUser", "What the user owns.", "listTickets", "owner", ID),
          new Elsewhere(
              "User",
              "ticketsAssignedToUser",
              "What the user works on.",
              "listTickets",
              "assignee",
              ID),
          new Elsewhere(
              "Me", "userOfCaller", "The caller as others read them.", "getUser", "id", ID));

  private final OpenAPI document;
  private final Components components;

  ResponseLinks(OpenAPI document) {
    this.document = document;
    this.components = document.getComponents();
  }

  void add() {
    Map<String, String> homes = homes();
    operations().forEach(operation -> addTo(operation, homes));
    components.setLinks(new TreeMap<>(components.getLinks()));
  }

  private static String body(String member) {
    return "$response.body#/" + member;
  }

  private Stream<Operation> operations() {
    return document.getPaths().values().stream().flatMap(item -> item.readOperations().stream());
  }

  /** The address of one resource of each kind, by the kind's schema. */
  private Map<String, String> homes() {
    Map<String, String> homes = new LinkedHashMap<>();
    document
        .getPaths()
        .forEach(
            (path, item) -> {
              if (path.endsWith("/{id}") || path.endsWith("_id}")) {
                homes.put(kind(success(item.getGet())), path);
              }
            });
    return homes;
  }

  private void addTo(Operation operation, Map<String, String> homes) {
    ApiResponse answer = success(operation);
    String kind = kind(answer);
    String home = homes.get(kind);
    if (home != null) {
      operationsOn(home).forEach(next -> refer(answer, next.getOperationId(), onSelf(home, next)));
    } else if (kind.endsWith(PAGE)
        && isAtTheTop(kind.substring(0, kind.length() - PAGE.length()), homes)) {
      String item = kind.substring(0, kind.length() - PAGE.length());
      refer(
          answer, "first" + item, link("get" + item, Map.of("id", FIRST_ID), "The first in full."));
    }
    ELSEWHERE.stream()
        .filter(link -> link.kind().equals(kind))
        .forEach(link -> refer(answer, link.name(), link(link)));
  }

  /** Whether the id alone leads to such a resource. */
  private static boolean isAtTheTop(String kind, Map<String, String> homes) {
    return homes.getOrDefault(kind, "").endsWith("/{id}");
  }

  /** All operations at a resource's own address and below it, as far as that alone leads there. */
  private List<Operation> operationsOn(String home) {
    return document.getPaths().entrySet().stream()
        .filter(entry -> (entry.getKey() + "/").startsWith(home + "/"))
        .filter(entry -> entry.getKey().indexOf('{', home.length()) < 0)
        .flatMap(entry -> entry.getValue().readOperations().stream())
        .toList();
  }

  /** A change is meant for the version that the answer tells. */
  private static Link onSelf(String home, Operation next) {
    Map<String, String> arguments = new LinkedHashMap<>();
    if (home.endsWith("/{id}")) {
      arguments.put("id", ID);
    } else {
      arguments.put("id", body("ticket_id"));
      arguments.put(home.substring(home.lastIndexOf('{') + 1, home.length() - 1), ID);
    }
    if (hasParameter(next, IF_MATCH)) {
      arguments.put(IF_MATCH, "$response.header." + ResponseHeaders.ETAG);
    }
    return link(next, arguments, next.getSummary() + ".");
  }

  private Link link(Elsewhere link) {
    return link(link.operation(), Map.of(link.parameter(), link.expression()), link.meaning());
  }

  private Link link(String target, Map<String, String> arguments, String description) {
    return operations()
        .filter(operation -> operation.getOperationId().equals(target))
        .map(operation -> link(operation, arguments, description))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no operation is " + target));
  }

  private static Link link(Operation target, Map<String, String> arguments, String description) {
    Link link = new Link().operationId(target.getOperationId()).description(description);
    arguments.forEach(
        (parameter, expression) -> {
          if (!hasParameter(target, parameter)) {
            throw new IllegalStateException(target.getOperationId() + " has no " + parameter);
          }
          link.addParameter(parameter, expression);
        });
    return link;
  }

  private void refer(ApiResponse answer, String name, Link link) {
    components.addLinks(name, link);
    answer.addLink(name, new Link().$ref("#/components/links/" + name));
  }

  private static boolean hasParameter(Operation operation, String name) {
    return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
        .anyMatch(parameter -> parameter.getName().equals(name));
  }

  private static ApiResponse success(Operation operation) {
    return operation.getResponses().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("2"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** The name of the answer's schema; empty where it has none of its own. */
  private static String kind(ApiResponse answer) {
    if (answer.getContent() == null) {
      return "";
    }
    String reference =
        answer.getContent().values().stream()
            .map(MediaType::getSchema)
            .filter(schema -> schema != null && schema.get$ref() != null)
            .map(schema -> schema.get$ref())
            .findFirst()
            .orElse("");
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
