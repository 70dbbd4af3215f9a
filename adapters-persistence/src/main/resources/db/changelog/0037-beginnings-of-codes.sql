--liquibase formatted sql logicalFilePath:0037-beginnings-of-codes.sql

--changeset hexdesk:beginnings-of-codes splitStatements:false rollbackSplitStatements:false
--comment Letters and a number may be the beginning of a word, too: wd19 of WD19TBS, win11 of Win11Pro.
-- As 0035 has it. Where nothing is behind the number, the two are words of their own, and were sought as these alone.
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
    ELSIF is_beginning AND plain ~ '^[A-Za-z\u00c0-\u02af\u0370-\u0dff]{2,}[0-9]+$' THEN
      others := '''' || lower(plain) || '''' || ended;
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
--rollback CREATE OR REPLACE FUNCTION hexdesk_sought(configuration regconfig, words text, is_beginning boolean) RETURNS text
--rollback LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback DECLARE
--rollback   plain  text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
--rollback   spaced text := btrim(hexdesk_spaced(plain));
--rollback   found  text := phraseto_tsquery(configuration, spaced)::text;
--rollback   ended  text := CASE WHEN is_beginning THEN ':*' ELSE '' END;
--rollback   others text;
--rollback   parts  text[];
--rollback BEGIN
--rollback   IF found <> '' THEN
--rollback     found := found || ended;
--rollback     IF spaced ~ '^[A-Za-z\u00c0-\u02af\u0370-\u0dff][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]+$' THEN
--rollback       others := '''=' || lower(spaced) || '''' || ended;
--rollback       parts := string_to_array(lower(hexdesk_parted(spaced)), ' ');
--rollback       IF cardinality(parts) > 1 THEN
--rollback         others := concat_ws(' | ', others,
--rollback           nullif(phraseto_tsquery(configuration, array_to_string(parts, ' '))::text, '') || ended,
--rollback           (SELECT '(' || string_agg('''=' || part || '''', ' & ' ORDER BY place) || ended || ')'
--rollback              FROM unnest(parts) WITH ORDINALITY AS each (part, place)
--rollback             WHERE length(part) > 1 AND part !~ '^[0-9]'
--rollback            HAVING count(*) > 1));
--rollback       END IF;
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
