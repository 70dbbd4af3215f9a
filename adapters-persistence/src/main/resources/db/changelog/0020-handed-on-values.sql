--liquibase formatted sql logicalFilePath:0020-handed-on-values.sql

--changeset hexdesk:handed-on-values
--comment Unique is what a whole statement leaves behind: by one import two people can swap their numbers. Nothing else looks later than before.
ALTER TABLE employees
  DROP CONSTRAINT employees_phone_unique,
  DROP CONSTRAINT employees_email_unique,
  DROP CONSTRAINT employees_external_id_unique,
  ADD CONSTRAINT employees_phone_unique UNIQUE (phone) DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT employees_email_unique UNIQUE (email_key) DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT employees_external_id_unique UNIQUE (external_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE tickets
  DROP CONSTRAINT tickets_external_id_unique,
  ADD CONSTRAINT tickets_external_id_unique UNIQUE (external_id) DEFERRABLE INITIALLY IMMEDIATE;
--rollback ALTER TABLE tickets DROP CONSTRAINT tickets_external_id_unique, ADD CONSTRAINT tickets_external_id_unique UNIQUE (external_id);
--rollback ALTER TABLE employees DROP CONSTRAINT employees_phone_unique, DROP CONSTRAINT employees_email_unique, DROP CONSTRAINT employees_external_id_unique, ADD CONSTRAINT employees_phone_unique UNIQUE (phone), ADD CONSTRAINT employees_email_unique UNIQUE (email_key), ADD CONSTRAINT employees_external_id_unique UNIQUE (external_id);
