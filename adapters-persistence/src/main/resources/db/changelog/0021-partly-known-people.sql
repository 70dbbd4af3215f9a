--liquibase formatted sql logicalFilePath:0021-partly-known-people.sql

--changeset hexdesk:partly-known-people
--comment One of both names is enough, and of an employee neither a number nor an address need be known.
-- What people are sorted by is the last name, or the only one.
ALTER TABLE users
  ALTER COLUMN first_name DROP NOT NULL,
  ALTER COLUMN last_name DROP NOT NULL,
  ADD CONSTRAINT users_named CHECK (num_nonnulls(first_name, last_name) > 0);
ALTER TABLE employees
  ALTER COLUMN first_name DROP NOT NULL,
  ALTER COLUMN last_name DROP NOT NULL,
  ALTER COLUMN phone DROP NOT NULL,
  ALTER COLUMN email DROP NOT NULL,
  ALTER COLUMN email_key DROP NOT NULL,
  ADD CONSTRAINT employees_named CHECK (num_nonnulls(first_name, last_name) > 0),
  ADD CONSTRAINT employees_email_key_given CHECK ((email IS NULL) = (email_key IS NULL));
--rollback ALTER TABLE employees DROP CONSTRAINT employees_email_key_given, DROP CONSTRAINT employees_named, ALTER COLUMN email_key SET NOT NULL, ALTER COLUMN email SET NOT NULL, ALTER COLUMN phone SET NOT NULL, ALTER COLUMN last_name SET NOT NULL, ALTER COLUMN first_name SET NOT NULL;
--rollback ALTER TABLE users DROP CONSTRAINT users_named, ALTER COLUMN last_name SET NOT NULL, ALTER COLUMN first_name SET NOT NULL;
