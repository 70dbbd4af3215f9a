--liquibase formatted sql logicalFilePath:0035-parts-of-words.sql

--changeset hexdesk:parts-of-words splitStatements:false rollbackSplitStatements:false
--comment The parts of names as programs have them are found: pointer of NullPointerException, power and shell of PowerShell.
-- A space before each part: Null Pointer Exception, HTTP Server, Windows 11 Pro.
CREATE OR REPLACE FUNCTION hexdesk_parted(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN regexp_replace(words,
  '[a-z0-9\u0430-\u045f](?=[A-Z\u0400-\u042f])|[A-Za-z](?=[0-9])|[A-Z](?=[A-Z][a-z]{2})', '\& ', 'g');

-- The parts of words that have spaces between them. Each word is taken apart once: to look back or forth at each character of a
-- text would take many times as long. More than 300 such words, or a longer one, are not what people write.
CREATE OR REPLACE FUNCTION hexdesk_parts(spaced text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN ARRAY(
  SELECT part
    FROM (SELECT string_agg(word, ' ') AS words
            FROM (SELECT word
                    FROM (SELECT DISTINCT word FROM string_to_table(left(spaced, 50000), ' ') AS word) AS distinct_words
                   WHERE length(word) <= 100 AND word ~ '[a-z0-9\u0430-\u045f][A-Z\u0400-\u042f]|[A-Z]{3}[a-z]{2}'
                   LIMIT 300) AS words_of_parts) AS all_words,
         string_to_table(lower(hexdesk_parted(translate(words, E'\n!,.:;?', '       '))), ' ') AS part
   WHERE length(part) > 1);

-- All that a text is found by, as 0031 has it; and = before parts of words.
CREATE OR REPLACE FUNCTION hexdesk_read(configuration regconfig, words text) RETURNS tsvector
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
DECLARE
  plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
  spaced text := hexdesk_spaced(plain);
  found tsvector := to_tsvector(configuration, spaced);
  unplaced text[] := hexdesk_pairs(plain);
  whole text[] := '{}';
BEGIN
  IF plain ~ '[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u201b\u02b9\ua78c\u2010\u2011\u2012\u2013-]' THEN
    whole := hexdesk_joined(plain);
  END IF;
  IF plain ~ '[A-Za-z\u00c0-\u02af\u0370-\u0dff][0-9]{2}|(?<![0-9])0[0-9]{2}' THEN
    unplaced := unplaced || hexdesk_ends(plain);
  END IF;
  IF plain ~ '[0-9]([ ()./\u2010-\u2015-]{0,3}[0-9]){6}' THEN
    unplaced := unplaced || hexdesk_numbers(plain);
  END IF;
  IF plain ~ '[a-z0-9\u0430-\u045f][A-Z\u0400-\u042f]|[A-Z]{3}[a-z]{2}' THEN
    whole := whole || hexdesk_parts(spaced);
  END IF;
  IF whole <> '{}' THEN
    unplaced := unplaced || string_to_array('=' || array_to_string(whole, ' ='), ' ');
  END IF;
  RETURN CASE WHEN unplaced = '{}' THEN found ELSE found || array_to_tsvector(unplaced) END;
END
$$;

-- The query for one word or phrase, as 0031 has it. A word of parts is found as a phrase of them, too, and where all of these are
-- parts of words.
CREATE OR REPLACE FUNCTION hexdesk_sought(configuration regconfig, words text, is_beginning boolean) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  plain  text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
  spaced text := btrim(hexdesk_spaced(plain));
  found  text := phraseto_tsquery(configuration, spaced)::text;
  ended  text := CASE WHEN is_beginning THEN ':*' ELSE '' END;
  others text;
  parts  text[];
BEGIN
  IF found <> '' THEN
    found := found || ended;
    IF spaced ~ '^[A-Za-z\u00c0-\u02af\u0370-\u0dff][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]+$' THEN
      others := '''=' || lower(spaced) || '''' || ended;
      parts := string_to_array(lower(hexdesk_parted(spaced)), ' ');
      IF cardinality(parts) > 1 THEN
        others := concat_ws(' | ', others,
          nullif(phraseto_tsquery(configuration, array_to_string(parts, ' '))::text, '') || ended,
          (SELECT '(' || string_agg('''=' || part || '''', ' & ' ORDER BY place) || ended || ')'
             FROM unnest(parts) WITH ORDINALITY AS each (part, place)
            WHERE length(part) > 1 AND part !~ '^[0-9]'
           HAVING count(*) > 1));
      END IF;
    ELSIF plain ~ '^[0-9]{2,18}$' THEN
      others := '''#' || plain || '''' || ended;
    ELSIF plain !~ '\s' THEN
      others := (SELECT string_agg('''' || word || '''' || ended || ' | ''=' || word || '''' || ended, ' | ')
                   FROM unnest(hexdesk_joined(plain)) AS each (word)
                  WHERE length(word) > 2);
    END IF;
    IF others IS NOT NULL OR found LIKE '% %' THEN
      found := '(' || concat_ws(' | ', found, others) || ')';
    END IF;
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
--rollback   plain  text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
--rollback   spaced text := btrim(hexdesk_spaced(plain));
--rollback   found  text := phraseto_tsquery(configuration, spaced)::text;
--rollback   ended  text := CASE WHEN is_beginning THEN ':*' ELSE '' END;
--rollback   others text;
--rollback BEGIN
--rollback   IF found <> '' THEN
--rollback     found := found || ended;
--rollback     IF spaced ~ '^[A-Za-z\u00c0-\u02af\u0370-\u0dff][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]{2,}$' THEN
--rollback       others := '''=' || lower(spaced) || '''' || ended;
--rollback     ELSIF plain ~ '^[0-9]{2,18}$' THEN
--rollback       others := '''#' || plain || '''' || ended;
--rollback     ELSIF plain !~ '\s' THEN
--rollback       others := (SELECT string_agg('''' || word || '''' || ended || ' | ''=' || word || '''' || ended, ' | ')
--rollback                    FROM unnest(hexdesk_joined(plain)) AS each (word)
--rollback                   WHERE length(word) > 2);
--rollback     END IF;
--rollback     IF others IS NOT NULL OR found LIKE '% %' THEN
--rollback       found := '(' || concat_ws(' | ', found, others) || ')';
--rollback     END IF;
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
--rollback LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
--rollback DECLARE
--rollback   plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
--rollback   found tsvector := to_tsvector(configuration, hexdesk_spaced(plain));
--rollback   unplaced text[] := hexdesk_pairs(plain);
--rollback BEGIN
--rollback   IF plain ~ '[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u201b\u02b9\ua78c\u2010\u2011\u2012\u2013-]' THEN
--rollback     unplaced := unplaced || ARRAY(SELECT '=' || word FROM unnest(hexdesk_joined(plain)) AS each (word));
--rollback   END IF;
--rollback   IF plain ~ '[^ 0-9][0-9]{2}|(?<![0-9])0[0-9]{2}' THEN
--rollback     unplaced := unplaced || hexdesk_ends(plain);
--rollback   END IF;
--rollback   IF plain ~ '[0-9]([ ()./\u2010-\u2015-]{0,3}[0-9]){6}' THEN
--rollback     unplaced := unplaced || hexdesk_numbers(plain);
--rollback   END IF;
--rollback   RETURN CASE WHEN unplaced = '{}' THEN found ELSE found || array_to_tsvector(unplaced) END;
--rollback END
--rollback $$;
--rollback DROP FUNCTION hexdesk_parts(text);
--rollback DROP FUNCTION hexdesk_parted(text);
