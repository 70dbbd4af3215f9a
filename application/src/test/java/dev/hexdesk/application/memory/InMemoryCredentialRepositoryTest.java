package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.CredentialRepositoryContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryCredentialRepositoryTest extends CredentialRepositoryContract {}
