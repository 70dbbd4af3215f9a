package dev.hexdesk.rest.request;

import java.util.regex.Pattern;

/** UTF-8 by all the names that clients have for it. */
public final class Utf8Charset {
  public static final String NAME = "utf-8";

  private static final Pattern NAMES =
      Pattern.compile("utf[-_ ]?8|x-utf-?8|unicode-1-1-utf-8", Pattern.CASE_INSENSITIVE);

  private Utf8Charset() {}

  public static boolean isMeantBy(String name) {
    return NAMES.matcher(name.strip()).matches();
  }
}
