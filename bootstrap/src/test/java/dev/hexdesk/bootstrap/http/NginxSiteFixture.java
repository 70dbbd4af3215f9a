package dev.hexdesk.bootstrap.http;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs the site that an operator gets for nginx, for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NginxSiteFixture {
  Path folder;
  NginxSite site;

  @BeforeAll
  void start(@TempDir Path ofClass) throws Exception {
    folder = ofClass;
    site = NginxSite.start(ofClass);
  }

  @AfterAll
  void stop() throws Exception {
    if (site != null) {
      site.close();
    }
  }
}
