package dev.hexdesk.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.CommittedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.ChecksumVersion;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.OfflineConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

/** Holds the committed list of change sets to the changelog. */
class ChangeSetListTest {
  private static final Path COMMITTED =
      Path.of("../adapters-persistence/src/main/resources", ChangeSetList.RESOURCE);

  private static List<ChangeSet> changeSets() throws Exception {
    ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor();
    try (Liquibase liquibase =
        new Liquibase(
            Migrations.CHANGELOG,
            resources,
            new OfflineConnection("offline:postgresql", resources))) {
      return liquibase.getDatabaseChangeLog().getChangeSets();
    }
  }

  @Test
  void isWhatLiquibaseMakesOfTheChangelog() throws Exception {
    Map<String, String> read = new LinkedHashMap<>();
    for (ChangeSet each : changeSets()) {
      read.put(
          ChangeSetList.name(each.getFilePath(), each.getId(), each.getAuthor()),
          each.generateCheckSum(ChecksumVersion.latest()).toString());
    }
    new CommittedFile(COMMITTED, "changesets.update", getClass())
        .holdTo(new ChangeSetList(read).toString());
  }

  /** Such a one would have to be run at each start, whatever the list says. */
  @Test
  void noChangeSetIsRunAgainAndAgain() throws Exception {
    assertThat(changeSets()).noneMatch(ChangeSet::isAlwaysRun).noneMatch(ChangeSet::isRunOnChange);
  }

  @Test
  void bundledIsWhatIsCommitted() throws Exception {
    assertThat(ChangeSetList.bundled().toString()).isEqualTo(Files.readString(COMMITTED));
  }
}
