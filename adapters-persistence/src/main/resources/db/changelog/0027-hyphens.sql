--liquibase formatted sql logicalFilePath:0027-hyphens.sql

--changeset hexdesk:hyphens-of-people splitStatements:false rollbackSplitStatements:false
--comment All hyphens are one, too, and nobody has to type them. What is generated is generated anew, with its indexes.
CREATE OR REPLACE FUNCTION hexdesk_plain(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN translate(hexdesk_unmarked(said), E'\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011\u2012\u2013\u2014\u2015\u2212',
  repeat('''', 7) || repeat('-', 7));

CREATE OR REPLACE FUNCTION hexdesk_plain_spellings(said text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  plain text := hexdesk_plain(said);
BEGIN
  RETURN CASE WHEN plain ~ '[''-]' THEN plain || E'\n' || translate(plain, '''-', '') ELSE plain END;
END
$$;

ALTER TABLE users DROP COLUMN plain_text;
ALTER TABLE employees DROP COLUMN plain_text;
ALTER TABLE users ADD COLUMN plain_text text COLLATE "C" NOT NULL GENERATED ALWAYS AS (hexdesk_plain_spellings(search_text)) STORED;
ALTER TABLE employees ADD COLUMN plain_text text COLLATE "C" NOT NULL GENERATED ALWAYS AS (hexdesk_plain_spellings(search_text)) STORED;
CREATE INDEX users_by_word ON users USING gin (plain_text gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX employees_by_word ON employees USING gin (plain_text gin_trgm_ops) WITH (fastupdate = off);
--rollback CREATE OR REPLACE FUNCTION hexdesk_plain(said text) RETURNS text
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN translate(hexdesk_unmarked(said), E'\u2019\u2018\u02bc\u02bb\u2032\u00b4`', repeat('''', 7));
--rollback CREATE OR REPLACE FUNCTION hexdesk_plain_spellings(said text) RETURNS text
--rollback LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback DECLARE
--rollback   plain text := hexdesk_plain(said);
--rollback BEGIN
--rollback   RETURN CASE WHEN strpos(plain, '''') = 0 THEN plain ELSE plain || E'\n' || replace(plain, '''', '') END;
--rollback END
--rollback $$;
--rollback ALTER TABLE users DROP COLUMN plain_text;
--rollback ALTER TABLE employees DROP COLUMN plain_text;
--rollback ALTER TABLE users ADD COLUMN plain_text text COLLATE "C" NOT NULL GENERATED ALWAYS AS (hexdesk_plain_spellings(search_text)) STORED;
--rollback ALTER TABLE employees ADD COLUMN plain_text text COLLATE "C" NOT NULL GENERATED ALWAYS AS (hexdesk_plain_spellings(search_text)) STORED;
--rollback CREATE INDEX users_by_word ON users USING gin (plain_text gin_trgm_ops) WITH (fastupdate = off);
--rollback CREATE INDEX employees_by_word ON employees USING gin (plain_text gin_trgm_ops) WITH (fastupdate = off);
