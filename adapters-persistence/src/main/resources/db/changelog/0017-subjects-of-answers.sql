--liquibase formatted sql logicalFilePath:0017-subjects-of-answers.sql

--changeset hexdesk:subjects-of-answers
--comment Whom and what a kept answer shows. NULL where nobody said: the version before this one does not know of it.
ALTER TABLE idempotency_keys
  ADD COLUMN employees bigint[],
  ADD COLUMN tickets   bigint[],
  ADD CONSTRAINT idempotency_keys_subjects_known CHECK ((employees IS NULL) = (tickets IS NULL)),
  ADD CONSTRAINT idempotency_keys_employees_valid CHECK (array_position(employees, NULL) IS NULL),
  ADD CONSTRAINT idempotency_keys_tickets_valid CHECK (array_position(tickets, NULL) IS NULL);
CREATE INDEX idempotency_keys_by_employee ON idempotency_keys USING gin (employees) WITH (fastupdate = off);
CREATE INDEX idempotency_keys_by_ticket ON idempotency_keys USING gin (tickets) WITH (fastupdate = off);
CREATE INDEX idempotency_keys_of_unknown ON idempotency_keys (caller_id) WHERE employees IS NULL;
--rollback ALTER TABLE idempotency_keys DROP COLUMN tickets, DROP COLUMN employees;
