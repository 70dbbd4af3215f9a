package dev.hexdesk.rest.request;

import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.shared.Versioned;
import dev.hexdesk.rest.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags, and the conditions that requests put on them (RFC 9110, sections 8.8.3 and 13). */
public final class ConditionalRequests {
  /** One element of a list, which may be empty (RFC 9110, section 5.6.1.2). */
  private static final Pattern ELEMENT =
      Pattern.compile("[ \\t]*+(?:(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*+)\"[ \\t]*+)?(?:,|\\z)");

  /**
   * What proxies write behind a tag when they compress an answer: {@code "7-gzip"} of Apache and
   * Caddy, {@code "7--gzip"} of Jetty, {@code "7;br"} of others. No tag of ours ends like that.
   */
  private static final Pattern COMPRESSED =
      Pattern.compile(
          "(?:[-;:.+_]{1,3}(?:x-)?(?:gzip|gz|br|brotli|zstd|zst|deflate|compress|dcb|dcz))+\\z");

  private static final String TAG = "[ \\t]*(?:(?:W/)?\"[!#-~\\x80-\\xff]*\"[ \\t]*)?";

  /** A condition as a whole, as regular expressions everywhere read it. */
  public static final String PATTERN = "^(?:\\*|" + TAG + "(?:," + TAG + ")*)$";

  /** Longer headers are refused before anybody reads them. */
  public static final int LONGEST = 8_192;

  private ConditionalRequests() {}

  public static EntityTag tagOf(Version version) {
    return new EntityTag(Long.toString(version.number()));
  }

  /** The tag of what shows other things besides, told in a text that changes with them. */
  public static EntityTag tagOf(Version version, String besides) {
    String fingerprint =
        Base64.getUrlEncoder().withoutPadding().encodeToString(ShortHash.of(besides));
    return new EntityTag(version.number() + "-" + fingerprint);
  }

  /** The tag of a text that has no version: the same one in every process. */
  public static EntityTag tagOf(String text) {
    return new EntityTag(HexFormat.of().formatHex(ShortHash.of(text)));
  }

  /**
   * What {@code If-Match} and {@code If-None-Match} demand before a change. A resource that is gone
   * is not found before its condition counts.
   */
  public static Precondition of(HttpHeaders headers) {
    Optional<Tags> wanted = tags(headers, HttpHeaders.IF_MATCH);
    Optional<Tags> unwanted = tags(headers, HttpHeaders.IF_NONE_MATCH);
    return present -> {
      EntityTag tag = tagOf(present);
      return wanted.map(tags -> tags.match(tag)).orElse(true)
          && unwanted.map(tags -> !tags.match(tag)).orElse(true);
    };
  }

  /**
   * What {@code If-None-Match} demands before a read: a version that the client does not have. It
   * demands nothing beside {@code If-Match}, which is to be looked at first.
   */
  public static Precondition unseen(HttpHeaders headers) {
    Optional<Tags> seen = tags(headers, HttpHeaders.IF_NONE_MATCH);
    return seen.isEmpty() || tags(headers, HttpHeaders.IF_MATCH).isPresent()
        ? Precondition.NONE
        : present -> !seen.get().match(tagOf(present));
  }

  /**
   * What a condition demands that is no header but is written like {@code If-Match}; empty when it
   * can't be read.
   */
  public static Optional<Precondition> ofText(String ifMatch) {
    try {
      Tags wanted = tags(HttpHeaders.IF_MATCH, ifMatch.strip());
      return Optional.of(present -> wanted.match(tagOf(present)));
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * The answer to a read: {@code 304} where the client has this version, {@code 412} where it asked
   * for another.
   */
  public static Response read(HttpHeaders headers, EntityTag tag, Object body) {
    if (tags(headers, HttpHeaders.IF_MATCH).filter(tags -> !tags.match(tag)).isPresent()) {
      throw ProblemException.preconditionFailed();
    }
    return tags(headers, HttpHeaders.IF_NONE_MATCH).filter(tags -> tags.match(tag)).isPresent()
        ? Response.notModified(tag).build()
        : Response.ok(body).header(HttpHeaders.ETAG, written(tag)).build();
  }

  /** What is to be changed, if it is the version that the request asks for; else it is refused. */
  public static <V extends Versioned> V required(HttpHeaders headers, V present) {
    if (!of(headers).holdsFor(present.version())) {
      throw ProblemException.preconditionFailed();
    }
    return present;
  }

  /** The answer to a creation: where the new resource is, and what version it has. */
  public static Response created(UriInfo collection, long id, Version version, Object body) {
    return created(collection.getAbsolutePathBuilder(), id, version, body);
  }

  /** The answer to a creation in a collection at another address than the request. */
  public static Response created(UriBuilder collection, long id, Version version, Object body) {
    return Response.created(collection.path(Long.toString(id)).build())
        .entity(body)
        .header(HttpHeaders.ETAG, written(tagOf(version)))
        .build();
  }

  /** The answer to a change: the resource as it is now. */
  public static Response changed(Version version, Object body) {
    return Response.ok(body).header(HttpHeaders.ETAG, written(tagOf(version))).build();
  }

  /**
   * The tag as its header has it. JAX-RS writes tags, too, but looks a sentence of its own up each
   * time, in the language of the server, which takes longer than all else that a header costs.
   */
  public static String written(EntityTag tag) {
    return '"' + tag.getValue() + '"';
  }

  /**
   * The tags of a condition. All that the server gives out are strong and name a version: a weak
   * one is what nginx or Cloudflare made of it while they compressed the answer, one with a suffix
   * what Apache did. Both mean that version, so {@code If-Match} takes them as well; what it is
   * there for, that nobody changes what they have not seen, holds.
   *
   * @param any whether a star stands for all
   * @param listed as they were given out
   */
  private record Tags(boolean any, Set<String> listed) {
    boolean match(EntityTag tag) {
      return any || listed.contains(tag.getValue());
    }
  }

  private static Optional<Tags> tags(HttpHeaders headers, String name) {
    List<String> lines = headers.getRequestHeader(name);
    if (lines == null || lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(tags(name, String.join(",", lines).strip()));
  }

  private static Tags tags(String name, String value) {
    return value.equals("*") ? new Tags(true, Set.of()) : new Tags(false, parse(name, value));
  }

  private static Set<String> parse(String header, String value) {
    Set<String> tags = new HashSet<>();
    Matcher element = ELEMENT.matcher(value);
    while (element.regionStart() < value.length()) {
      if (!element.lookingAt()) {
        throw ProblemException.badHeader(
            header, "format", "must be * or a list of entity tags such as \"7\"");
      }
      if (element.group(1) != null) {
        tags.add(COMPRESSED.matcher(element.group(1)).replaceFirst(""));
      }
      element.region(element.end(), value.length());
    }
    return tags;
  }
}
