package dev.hexdesk.bootstrap.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.CommittedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the committed page to the table, and the table to the list of threats. */
class HardeningPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/hardening.md");
  private static final int ROWS = 27;

  /** What is between is about faults, and is no matter of what somebody sends. */
  private static final int FURTHER_ROW = 35;

  private static final int FURTHER_ROWS = 6;

  private final List<Section> sections = HardeningTable.sections();

  @Test
  void isTheCommittedPage() throws IOException {
    new CommittedFile(PAGE, "hardening.update", getClass())
        .holdTo(new HardeningPage(sections, HardeningPageTest::linkTo).text());
  }

  @Test
  void leavesNoRowOut() {
    assertThat(sections.stream().flatMap(section -> section.rows().keySet().stream()))
        .containsExactlyElementsOf(
            IntStream.concat(
                    IntStream.rangeClosed(1, ROWS),
                    IntStream.range(FURTHER_ROW, FURTHER_ROW + FURTHER_ROWS))
                .boxed()
                .toList());
  }

  @Test
  void namesEachCaseOnce() {
    assertThat(sections.stream().flatMap(section -> section.cases().stream()).map(Case::name))
        .doesNotHaveDuplicates();
  }

  /** The test's file as seen from the page; fails where there is none, or more than one. */
  private static String linkTo(String test) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> found =
          files
              .filter(file -> file.endsWith(test + ".java"))
              .filter(file -> file.toString().contains("src/test/java"))
              .toList();
      assertThat(found).as("the test " + test).hasSize(1);
      return "../" + ROOT.relativize(found.getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
