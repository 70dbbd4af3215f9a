package dev.hexdesk.bootstrap.hardening;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file of the table: a part of what can be sent to the server.
 *
 * @param about what readers should know before they look at the rows
 * @param rows what each row of the list of threats is about
 * @param given what exists before anything is sent, by name: one member, {@code user}, {@code
 *     employee} or {@code ticket}, and in it the fields that matter
 * @param cases requests and their answers
 * @param proofs what no single request shows
 */
record Section(
    String title,
    String about,
    SortedMap<Integer, String> rows,
    Map<String, ObjectNode> given,
    List<Case> cases,
    List<Proof> proofs) {
  Section {
    Written.required("title", title);
    Written.required("about", about);
    Written.required("rows", rows);
    given = given == null ? Map.of() : given;
    cases = Written.listed(cases);
    proofs = Written.listed(proofs);
    Set<Integer> shown =
        Stream.concat(cases.stream().map(Case::row), proofs.stream().map(Proof::row))
            .collect(Collectors.toSet());
    if (!shown.equals(rows.keySet())) {
      throw new IllegalArgumentException(
          "the rows of '"
              + title
              + "' are "
              + rows.keySet()
              + ", but there is something on "
              + shown);
    }
  }
}
