package dev.hexdesk.rest.idempotency;

import dev.hexdesk.application.idempotency.DataSubjects;

/**
 * What is answered and shows employees or tickets. Where such an answer is kept to be given again,
 * it is forgotten when they are erased.
 */
public interface MentionsDataSubjects {
  DataSubjects subjects();
}
