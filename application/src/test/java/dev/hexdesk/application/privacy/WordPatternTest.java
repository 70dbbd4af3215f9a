package dev.hexdesk.application.privacy;

import dev.hexdesk.application.contract.WordPatternContract;
import java.util.regex.Pattern;

/** The expression as Java reads it. */
class WordPatternTest extends WordPatternContract {
  @Override
  protected String replaced(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).replaceAll("$1[erased]");
  }
}
