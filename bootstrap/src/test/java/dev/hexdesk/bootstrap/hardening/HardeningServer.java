package dev.hexdesk.bootstrap.hardening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.bootstrap.http.Nginx;
import dev.hexdesk.bootstrap.http.TestCertificate;
import dev.hexdesk.bootstrap.journey.Installation;
import dev.hexdesk.bootstrap.journey.Person;
import dev.hexdesk.bootstrap.journey.ServerFixture;
import dev.hexdesk.bootstrap.journey.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A server of the table's own, an nginx before it, and what is in it to begin with. */
final class HardeningServer implements Texts.Values, AutoCloseable {
  static final String SECRET = "a secret of the table's own, long enough";
  static final String TRUSTED_ORIGIN = "https://desk.example.org";

  private final Installation installation;
  private final TestServer desk;
  private final TestCertificate certificate;
  private final Optional<Nginx> nginx;
  private final ServerSocketChannel bait;
  private final Map<String, JsonNode> rows = new TreeMap<>();
  private final Map<String, Person> people = new TreeMap<>();

  private HardeningServer() throws Exception {
    installation = Installation.prepared();
    installation.set("HEXDESK_JWT_SECRET", SECRET);
    // The table's own failures to log in are not to add up.
    installation.edit("failures: [0-9]+", "failures: 10000");
    installation.edit("allowedOrigins: \\[\\]", "allowedOrigins: [" + TRUSTED_ORIGIN + "]");
    installation.edit(
        "security:\n    contact: ''", "security:\n    contact: mailto:security@example.org");
    desk = TestServer.start(installation);
    certificate = TestCertificate.make(installation.folder());
    nginx =
        Nginx.isMissing()
            ? Optional.empty()
            : Optional.of(
                Nginx.start(
                    installation.folder(),
                    certificate,
                    "server 127.0.0.1:" + desk.port() + " max_fails=0;"));
    bait = ServerSocketChannel.open();
    bait.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).configureBlocking(false);
    for (Person person :
        new Person[] {desk.given().admin(), desk.given().manager(), desk.given().support()}) {
      people.put(person.username(), person);
      rows.put(person.username(), desk.as(person).get("/me").expect(200).json());
    }
  }

  static HardeningServer set(Iterable<Section> sections) throws Exception {
    HardeningServer scene = new HardeningServer();
    for (Section section : sections) {
      section.given().forEach(scene::add);
    }
    return scene;
  }

  private void add(String name, ObjectNode given) {
    String kind = given.fieldNames().next();
    ObjectNode body = body(kind);
    given.path(kind).properties().forEach(field -> body.set(field.getKey(), field.getValue()));
    ObjectNode row = create(kind, body);
    if (kind.equals("user")) {
      String password = body.path("password").textValue();
      row.put("password", password);
      people.put(name, desk.login(row.path("username").textValue(), password));
    }
    rows.put(name, row);
  }

  private ObjectNode body(String kind) {
    return switch (kind) {
      case "user" -> ServerFixture.userBody();
      case "employee" -> ServerFixture.employeeBody();
      case "ticket" -> ServerFixture.ticketBody(desk.given().employee());
      default -> throw new IllegalArgumentException("nobody can prepare a " + kind);
    };
  }

  private ObjectNode create(String kind, ObjectNode body) {
    var answer = desk.as(desk.given().admin()).post("/" + kind + "s", body).expect(201);
    return ((ObjectNode) answer.json()).put("etag", answer.etag());
  }

  /** Somebody who has logged in. */
  Person person(String name) {
    if (!people.containsKey(name)) {
      throw new IllegalArgumentException("nobody is called " + name);
    }
    return people.get(name);
  }

  /** A prepared row's fields, its id where none is named, and what can be made on the spot. */
  @Override
  public String of(String name, String member, String argument) {
    return switch (name) {
      case "token" -> person(argument).token();
      case "bait" -> Integer.toString(bait.socket().getLocalPort());
      case "new" -> made(argument);
      default -> {
        if (!rows.containsKey(name)) {
          throw new IllegalArgumentException("{" + name + "} stands for nothing");
        }
        JsonNode value = rows.get(name).path(member.isEmpty() ? "id" : member);
        if (value.isMissingNode()) {
          throw new IllegalArgumentException("{" + name + "." + member + "} stands for nothing");
        }
        yield value.asText();
      }
    };
  }

  private String made(String what) {
    return switch (what) {
      case "username" -> ServerFixture.username();
      case "phone" -> ServerFixture.phone();
      default -> create(what, body(what)).path("id").asText();
    };
  }

  boolean offers(RequestRoute way) {
    return way == RequestRoute.DIRECT || nginx.isPresent();
  }

  /** A connection to the server. */
  Socket connect(RequestRoute way) throws IOException {
    Socket socket =
        switch (way) {
          case DIRECT -> new Socket(InetAddress.getLoopbackAddress(), desk.port());
          case NGINX ->
              certificate
                  .trusting()
                  .getSocketFactory()
                  .createSocket("localhost", nginx.orElseThrow().tlsPort());
        };
    // Or each request would wait for the other side to confirm the handshake's end.
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Whether the server has followed an address that stood in a token. */
  boolean isBaitTaken() throws IOException {
    return bait.accept() != null;
  }

  Path folder() {
    return installation.folder();
  }

  @Override
  public void close() throws Exception {
    bait.close();
    if (nginx.isPresent()) {
      nginx.get().close();
    }
    desk.close();
  }
}
