package dev.hexdesk.rest.transfer;

import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.request.UnreadableBody;
import dev.hexdesk.rest.request.Utf8Charset;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * The one file in a form (RFC 7578), which is read as it comes. A form with anything else in it is
 * refused: what its sender meant by that would be lost.
 */
final class MultipartFile extends InputStream {
  private static final int PIECE = 1 << 13;
  private static final Pattern FILE_NAME =
      Pattern.compile(
          "[;\\s]filename\\*?\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^;]*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED_FILE =
      Pattern.compile("[;\\s]name\\s*=\\s*(\"file\"|file\\s*(;|$))", Pattern.CASE_INSENSITIVE);

  private final InputStream form;
  private final MultiPart.Parser parser;
  private final Parts parts = new Parts();
  private byte[] content = new byte[0];
  private int taken;

  private MultipartFile(InputStream form, String boundary) {
    this.form = form;
    this.parser = new MultiPart.Parser(boundary, parts);
  }

  /** What the parser has found so far. */
  private static final class Parts implements MultiPart.Parser.Listener {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int begun;
    private boolean headersRead;
    private boolean complete;
    private @Nullable Throwable failure;

    @Override
    public void onPartBegin() {
      begun++;
    }

    @Override
    public void onPartHeader(String name, String value) {
      if (begun == 1) {
        headers.put(name, value);
      }
    }

    @Override
    public void onPartHeaders() {
      headersRead = true;
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
      ByteBuffer bytes = chunk.getByteBuffer().slice();
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      content.writeBytes(copy);
    }

    @Override
    public void onComplete() {
      complete = true;
    }

    @Override
    public void onFailure(Throwable cause) {
      failure = cause;
    }
  }

  /**
   * Reads up to the first byte of the file.
   *
   * @param type of the form, with its boundary
   */
  static MultipartFile open(InputStream form, MediaType type) throws IOException {
    String boundary = type.getParameters().get("boundary");
    if (boundary == null || boundary.isBlank()) {
      throw refused("The header 'Content-Type' must tell the boundary of a form.");
    }
    MultipartFile file = new MultipartFile(form, boundary);
    while (!file.parts.headersRead && file.parseMore()) {
      // The head of the part may come in pieces.
    }
    file.requireFile();
    return file;
  }

  private void requireFile() throws UnreadableBody {
    String disposition = disposition();
    if (!FILE_NAME.matcher(disposition).find() && !NAMED_FILE.matcher(disposition).find()) {
      throw notAlone();
    }
    String charset = type().map(it -> it.getParameters().get("charset")).orElse(null);
    if (charset != null && !Utf8Charset.isMeantBy(charset)) {
      throw new UnreadableBody(
          ProblemException.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE, "A file must be encoded in UTF-8."));
    }
  }

  private String disposition() {
    return parts.headers.getOrDefault("Content-Disposition", "");
  }

  /** What the part says that it is, if that is a media type. */
  Optional<MediaType> type() {
    try {
      return Optional.ofNullable(parts.headers.get("Content-Type")).map(MediaType::valueOf);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  Optional<String> fileName() {
    Matcher name = FILE_NAME.matcher(disposition());
    return name.find()
        ? Optional.of(name.group(1).replace("\"", "").strip().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Goes on to the end of the form, of which the file must be all. */
  void finish() throws IOException {
    while (read() >= 0) {
      // Whoever reads rows may have seen enough of them.
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (taken == content.length) {
      content = parts.content.toByteArray();
      parts.content.reset();
      taken = 0;
      if (content.length == 0 && !parseMore()) {
        return -1;
      }
    }
    int read = Math.min(length, content.length - taken);
    System.arraycopy(content, taken, bytes, offset, read);
    taken += read;
    return read;
  }

  /** Whether there was more of the form; where there is not, all of it was in order. */
  private boolean parseMore() throws IOException {
    if (parts.complete) {
      return false;
    }
    byte[] piece = new byte[PIECE];
    int length = form.read(piece);
    parser.parse(Content.Chunk.from(ByteBuffer.wrap(piece, 0, Math.max(length, 0)), length < 0));
    if (parts.failure != null) {
      throw refused("The body is no form as its type tells.");
    }
    if (parts.begun > 1) {
      throw notAlone();
    }
    if (length < 0 && !parts.complete) {
      throw UnreadableBody.cutShort();
    }
    return true;
  }

  private static UnreadableBody notAlone() {
    return refused(
        "The form must have one part, the file, and nothing else: parameters such as dry_run are"
            + " for the query.");
  }

  private static UnreadableBody refused(String detail) {
    return new UnreadableBody(ProblemException.of(ProblemType.MALFORMED_REQUEST, detail));
  }
}
