package dev.hexdesk.persistence.comment;

import dev.hexdesk.application.contract.CommentsContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiCommentRepositoryTest extends CommentsContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
