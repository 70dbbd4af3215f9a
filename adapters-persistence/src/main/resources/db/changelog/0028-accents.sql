--liquibase formatted sql logicalFilePath:0028-accents.sql

--changeset hexdesk:accents splitStatements:false rollbackSplitStatements:false
--comment Whether marks of letters count is the operator's choice. Numbers behind a prefix of letters are found by themselves.
ALTER TABLE search_settings ADD COLUMN accent_sensitive boolean NOT NULL DEFAULT false;

-- Text as it is compared: letters have their marks only where these count.
CREATE FUNCTION hexdesk_compared(said text, accent_sensitive boolean) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN CASE WHEN accent_sensitive
            THEN translate(normalize(said, NFKC), E'\u00ad\u200b\u200c\u200d\u2060\ufeff', '')
            ELSE hexdesk_unmarked(said) END;

-- People's texts where marks count, with and without apostrophes and hyphens, as hexdesk_plain_spellings has them otherwise.
CREATE FUNCTION hexdesk_accented(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN translate(hexdesk_compared(said, true),
  E'\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011\u2012\u2013\u2014\u2015\u2212', repeat('''', 7) || repeat('-', 7));

CREATE FUNCTION hexdesk_accented_spellings(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN hexdesk_accented(said) || E'\n' || translate(hexdesk_accented(said), '''-', '');

-- The v of v2.10.3 is a word of its own.
CREATE OR REPLACE FUNCTION hexdesk_spaced(plain text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN regexp_replace(
  regexp_replace(plain,
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
    || hexdesk_unspaced() || ']+', ' ', 'g'),
  '\m([vV])([0-9])', '\1 \2', 'g');

-- The digits at the end of a word that begins with letters: 4711 of SR4711.
CREATE FUNCTION hexdesk_tails(plain text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN ARRAY(
  SELECT DISTINCT digits[1]
    FROM regexp_matches(left(plain, 50000),
           '[A-Za-z\u00c0-\u02af\u0370-\u0dff]([0-9]{2,18})(?![0-9A-Za-z\u00c0-\u02af\u0370-\u0dff])', 'g') AS each (digits));

CREATE OR REPLACE FUNCTION hexdesk_read(configuration regconfig, words text) RETURNS tsvector
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
BEGIN
  RETURN to_tsvector(configuration, hexdesk_spaced(plain))
         || array_to_tsvector(
              hexdesk_joined(plain) || hexdesk_tails(plain) || hexdesk_pairs(plain) || hexdesk_numbers(plain));
END
$$;

-- The query for one word or phrase, whose last word may be a beginning; empty where there is nothing to seek.
CREATE OR REPLACE FUNCTION hexdesk_sought(configuration regconfig, words text, is_beginning boolean) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
  found text := phraseto_tsquery(configuration, hexdesk_spaced(plain))::text;
  ended text := CASE WHEN is_beginning THEN ':*' ELSE '' END;
  whole text;
BEGIN
  IF found <> '' THEN
    found := found || ended;
  END IF;
  IF plain !~ '\s' AND found LIKE '% %' THEN
    whole := (SELECT string_agg('''' || word || '''' || ended, ' | ') FROM unnest(hexdesk_joined(plain)) AS each (word)
               WHERE length(word) > 2);
    found := '(' || concat_ws(' | ', found, whole) || ')';
  END IF;
  RETURN concat_ws(' & ',
    (SELECT string_agg('''' || pair || CASE WHEN length(pair) = 1 THEN ''':*' ELSE '''' END, ' & ')
       FROM unnest(hexdesk_pairs(plain)) AS each (pair)
      WHERE length(pair) = 2
         OR plain ~ ('(^|[^' || hexdesk_unspaced() || '])' || pair || '($|[^' || hexdesk_unspaced() || '])')),
    nullif(found, ''));
END
$$;

UPDATE search_settings SET renewed_until = 0 WHERE EXISTS (SELECT FROM tickets);
--rollback CREATE OR REPLACE FUNCTION hexdesk_sought(configuration regconfig, words text, is_beginning boolean) RETURNS text
--rollback LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback DECLARE
--rollback   plain text := hexdesk_unmarked(words);
--rollback   found text := phraseto_tsquery(configuration, hexdesk_spaced(plain))::text;
--rollback   ended text := CASE WHEN is_beginning THEN ':*' ELSE '' END;
--rollback   whole text;
--rollback BEGIN
--rollback   IF found <> '' THEN
--rollback     found := found || ended;
--rollback   END IF;
--rollback   IF plain !~ '\s' AND found LIKE '% %' THEN
--rollback     whole := (SELECT string_agg('''' || word || '''' || ended, ' | ') FROM unnest(hexdesk_joined(plain)) AS each (word)
--rollback                WHERE length(word) > 2);
--rollback     found := '(' || concat_ws(' | ', found, whole) || ')';
--rollback   END IF;
--rollback   RETURN concat_ws(' & ',
--rollback     (SELECT string_agg('''' || pair || CASE WHEN length(pair) = 1 THEN ''':*' ELSE '''' END, ' & ')
--rollback        FROM unnest(hexdesk_pairs(plain)) AS each (pair)
--rollback       WHERE length(pair) = 2
--rollback          OR plain ~ ('(^|[^' || hexdesk_unspaced() || '])' || pair || '($|[^' || hexdesk_unspaced() || '])')),
--rollback     nullif(found, ''));
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_read(configuration regconfig, words text) RETURNS tsvector
--rollback LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback DECLARE
--rollback   plain text := hexdesk_unmarked(words);
--rollback BEGIN
--rollback   RETURN to_tsvector(configuration, hexdesk_spaced(plain))
--rollback          || array_to_tsvector(hexdesk_joined(plain) || hexdesk_pairs(plain) || hexdesk_numbers(plain));
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_spaced(plain text) RETURNS text
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN regexp_replace(plain,
--rollback   '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
--rollback   || hexdesk_unspaced() || ']+', ' ', 'g');
--rollback DROP FUNCTION hexdesk_tails(text);
--rollback DROP FUNCTION hexdesk_accented_spellings(text);
--rollback DROP FUNCTION hexdesk_accented(text);
--rollback DROP FUNCTION hexdesk_compared(text, boolean);
--rollback ALTER TABLE search_settings DROP COLUMN accent_sensitive;
