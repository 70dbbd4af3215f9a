--liquibase formatted sql logicalFilePath:0025-plain-text.sql

--changeset hexdesk:plain-text splitStatements:false rollbackSplitStatements:false
--comment Text without what people don't type who search. The characters are spelled out: no locale has a say in it.
-- Letters without their marks, those with a stroke included; characters that can't be seen go. Cyrillic letters keep the
-- marks that make them others (й, ї, ў), but ё, which many write without. Most texts have nothing to be taken away.
CREATE FUNCTION hexdesk_unmarked(said text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
DECLARE
  plain text := said;
BEGIN
  IF octet_length(said) > length(said) THEN
    plain := normalize(said, NFKC);
  END IF;
  IF plain !~ '[\u00ad\u00c0-\u024f\u0300-\u03ff\u0401\u0403\u040c\u040d\u0450\u0451\u0453\u045c\u045d\u0476\u0477\u04c1-\u04f9\u1e00-\u1fff\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]' THEN
    RETURN plain;
  END IF;
  plain := normalize(regexp_replace(normalize(plain, NFKD),
    '[\u0300-\u0305\u0307\u0309-\u036f\ufe00-\ufe0f]+|(?<![\u0400-\u04ff])[\u0306\u0308]+', '', 'g'), NFKC);
  plain := translate(plain,
    E'\u0142\u0141\u00f8\u00d8\u0111\u0110\u0127\u0126\u0131\u03c2\u0451\u0401\u00ad\u200b\u200c\u200d\u2060\ufeff',
    E'lLoOdDhHi\u03c3\u0435\u0415');
  RETURN replace(replace(replace(replace(replace(replace(
    plain, E'\u00df', 'ss'), E'\u1e9e', 'SS'), E'\u00e6', 'ae'), E'\u00c6', 'AE'), E'\u0153', 'oe'), E'\u0152', 'OE');
END
$$;

-- All apostrophes are one.
CREATE FUNCTION hexdesk_plain(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN translate(hexdesk_unmarked(said), E'\u2019\u2018\u02bc\u02bb\u2032\u00b4`', repeat('''', 7));

-- And who leaves it out finds as well.
CREATE FUNCTION hexdesk_plain_spellings(said text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  plain text := hexdesk_plain(said);
BEGIN
  RETURN CASE WHEN strpos(plain, '''') = 0 THEN plain ELSE plain || E'\n' || replace(plain, '''', '') END;
END
$$;
--rollback DROP FUNCTION hexdesk_plain_spellings(text);
--rollback DROP FUNCTION hexdesk_plain(text);
--rollback DROP FUNCTION hexdesk_unmarked(text);

--changeset hexdesk:plain-text-of-people
--comment Made by PostgreSQL, so that it holds whoever writes, the version before this one included.
ALTER TABLE users ADD COLUMN plain_text text COLLATE "C" NOT NULL GENERATED ALWAYS AS (hexdesk_plain_spellings(search_text)) STORED;
ALTER TABLE employees ADD COLUMN plain_text text COLLATE "C" NOT NULL GENERATED ALWAYS AS (hexdesk_plain_spellings(search_text)) STORED;
DROP INDEX users_by_word;
DROP INDEX employees_by_word;
CREATE INDEX users_by_word ON users USING gin (plain_text gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX employees_by_word ON employees USING gin (plain_text gin_trgm_ops) WITH (fastupdate = off);
--rollback DROP INDEX employees_by_word;
--rollback DROP INDEX users_by_word;
--rollback CREATE INDEX employees_by_word ON employees USING gin (search_text gin_trgm_ops) WITH (fastupdate = off);
--rollback CREATE INDEX users_by_word ON users USING gin (search_text gin_trgm_ops) WITH (fastupdate = off);
--rollback ALTER TABLE employees DROP COLUMN plain_text;
--rollback ALTER TABLE users DROP COLUMN plain_text;
