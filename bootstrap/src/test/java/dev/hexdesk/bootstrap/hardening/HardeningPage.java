package dev.hexdesk.bootstrap.hardening;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table as people read it, in Markdown. */
final class HardeningPage {
  private static final int LONGEST_CODE = 90;
  private static final int MOST_VARIANTS = 6;
  private static final Pattern ARGUMENT = Pattern.compile("\\{(repeat [0-9]+) ([^}]{12})[^}]+}");

  private static final String HEAD =
      "\n| What is sent | On the port | Through nginx |\n|---|---|---|\n";

  private static final String START =
      """
      # What bad input and bad intent get

      Hexdesk is made to be looked at by strangers. This page lists what it promises to those who send it nonsense, too much,
      or lies. Every line is tried in each build, on a whole server with its database, byte by byte: once on the application's own
      port, once over TLS through nginx with [the site that comes with Hexdesk](../setup/nginx/hexdesk.conf).

      What holds for every answer stands in no line: no error names a class, a version or SQL; each one is a problem
      (`application/problem+json`, RFC 9457) with its `code`, or an error of RFC 6749 at the token endpoint, and repeats the
      request id; none is a 5xx where the client is to blame; the answer is as [the API's document](openapi.yaml) describes it;
      `X-Content-Type-Options: nosniff`, `Referrer-Policy: no-referrer` and a `Content-Security-Policy` are there; and nothing
      tells which server in which version answers. Where nginx answers by itself, it does so in the same words.

      How to read it: `\\x00` is a byte, `\\r` and `\\n` are those two, `{repeat 9000 x}` is nine thousand times the same, and other
      braces stand for something prepared. Headers that go without saying are left out. *Closed* means that the server ends
      the connection, so that nothing that follows can be taken for a request of its own. The files behind this page have every
      variant; here, some stand for all.

      <!-- Written by HardeningPageTest from bootstrap/src/test/resources/hardening; change it there. -->
      """;

  private final List<Section> sections;
  private final UnaryOperator<String> linkOf;

  /**
   * @param linkOf leads from a test's simple name to its file
   */
  HardeningPage(List<Section> sections, UnaryOperator<String> linkOf) {
    this.sections = sections;
    this.linkOf = linkOf;
  }

  String text() {
    return START
        + IntStream.range(0, sections.size())
            .mapToObj(at -> section(at + 1, sections.get(at)))
            .collect(Collectors.joining());
  }

  private String section(int number, Section section) {
    return "\n## %d. %s\n\n%s\n".formatted(number, section.title(), section.about().strip())
        + section.rows().entrySet().stream()
            .map(row -> "\n### " + row.getValue() + "\n" + row(section, row.getKey()))
            .collect(Collectors.joining());
  }

  private String row(Section section, int row) {
    String cases =
        section.cases().stream()
            .filter(each -> each.row() == row)
            .map(HardeningPage::line)
            .collect(Collectors.joining());
    String proofs =
        section.proofs().stream()
            .filter(each -> each.row() == row)
            .map(this::line)
            .collect(Collectors.joining());
    return (cases.isEmpty() ? "" : HEAD + cases) + (proofs.isEmpty() ? "" : "\n" + proofs);
  }

  private String line(Proof proof) {
    String shown =
        proof.tests().isEmpty()
            ? "Not shown yet: " + proof.missing() + "."
            : "Shown by "
                + proof.tests().stream().map(this::link).collect(Collectors.joining(", "))
                + ".";
    return "- " + cell(proof.promise()) + " " + shown + "\n";
  }

  private String link(String test) {
    return "[%s](%s)".formatted(test.replaceFirst(".*/", ""), linkOf.apply(test));
  }

  private static String line(Case each) {
    String direct = answer(each, RequestRoute.DIRECT);
    String nginx = answer(each, RequestRoute.NGINX);
    return "| **%s**%s | %s | %s |\n"
        .formatted(
            cell(each.name()),
            sent(each).map(code -> "<br>" + code).collect(Collectors.joining()),
            direct,
            nginx.equals(direct) ? "the same" : nginx);
  }

  private static String answer(Case each, RequestRoute way) {
    if (!each.ways().contains(way)) {
      return "–";
    }
    Outcome outcome = each.outcome(way);
    String told =
        outcome.code().isEmpty()
            ? Integer.toString(outcome.status())
            : outcome.status() + " `" + outcome.code() + "`";
    String faults =
        outcome.faults().stream()
            .map(fault -> code(fault.split(" ")[0]))
            .distinct()
            .collect(Collectors.joining(", "));
    return told + (faults.isEmpty() ? "" : ": " + faults) + (each.isClosed(way) ? ", closed" : "");
  }

  /** The request in a few lines, and its variants. */
  private static Stream<String> sent(Case each) {
    Stream<String> lines =
        each.raw() != null
            ? Stream.of(each.raw())
            : Stream.of(
                    Stream.of(each.request()),
                    each.headers().stream(),
                    token(each),
                    Stream.ofNullable(each.body() == null ? each.form() : each.body()),
                    packing(each))
                .flatMap(part -> part);
    return Stream.concat(lines.map(HardeningPage::code), variants(each));
  }

  private static Stream<String> token(Case each) {
    return Stream.ofNullable(each.token()).map(token -> "token: " + token.words());
  }

  private static Stream<String> packing(Case each) {
    return each.pack().isEmpty()
        ? Stream.empty()
        : Stream.of(
            "body: "
                + each.pack().stream().map(BodyEncoding::words).collect(Collectors.joining(", ")));
  }

  private static Stream<String> variants(Case each) {
    if (each.each().isEmpty()) {
      return Stream.empty();
    }
    String listed =
        each.each().stream()
            .limit(MOST_VARIANTS)
            .map(HardeningPage::code)
            .collect(Collectors.joining(" "));
    int more = each.each().size() - MOST_VARIANTS;
    return Stream.of("each of " + listed + (more > 0 ? " and " + more + " more" : ""));
  }

  private static String code(String text) {
    String line = shortened(ARGUMENT.matcher(text)).replace("\n", "\\n");
    if (line.length() > LONGEST_CODE) {
      line = line.substring(0, LONGEST_CODE) + "…";
    }
    if (line.isBlank()) {
      return "(nothing)";
    }
    String fence = line.contains("`") ? "``" : "`";
    String space = line.startsWith("`") || line.endsWith("`") || line.startsWith(" ") ? " " : "";
    return fence + space + line.replace("|", "\\|") + space + fence;
  }

  private static String shortened(Matcher argument) {
    return argument.replaceAll("{$1 $2…}");
  }

  private static String cell(String text) {
    return text.strip().replace("|", "\\|").replace("\n", " ");
  }
}
