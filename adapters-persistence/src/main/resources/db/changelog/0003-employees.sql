--liquibase formatted sql logicalFilePath:0003-employees.sql

--changeset hexdesk:employees
CREATE TABLE employees (
  id            bigint      GENERATED ALWAYS AS IDENTITY,
  first_name    text        COLLATE "C" NOT NULL,
  last_name     text        COLLATE "C" NOT NULL,
  last_name_key text        COLLATE "C" NOT NULL,
  nick_name     text        COLLATE "C",
  phone         text        COLLATE "C" NOT NULL,
  email         text        COLLATE "C" NOT NULL,
  email_key     text        COLLATE "C" NOT NULL,
  birthday      date,
  country       text        COLLATE "C",
  city          text        COLLATE "C",
  address       text        COLLATE "C",
  search_text   text        COLLATE "C" NOT NULL,
  version       bigint      NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,

  CONSTRAINT employees_id_unique PRIMARY KEY (id),
  CONSTRAINT employees_phone_unique UNIQUE (phone),
  CONSTRAINT employees_email_unique UNIQUE (email_key),

  CONSTRAINT employees_first_name_valid CHECK (first_name ~ '\S' AND char_length(first_name) <= 200),
  CONSTRAINT employees_last_name_valid CHECK (last_name ~ '\S' AND char_length(last_name) <= 200),
  CONSTRAINT employees_last_name_key_valid CHECK (char_length(last_name_key) <= 200),
  CONSTRAINT employees_nick_name_valid CHECK (nick_name ~ '\S' AND char_length(nick_name) <= 100),
  CONSTRAINT employees_phone_valid CHECK (phone ~ '\S' AND char_length(phone) <= 32),
  CONSTRAINT employees_email_valid CHECK (email ~ '\S' AND char_length(email) <= 254),
  CONSTRAINT employees_email_key_valid CHECK (email_key ~ '\S' AND char_length(email_key) <= 762),
  CONSTRAINT employees_country_valid CHECK (country ~ '\S' AND char_length(country) <= 100),
  CONSTRAINT employees_city_valid CHECK (city ~ '\S' AND char_length(city) <= 100),
  CONSTRAINT employees_address_valid CHECK (address ~ '\S' AND char_length(address) <= 500),
  CONSTRAINT employees_version_valid CHECK (version >= 1)
);
--rollback DROP TABLE employees;

--changeset hexdesk:employees-indexes
--comment Phone and e-mail have the index of their constraint, the id that of the key.
-- Without fastupdate a search never has to wade through what was written since the last vacuum;
-- people are written seldom.
CREATE INDEX employees_by_last_name ON employees (last_name_key, id);
CREATE INDEX employees_by_creation ON employees (created_at, id);
CREATE INDEX employees_by_update ON employees (updated_at, id);
CREATE INDEX employees_by_country ON employees (country, id);
CREATE INDEX employees_by_city ON employees (city, id);
CREATE INDEX employees_by_word ON employees USING gin (search_text gin_trgm_ops) WITH (fastupdate = off);
--rollback DROP INDEX employees_by_word;
--rollback DROP INDEX employees_by_city;
--rollback DROP INDEX employees_by_country;
--rollback DROP INDEX employees_by_update;
--rollback DROP INDEX employees_by_creation;
--rollback DROP INDEX employees_by_last_name;
