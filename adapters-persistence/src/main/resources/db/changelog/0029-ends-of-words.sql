--liquibase formatted sql logicalFilePath:0029-ends-of-words.sql

--changeset hexdesk:ends-of-words splitStatements:false rollbackSplitStatements:false
--comment A phrase whose last word may be a beginning (2.10.3) finds nothing where that beginning has a word without a position.
-- So digits at the ends of words are kept where no beginning of a word leads to.
CREATE FUNCTION hexdesk_ends(plain text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN ARRAY(SELECT '#' || digits FROM unnest(hexdesk_tails(plain)) AS each (digits));

CREATE OR REPLACE FUNCTION hexdesk_read(configuration regconfig, words text) RETURNS tsvector
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
BEGIN
  RETURN to_tsvector(configuration, hexdesk_spaced(plain))
         || array_to_tsvector(
              hexdesk_joined(plain) || hexdesk_ends(plain) || hexdesk_pairs(plain) || hexdesk_numbers(plain));
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
  IF plain ~ '^[0-9]{2,18}$' THEN
    found := '(' || found || ' | ''#' || plain || '''' || ended || ')';
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
--rollback   plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
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
--rollback   plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
--rollback BEGIN
--rollback   RETURN to_tsvector(configuration, hexdesk_spaced(plain))
--rollback          || array_to_tsvector(
--rollback               hexdesk_joined(plain) || hexdesk_tails(plain) || hexdesk_pairs(plain) || hexdesk_numbers(plain));
--rollback END
--rollback $$;
--rollback DROP FUNCTION hexdesk_ends(text);
