package dev.hexdesk.bootstrap.postgres;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a data folder of their own, with a cluster in it. */
abstract class ClusterTest {
  Path data;

  @BeforeEach
  void prepareFolder(@TempDir Path folder) throws Exception {
    data = DataFolders.withCluster(folder);
  }

  EmbeddedPostgres start() {
    return EmbeddedPostgres.start(data, line -> {});
  }
}
