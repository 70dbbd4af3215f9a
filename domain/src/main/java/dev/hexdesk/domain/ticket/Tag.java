package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.LetterCase;
import dev.hexdesk.domain.shared.WellFormed;
import java.text.Normalizer;
import java.util.Comparator;

/**
 * A short label by which tickets are gathered. Letter case and compatible spellings (Unicode NFKC)
 * don't tell two tags apart, so there is one form of each.
 */
public record Tag(String value) implements Comparable<Tag> {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 100;

  /** A ticket bears no more than these. */
  public static final int MOST = 20;

  public Tag {
    value = WellFormed.required("a tag", normalized(value), LONGEST);
  }

  /** The one form of a tag's spellings. */
  public static String normalized(String raw) {
    // Most are written so, and each is read far more often than it is written.
    if (LetterCase.isFoldedAscii(raw)) {
      return raw;
    }
    return Normalizer.normalize(
        LetterCase.folded(Normalizer.normalize(raw, Normalizer.Form.NFKC)), Normalizer.Form.NFKC);
  }

  @Override
  public int compareTo(Tag other) {
    return Comparator.comparing(Tag::value).compare(this, other);
  }

  @Override
  public String toString() {
    return value;
  }
}
