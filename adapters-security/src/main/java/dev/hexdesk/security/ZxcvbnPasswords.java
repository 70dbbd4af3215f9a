package dev.hexdesk.security;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.hexdesk.domain.user.CommonPasswords;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The 30,000 commonest passwords, of the list that comes with zxcvbn. */
public final class ZxcvbnPasswords {
  private static final CommonPasswords COMMON = load();

  private ZxcvbnPasswords() {}

  public static CommonPasswords common() {
    return COMMON;
  }

  private static CommonPasswords load() {
    try {
      return new CommonPasswords(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
    } catch (IOException noSuchResource) {
      throw new UncheckedIOException(noSuchResource);
    }
  }
}
