package dev.hexdesk.rest.request;

import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.problem.ProblemException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads ids from paths and parameters: positive decimal numbers of at most 64 bits, in ASCII
 * digits.
 */
public final class IdConverters implements ParamConverterProvider {
  private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Map<Class<?>, LongFunction<?>> KINDS =
      Map.of(
          UserId.class, (LongFunction<UserId>) UserId::new,
          EmployeeId.class, (LongFunction<EmployeeId>) EmployeeId::new,
          TicketId.class, (LongFunction<TicketId>) TicketId::new,
          CommentId.class, (LongFunction<CommentId>) CommentId::new);

  /** The number, when the text is one that ids can have. */
  public static Optional<Long> read(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException beyond64Bits) {
      return Optional.empty();
    }
  }

  /** The id, or the refusal that names the parameter. */
  public static long required(String parameter, String text) {
    return read(text)
        .orElseThrow(
            () -> ProblemException.badParameter(parameter, "type", "must be a positive integer"));
  }

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    LongFunction<?> make = KINDS.get(type);
    return make == null ? null : new IdConverter<>(number -> type.cast(make.apply(number)));
  }

  private record IdConverter<T>(LongFunction<T> make) implements ParamConverter<T> {
    @Override
    public T fromString(String text) {
      return make.apply(required("id", text));
    }

    @Override
    public String toString(T id) {
      return id.toString();
    }
  }
}
