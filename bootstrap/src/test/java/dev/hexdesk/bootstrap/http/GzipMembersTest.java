package dev.hexdesk.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersTest {
  private static final byte[] ROWS = "id,title\r\n".repeat(3_000).getBytes(UTF_8);
  private static final int FLAGS = 3;

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static boolean isWhole(byte[] stream, int part, long most) {
    try (GzipMembers members = new GzipMembers(most)) {
      for (int at = 0; at < stream.length; at += part) {
        members.take(ByteBuffer.wrap(stream, at, Math.min(part, stream.length - at)));
      }
      return members.isWhole();
    }
  }

  private static boolean isWhole(byte[] stream) {
    return isWhole(stream, stream.length, Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 17, 1 << 20})
  void areWholeInPartsOfAnySize(int part) throws Exception {
    assertThat(isWhole(gzip(ROWS), part, Long.MAX_VALUE)).isTrue();
    assertThat(isWhole(joined(gzip(ROWS), gzip(new byte[0]), gzip(ROWS)), part, Long.MAX_VALUE))
        .isTrue();
    assertThat(isWhole(new byte[0], part, Long.MAX_VALUE)).isTrue();
  }

  @Test
  void areNotWholeWhereverTheyAreCut() throws Exception {
    byte[] whole = gzip(ROWS);
    for (int length = 1; length < whole.length; length++) {
      assertThat(isWhole(Arrays.copyOf(whole, length))).as("%d bytes", length).isFalse();
    }
    byte[] two = joined(whole, whole);
    assertThat(isWhole(Arrays.copyOf(two, two.length - 1))).isFalse();
    assertThat(isWhole(Arrays.copyOf(two, whole.length + 5))).isFalse();
  }

  @Test
  void areNotWholeWithAnotherSumOrLengthOrOtherBytesBehind() throws Exception {
    byte[] whole = gzip(ROWS);
    for (int behind = 1; behind <= 8; behind++) {
      byte[] altered = whole.clone();
      altered[altered.length - behind] ^= 1;
      assertThat(isWhole(altered)).as("%d bytes before the end", behind).isFalse();
    }
    assertThat(isWhole(joined(whole, "PK".getBytes(UTF_8)))).isFalse();
    assertThat(isWhole(ROWS)).isFalse();
  }

  @Test
  void mayHaveANameACommentAndMore() throws Exception {
    byte[] plain = gzip(ROWS);
    byte[] header = Arrays.copyOf(plain, 10);
    header[FLAGS] = 0b11110;
    byte[] described = joined(header, new byte[] {3, 0, 1, 2, 3}, "a.csv\0said\0".getBytes(UTF_8));
    CRC32 sum = new CRC32();
    sum.update(described);
    byte[] stream =
        joined(
            described,
            new byte[] {(byte) sum.getValue(), (byte) (sum.getValue() >> Byte.SIZE)},
            Arrays.copyOfRange(plain, 10, plain.length));

    assertThat(isWhole(stream, 1, Long.MAX_VALUE)).isTrue();
    assertThat(isWhole(Arrays.copyOf(stream, 20))).isFalse();
  }

  /** Nobody reads on there, and inflating it all would be somebody's wish. */
  @Test
  void areLeftToTheirReaderBeyondItsLimit() throws Exception {
    byte[] whole = gzip(ROWS);

    assertThat(isWhole(Arrays.copyOf(whole, whole.length - 1), whole.length, 100)).isTrue();
  }
}
