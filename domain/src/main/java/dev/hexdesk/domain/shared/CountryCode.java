package dev.hexdesk.domain.shared;

import java.util.regex.Pattern;

/** The codes of countries at the beginning of telephone numbers. */
public final class CountryCode {
  /** Those with fewer than three digits; no code is the beginning of another. */
  private static final Pattern CODE =
      Pattern.compile(
          "^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3})(?=[0-9])");

  private CountryCode() {}

  /** What is dialled within the country, without a zero before it. */
  public static String nationalPart(String international) {
    return CODE.matcher(international).replaceFirst("");
  }
}
