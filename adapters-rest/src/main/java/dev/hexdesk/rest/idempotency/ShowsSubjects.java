package dev.hexdesk.rest.idempotency;

import dev.hexdesk.application.idempotency.Subjects;

/**
 * What is answered and shows employees or tickets. Where such an answer is kept to be given again,
 * it is forgotten when they are erased.
 */
public interface ShowsSubjects {
  Subjects subjects();
}
