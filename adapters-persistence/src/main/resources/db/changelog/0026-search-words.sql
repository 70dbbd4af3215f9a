--liquibase formatted sql logicalFilePath:0026-search-words.sql

--changeset hexdesk:search-words splitStatements:false rollbackSplitStatements:false
--comment What a word is, said once: what is written and what is sought is read by the same functions.
-- The scripts that put no spaces between words, as a part of a class of characters.
CREATE FUNCTION hexdesk_unspaced() RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SECURITY INVOKER
RETURN '\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\ua980-\ua9df\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff';

-- Nothing but letters and digits makes a word: P-8A, report.pdf and O'Neil are two words, one after the other.
CREATE FUNCTION hexdesk_spaced(plain text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN regexp_replace(plain,
  '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
  || hexdesk_unspaced() || ']+', ' ', 'g');

-- Where there are no spaces, each two characters that follow each other are found, and one by the pairs that it begins.
-- Longer texts than of 50,000 characters would take too long to write.
CREATE FUNCTION hexdesk_pairs(plain text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  stretches text;
BEGIN
  IF octet_length(plain) = length(plain) OR plain !~ ('[' || hexdesk_unspaced() || ']') THEN
    RETURN '{}';
  END IF;
  stretches := regexp_replace(left(plain, 50000), '[^' || hexdesk_unspaced() || ']+', ' ', 'g');
  RETURN ARRAY(
    SELECT DISTINCT pair
      FROM (SELECT unnest(string_to_array(regexp_replace(stretches, '(\S)(\S)', '\1\2 ', 'g'), ' '))
            UNION ALL
            SELECT unnest(string_to_array(
                     regexp_replace(
                       regexp_replace(stretches, '(^| )\S', '\1', 'g'), '(\S)(\S)', '\1\2 ', 'g'), ' '))) AS each (pair)
     WHERE pair <> '');
END
$$;

-- O'Neil and e-mail are found in one word, too.
CREATE FUNCTION hexdesk_joined(plain text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN ARRAY(
  SELECT DISTINCT word
    FROM regexp_matches(left(plain, 50000),
           '([A-Za-z\u00c0-\u02af\u0370-\u0dff][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]*(?:[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011-][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]{1,40}){1,3})',
           'g') AS each (compound),
         lower(regexp_replace(compound[1], '[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011-]+', '', 'g')) AS word
   WHERE octet_length(word) < 1000);

-- Telephone and serial numbers from their last digit on: so they are found by their end, however they are written.
-- What follows may be another number, so a number ends after each of its groups. A longer text is a log or a table.
CREATE FUNCTION hexdesk_numbers(plain text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN ARRAY(
  SELECT DISTINCT '+' || reverse(digits)
    FROM regexp_matches(left(plain, 50000),
           '(?:^|[^0-9A-Za-z])([0-9](?:[ ()./\u2010-\u2015-]{0,3}[0-9]){6,18})(?![0-9A-Za-z])', 'g') AS each (run),
         regexp_split_to_array(run[1], '[^0-9]+') AS groups,
         generate_series(1, cardinality(groups)) AS last,
         ltrim(array_to_string(groups[1:last], ''), '0') AS digits
   WHERE length(digits) >= 7);

CREATE FUNCTION hexdesk_read(configuration regconfig, words text) RETURNS tsvector
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  plain text := hexdesk_unmarked(words);
BEGIN
  RETURN to_tsvector(configuration, hexdesk_spaced(plain))
         || array_to_tsvector(hexdesk_joined(plain) || hexdesk_pairs(plain) || hexdesk_numbers(plain));
END
$$;

-- The query for one word or phrase, whose last word may be a beginning; empty where there is nothing to seek.
CREATE FUNCTION hexdesk_sought(configuration regconfig, words text, is_beginning boolean) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  plain text := hexdesk_unmarked(words);
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

-- A text too rich for a tsvector (1 MB) is cut until it fits; three of them fit together.
CREATE OR REPLACE FUNCTION hexdesk_words(configuration regconfig, words text) RETURNS tsvector
LANGUAGE plpgsql STABLE STRICT SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  longest integer := 200000;
  found   tsvector;
BEGIN
  IF octet_length(words) < 10000 THEN
    RETURN hexdesk_read(configuration, words);
  END IF;
  LOOP
    BEGIN
      found := hexdesk_read(configuration, left(words, longest));
      IF pg_column_size(found) <= 300000 THEN
        RETURN found;
      END IF;
    EXCEPTION WHEN program_limit_exceeded THEN
      NULL; -- cut below
    END;
    longest := longest / 2;
  END LOOP;
END
$$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_words(configuration regconfig, words text) RETURNS tsvector
--rollback LANGUAGE plpgsql STABLE STRICT SECURITY INVOKER AS $$
--rollback DECLARE
--rollback   longest integer := 200000;
--rollback   found   tsvector;
--rollback BEGIN
--rollback   IF octet_length(words) < 10000 THEN
--rollback     RETURN to_tsvector(configuration, normalize(words, NFKC));
--rollback   END IF;
--rollback   LOOP
--rollback     BEGIN
--rollback       found := to_tsvector(configuration, left(normalize(left(words, longest), NFKC), longest));
--rollback       IF pg_column_size(found) <= 300000 THEN
--rollback         RETURN found;
--rollback       END IF;
--rollback     EXCEPTION WHEN program_limit_exceeded THEN
--rollback       NULL; -- cut below
--rollback     END;
--rollback     longest := longest / 2;
--rollback   END LOOP;
--rollback END
--rollback $$;
--rollback DROP FUNCTION hexdesk_sought(regconfig, text, boolean);
--rollback DROP FUNCTION hexdesk_read(regconfig, text);
--rollback DROP FUNCTION hexdesk_numbers(text);
--rollback DROP FUNCTION hexdesk_joined(text);
--rollback DROP FUNCTION hexdesk_pairs(text);
--rollback DROP FUNCTION hexdesk_spaced(text);
--rollback DROP FUNCTION hexdesk_unspaced();

--changeset hexdesk:search-words-renewal splitStatements:false rollbackSplitStatements:false
--comment What was read by an earlier rule is read anew in small parts while the server serves; until then searches go by both.
ALTER TABLE search_settings ADD COLUMN renewed_until bigint;
UPDATE search_settings SET renewed_until = 0 WHERE EXISTS (SELECT FROM tickets);

-- Whether something is left to do. Of several nodes one at a time does it.
CREATE FUNCTION hexdesk_renew_words(most integer) RETURNS boolean
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  before bigint;
  until  bigint;
BEGIN
  SELECT renewed_until INTO before FROM search_settings WHERE renewed_until IS NOT NULL FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  SELECT max(id) INTO until FROM (SELECT id FROM tickets WHERE id > before ORDER BY id LIMIT most) AS next;
  IF until IS NOT NULL THEN
    PERFORM hexdesk_fill_ticket_search(before + 1, until);
  END IF;
  UPDATE search_settings SET renewed_until = until;
  RETURN until IS NOT NULL;
END
$$;
--rollback DROP FUNCTION hexdesk_renew_words(integer);
--rollback ALTER TABLE search_settings DROP COLUMN renewed_until;
