package dev.hexdesk.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which databases an operator is warned. */
class RemoteDatabaseTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          jdbc:postgresql://db.example.org/hexdesk, db.example.org
          jdbc:postgresql://db.example.org:5433/hexdesk?sslmode=require, db.example.org
          jdbc:postgresql://10.0.0.7/hexdesk?sslmode=verify-ca, 10.0.0.7
          'jdbc:postgresql://127.0.0.1:5432,db2.example.org:5432/hexdesk', db2.example.org
          """)
  void tellsWhoseCertificateIsNotLookedAt(String url, String host) {
    assertThat(RemoteDatabase.unverified(url)).containsExactly(host);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          jdbc:postgresql://db.example.org/hexdesk?sslmode=verify-full
          jdbc:postgresql://localhost/hexdesk
          jdbc:postgresql://127.0.0.1:5432/hexdesk
          jdbc:postgresql://[::1]:5432/hexdesk
          jdbc:postgresql:hexdesk
          """)
  void leavesThisMachineAndVerifiedOnesAlone(String url) {
    assertThat(RemoteDatabase.unverified(url)).isEmpty();
  }
}
