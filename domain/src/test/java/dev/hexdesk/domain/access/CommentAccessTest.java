package dev.hexdesk.domain.access;

import static dev.hexdesk.domain.Fixtures.anActor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.user.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommentAccessTest {
  @ParameterizedTest
  @CsvSource({
    "NONE, PUBLIC, false",
    "NONE, INTERNAL, false",
    "PUBLIC, PUBLIC, true",
    "PUBLIC, INTERNAL, false",
    "ALL, PUBLIC, true",
    "ALL, INTERNAL, true"
  })
  void includesWhatItsNameSays(CommentAccess access, Visibility visibility, boolean included) {
    assertThat(access.includes(visibility)).isEqualTo(included);
  }

  @Test
  void bothPermissionsTogetherShowInternalComments() {
    assertThat(accessWith(Permission.COMMENT_READ, Permission.COMMENT_READ_INTERNAL))
        .isEqualTo(CommentAccess.ALL);
    assertThat(accessWith(Permission.COMMENT_READ)).isEqualTo(CommentAccess.PUBLIC);
    assertThat(accessWith(Permission.COMMENT_READ_INTERNAL)).isEqualTo(CommentAccess.NONE);
    assertThat(accessWith()).isEqualTo(CommentAccess.NONE);
  }

  private static CommentAccess accessWith(Permission... granted) {
    return new RolePolicy(Map.of(Role.SUPPORT, Set.of(granted)))
        .commentAccess(anActor(Role.SUPPORT));
  }
}
