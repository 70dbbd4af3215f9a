package dev.hexdesk.bootstrap.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Sends every case of the table to a whole server, by every way that leads to it. */
@Isolated("A server that starts meanwhile would take the log that it reads.")
class HardeningTest {
  private static final List<Section> SECTIONS = HardeningTable.sections();
  private static HardeningServer scene;

  @BeforeAll
  static void start() throws Exception {
    scene = HardeningServer.set(SECTIONS);
  }

  @AfterAll
  static void stop() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  @TestFactory
  Stream<DynamicNode> answersAsTheTableSays() {
    return Stream.concat(
        SECTIONS.stream()
            .map(
                section ->
                    dynamicContainer(
                        section.title(), section.cases().stream().flatMap(HardeningTest::tests))),
        Stream.of(
            dynamicTest("no address in a token was followed", HardeningTest::verifyBait),
            dynamicTest(
                "no line of a log begins with what was sent", () -> Logs.verify(scene.folder()))));
  }

  private static Stream<DynamicTest> tests(Case written) {
    return HardeningTable.variants(written)
        .flatMap(
            variant ->
                written.ways().stream()
                    .filter(scene::offers)
                    .map(way -> test(variant.name() + ", " + way.words(), variant.sent(), way)));
  }

  private static DynamicTest test(String name, Case sent, RequestRoute way) {
    return dynamicTest(
        name,
        () -> {
          try {
            verify(sent, way);
          } catch (AssertionError failed) {
            // Some reports count dynamic tests instead of naming them.
            throw new AssertionError(name + ": " + failed.getMessage(), failed);
          }
        });
  }

  private static void verify(Case sent, RequestRoute way) throws IOException {
    byte[] request = RequestBytes.of(sent, way, scene);
    Exchange exchange = Exchange.send(scene.connect(way), request, firstLine(request));
    new Checks(sent, way, new Texts(scene), exchange).verify();
  }

  private static String firstLine(byte[] request) {
    return new String(request, StandardCharsets.ISO_8859_1).split("[\r\n]", 2)[0];
  }

  private static void verifyBait() throws IOException {
    assertThat(scene.isBaitTaken()).isFalse();
  }
}
