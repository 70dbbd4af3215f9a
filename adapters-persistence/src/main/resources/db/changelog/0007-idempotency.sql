--liquibase formatted sql logicalFilePath:0007-idempotency.sql

--changeset hexdesk:idempotency
--comment Work and fingerprint are hashes. No reference to the caller: a row goes by itself within days.
CREATE TABLE idempotency_keys (
  caller_id   bigint      NOT NULL,
  work        bytea       NOT NULL,
  fingerprint bytea       NOT NULL,
  permissions text[]      COLLATE "C" NOT NULL,
  status      integer     NOT NULL,
  headers     text[]      COLLATE "C" NOT NULL,
  body        bytea       NOT NULL,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,

  CONSTRAINT idempotency_keys_work_unique PRIMARY KEY (caller_id, work),
  CONSTRAINT idempotency_keys_work_valid CHECK (length(work) = 32),
  CONSTRAINT idempotency_keys_fingerprint_valid CHECK (length(fingerprint) = 32),
  CONSTRAINT idempotency_keys_permissions_valid CHECK (array_position(permissions, NULL) IS NULL),
  CONSTRAINT idempotency_keys_status_valid CHECK (status BETWEEN 200 AND 299),
  CONSTRAINT idempotency_keys_headers_valid CHECK (cardinality(headers) % 2 = 0 AND array_position(headers, NULL) IS NULL),
  CONSTRAINT idempotency_keys_expires_at_valid CHECK (expires_at >= created_at)
);
CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);
--rollback DROP TABLE idempotency_keys;
