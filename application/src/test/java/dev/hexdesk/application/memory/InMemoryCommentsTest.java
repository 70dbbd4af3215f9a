package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.CommentsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryCommentsTest extends CommentsContract {}
