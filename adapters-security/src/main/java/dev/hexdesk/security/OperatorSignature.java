package dev.hexdesk.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * Shows that a request comes from who can read this installation's configuration: it is signed with
 * the secret that is there. A signature is good for one request and for a minute, so that whoever
 * has seen it can do nothing else with it. It is no token, and no token is a signature: what is
 * signed begins with words that no token can begin with.
 */
public final class OperatorSignature {
  private static final String SCHEME = "Hexdesk-Operator ";
  private static final Pattern FORM = Pattern.compile(SCHEME + "([0-9]{1,12}):([0-9a-f]{64})");
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);
  private static final String ALGORITHM = "HmacSHA256";

  private final SigningSecret secret;
  private final InstantSource clock;

  public OperatorSignature(SigningSecret secret, InstantSource clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * The value of the header {@code Authorization} for a request.
   *
   * @param request its method and all of its address but the host
   */
  public String of(String request) {
    long now = clock.instant().getEpochSecond();
    return SCHEME + now + ":" + signature(request, now);
  }

  /** Whether the header was made for that request just now. */
  public boolean isGood(String header, String request) {
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      return false;
    }
    long made = Long.parseLong(form.group(1));
    Duration age = Duration.between(Instant.ofEpochSecond(made), clock.instant()).abs();
    byte[] expected = signature(request, made).getBytes(StandardCharsets.US_ASCII);
    return age.compareTo(GOOD_FOR) <= 0
        && MessageDigest.isEqual(expected, form.group(2).getBytes(StandardCharsets.US_ASCII));
  }

  private String signature(String request, long seconds) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret.key());
      byte[] signed =
          mac.doFinal(
              ("hexdesk operator\n" + seconds + "\n" + request).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
