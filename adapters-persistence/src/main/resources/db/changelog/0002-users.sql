--liquibase formatted sql logicalFilePath:0002-users.sql

-- Text has the collation "C": the order of a list, and with it every cursor and index, is the same
-- in every database and survives upgrades of the system's locales. What must not depend on letter
-- case is compared by a key that the application folds.

--changeset hexdesk:users
CREATE TABLE users (
  id            bigint      GENERATED ALWAYS AS IDENTITY,
  username      text        COLLATE "C" NOT NULL,
  username_key  text        COLLATE "C" NOT NULL,
  first_name    text        COLLATE "C" NOT NULL,
  last_name     text        COLLATE "C" NOT NULL,
  last_name_key text        COLLATE "C" NOT NULL,
  phone         text        COLLATE "C" NOT NULL,
  email         text        COLLATE "C" NOT NULL,
  email_key     text        COLLATE "C" NOT NULL,
  roles         text[]      COLLATE "C" NOT NULL,
  disabled      boolean     NOT NULL,
  login_denied  boolean     NOT NULL,
  password_hash text        COLLATE "C" NOT NULL,
  epoch         bigint      NOT NULL DEFAULT 0,
  search_text   text        COLLATE "C" NOT NULL,
  version       bigint      NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,

  CONSTRAINT users_id_unique PRIMARY KEY (id),
  CONSTRAINT users_username_unique UNIQUE (username_key),
  CONSTRAINT users_phone_unique UNIQUE (phone),
  CONSTRAINT users_email_unique UNIQUE (email_key),

  CONSTRAINT users_username_valid CHECK (username ~ '\S' AND char_length(username) <= 100),
  CONSTRAINT users_username_key_valid CHECK (username_key ~ '\S' AND char_length(username_key) <= 200),
  CONSTRAINT users_first_name_valid CHECK (first_name ~ '\S' AND char_length(first_name) <= 200),
  CONSTRAINT users_last_name_valid CHECK (last_name ~ '\S' AND char_length(last_name) <= 200),
  CONSTRAINT users_last_name_key_valid CHECK (char_length(last_name_key) <= 200),
  CONSTRAINT users_phone_valid CHECK (phone ~ '\S' AND char_length(phone) <= 32),
  CONSTRAINT users_email_valid CHECK (email ~ '\S' AND char_length(email) <= 254),
  CONSTRAINT users_email_key_valid CHECK (email_key ~ '\S' AND char_length(email_key) <= 762),
  CONSTRAINT users_roles_known CHECK (roles <@ ARRAY['admin', 'manager', 'support']),
  CONSTRAINT users_roles_unique CHECK (
    cardinality(array_positions(roles, 'admin')) <= 1
    AND cardinality(array_positions(roles, 'manager')) <= 1
    AND cardinality(array_positions(roles, 'support')) <= 1),
  CONSTRAINT users_password_hash_valid CHECK (password_hash ~ '\S'),
  CONSTRAINT users_epoch_valid CHECK (epoch >= 0),
  CONSTRAINT users_version_valid CHECK (version >= 1)
);
--rollback DROP TABLE users;

--changeset hexdesk:users-indexes
--comment User name, phone and e-mail have the index of their constraint, the id that of the key.
-- Without fastupdate a search never has to wade through what was written since the last vacuum;
-- people are written seldom.
CREATE INDEX users_by_last_name ON users (last_name_key, id);
CREATE INDEX users_by_creation ON users (created_at, id);
CREATE INDEX users_by_update ON users (updated_at, id);
CREATE INDEX users_by_role ON users USING gin (roles) WITH (fastupdate = off);
CREATE INDEX users_disabled ON users (id) WHERE disabled;
CREATE INDEX users_login_denied ON users (id) WHERE login_denied;
CREATE INDEX users_by_word ON users USING gin (search_text gin_trgm_ops) WITH (fastupdate = off);
--rollback DROP INDEX users_by_word;
--rollback DROP INDEX users_login_denied;
--rollback DROP INDEX users_disabled;
--rollback DROP INDEX users_by_role;
--rollback DROP INDEX users_by_update;
--rollback DROP INDEX users_by_creation;
--rollback DROP INDEX users_by_last_name;
