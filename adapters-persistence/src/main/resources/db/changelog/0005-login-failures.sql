--liquibase formatted sql logicalFilePath:0005-login-failures.sql

--changeset hexdesk:login-failures
--comment The subject is a hash, for what was typed as a user name may be anything.
CREATE TABLE login_failures (
  subject       text        COLLATE "C" NOT NULL,
  failures      integer     NOT NULL,
  forgotten_at  timestamptz NOT NULL,
  refused_until timestamptz NOT NULL,

  CONSTRAINT login_failures_subject_unique PRIMARY KEY (subject),
  CONSTRAINT login_failures_subject_valid CHECK (subject ~ '^[0-9a-f]{64}$'),
  CONSTRAINT login_failures_failures_valid CHECK (failures >= 0),
  CONSTRAINT login_failures_forgotten_at_valid CHECK (forgotten_at >= refused_until)
);
CREATE INDEX login_failures_by_forgetting ON login_failures (forgotten_at);
--rollback DROP TABLE login_failures;
