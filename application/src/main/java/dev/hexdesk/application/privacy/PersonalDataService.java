package dev.hexdesk.application.privacy;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import java.util.EnumSet;
import java.util.Set;

/** Shows people what is stored on them, by the hands of those who may see all of it. */
public record PersonalDataService(PersonalDataQueries queries, RolePolicy policy)
    implements ShowPersonalData {
  /**
   * It is for the same people as the erasure, and shows what else needs a permission of its own.
   */
  private static final Set<Permission> NEEDED =
      EnumSet.of(
          Permission.PRIVACY_ERASE,
          Permission.EMPLOYEE_READ,
          Permission.TICKET_READ,
          Permission.COMMENT_READ);

  @Override
  public ReadResult<PersonalData> show(Query query) {
    CommentAccess access = policy.commentAccess(query.actor());
    return ReadResult.of(
        policy.decideAll(query.actor(), NEEDED),
        () ->
            queries
                .find(query.id())
                .map(
                    person ->
                        new PersonalData(person, access, queries.extract(person.id(), access))));
  }
}
