--liquibase formatted sql logicalFilePath:0010-merge-targets.sql

--changeset hexdesk:merge-targets-stay
--comment A ticket that others were merged into can't be deleted: they would be open to changes again, and lead nowhere.
ALTER TABLE tickets
  DROP CONSTRAINT tickets_merged_into_exists,
  ADD CONSTRAINT tickets_merged_into_exists FOREIGN KEY (merged_into) REFERENCES tickets (id);
--rollback ALTER TABLE tickets DROP CONSTRAINT tickets_merged_into_exists, ADD CONSTRAINT tickets_merged_into_exists FOREIGN KEY (merged_into) REFERENCES tickets (id) ON DELETE SET NULL;
