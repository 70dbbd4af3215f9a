--liquibase formatted sql logicalFilePath:0031-tokenizer.sql

--changeset hexdesk:tokenizer splitStatements:false rollbackSplitStatements:false
--comment What a word is, for all that is written and all that is sought: the whole rule, but for hexdesk_unspaced, hexdesk_pairs, hexdesk_numbers and hexdesk_words (0026) and hexdesk_ends (0029).
-- Text whose compatible spellings are one, with the digits of all scripts as 0 to 9. Signs that would become letters of the
-- word beside them (№5, Core™) part words instead.
CREATE FUNCTION hexdesk_composed(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN CASE WHEN octet_length(said) = length(said) THEN said ELSE
  translate(normalize(translate(said, E'\u2116\u2120\u2121\u2122', '    '), NFKC),
    E'\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669'
    '\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9'
    '\u07c0\u07c1\u07c2\u07c3\u07c4\u07c5\u07c6\u07c7\u07c8\u07c9'
    '\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f'
    '\u09e6\u09e7\u09e8\u09e9\u09ea\u09eb\u09ec\u09ed\u09ee\u09ef'
    '\u0a66\u0a67\u0a68\u0a69\u0a6a\u0a6b\u0a6c\u0a6d\u0a6e\u0a6f'
    '\u0ae6\u0ae7\u0ae8\u0ae9\u0aea\u0aeb\u0aec\u0aed\u0aee\u0aef'
    '\u0b66\u0b67\u0b68\u0b69\u0b6a\u0b6b\u0b6c\u0b6d\u0b6e\u0b6f'
    '\u0be6\u0be7\u0be8\u0be9\u0bea\u0beb\u0bec\u0bed\u0bee\u0bef'
    '\u0c66\u0c67\u0c68\u0c69\u0c6a\u0c6b\u0c6c\u0c6d\u0c6e\u0c6f'
    '\u0ce6\u0ce7\u0ce8\u0ce9\u0cea\u0ceb\u0cec\u0ced\u0cee\u0cef'
    '\u0d66\u0d67\u0d68\u0d69\u0d6a\u0d6b\u0d6c\u0d6d\u0d6e\u0d6f'
    '\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59'
    '\u0ed0\u0ed1\u0ed2\u0ed3\u0ed4\u0ed5\u0ed6\u0ed7\u0ed8\u0ed9'
    '\u0f20\u0f21\u0f22\u0f23\u0f24\u0f25\u0f26\u0f27\u0f28\u0f29'
    '\u1040\u1041\u1042\u1043\u1044\u1045\u1046\u1047\u1048\u1049'
    '\u17e0\u17e1\u17e2\u17e3\u17e4\u17e5\u17e6\u17e7\u17e8\u17e9'
    '\u1810\u1811\u1812\u1813\u1814\u1815\u1816\u1817\u1818\u1819',
    repeat('0123456789', 18)) END;

-- Letters without their marks, those with a stroke included; characters that can't be seen go. Cyrillic letters keep the
-- marks that make them others (й, ї, ў), but ё, which many write without. Arabic and Hebrew are written without points as a
-- rule, and with letters that keyboards have for each other. Most texts have nothing to be taken away.
CREATE OR REPLACE FUNCTION hexdesk_unmarked(said text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
DECLARE
  plain text := hexdesk_composed(said);
BEGIN
  IF plain !~ '[\u00ad\u00c0-\u024f\u0300-\u03ff\u0401\u0403\u040c\u040d\u0450\u0451\u0453\u045c\u045d\u0476\u0477\u04c1-\u04f9\u0591-\u05c7\u0610-\u061a\u0622-\u0626\u0629\u0640\u0649\u064b-\u065f\u0670-\u0673\u06a9\u06c0-\u06c2\u06cc\u06d3\u06d5-\u06ed\u08d3-\u08ff\u1e00-\u1fff\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]' THEN
    RETURN plain;
  END IF;
  plain := normalize(regexp_replace(normalize(plain, NFKD),
    '[\u0300-\u0305\u0307\u0309-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe00-\ufe0f]+|(?<![\u0400-\u04ff])[\u0306\u0308]+',
    '', 'g'), NFKC);
  plain := translate(plain,
    E'\u0142\u0141\u00f8\u00d8\u0111\u0110\u0127\u0126\u0131\u03c2\u0451\u0401\u0671\u0629\u0649\u06cc\u06a9\u06c1\u06d5\u00ad\u200b\u200c\u200d\u2060\ufeff',
    E'lLoOdDhHi\u03c3\u0435\u0415\u0627\u0647\u064a\u064a\u0643\u0647\u0647');
  RETURN replace(replace(replace(replace(replace(replace(
    plain, E'\u00df', 'ss'), E'\u1e9e', 'SS'), E'\u00e6', 'ae'), E'\u00c6', 'AE'), E'\u0153', 'oe'), E'\u0152', 'OE');
END
$$;

-- Text as it is compared: letters have their marks only where these count.
CREATE OR REPLACE FUNCTION hexdesk_compared(said text, accent_sensitive boolean) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN CASE WHEN accent_sensitive
            THEN translate(hexdesk_composed(said), E'\u00ad\u200b\u200c\u200d\u2060\ufeff', '')
            ELSE hexdesk_unmarked(said) END;

-- Words and nothing but spaces between them. Nothing but letters and digits makes a word; letters and the number behind
-- them are two (Office365, SR4711), as is the v of v2.10.3. Text whose words PostgreSQL reads as we do is left as it is.
CREATE OR REPLACE FUNCTION hexdesk_spaced(plain text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN CASE
  WHEN plain !~ ('[\u0001-\u0009\u000b-\u001f\u0022-\u002b\u002d\u002f\u003c-\u003e\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
                 || hexdesk_unspaced() || ']|[!,.:;?][^ \n]|[0-9][!,.:;?]|[A-Za-z\u00c0-\u02af\u0370-\u0dff][0-9]') THEN plain
  ELSE regexp_replace(
    regexp_replace(
      regexp_replace(plain,
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
        || hexdesk_unspaced() || ']+', ' ', 'g'),
      '\m([vV])([0-9])', '\1 \2', 'g'),
    '(?<![0-9A-Za-z\u00c0-\u02af\u0370-\u0dff])([A-Za-z\u00c0-\u02af\u0370-\u0dff]{2,})([0-9]+)(?![0-9A-Za-z\u00c0-\u02af\u0370-\u0dff])', '\1 \2', 'g')
END;

-- Compounds in one word: O'Neil, e-mail, Anne–Marie.
CREATE OR REPLACE FUNCTION hexdesk_joined(plain text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN ARRAY(
  SELECT DISTINCT word
    FROM regexp_matches(left(plain, 50000),
           '([A-Za-z\u00c0-\u02af\u0370-\u0dff][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]*(?:[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u201b\u02b9\ua78c\u2010\u2011\u2012\u2013-][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]{1,40}){1,3})',
           'g') AS each (compound),
         lower(regexp_replace(compound[1], '[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u201b\u02b9\ua78c\u2010\u2011\u2012\u2013-]+', '', 'g')) AS word
   WHERE octet_length(word) < 1000);

-- Numbers as people shorten them: 4711 of SR4711, and 815 of 0815.
CREATE OR REPLACE FUNCTION hexdesk_tails(plain text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN ARRAY(
  SELECT digits[1]
    FROM regexp_matches(left(plain, 50000),
           '[A-Za-z\u00c0-\u02af\u0370-\u0dff]([0-9]{2,18})(?![0-9A-Za-z\u00c0-\u02af\u0370-\u0dff])', 'g') AS each (digits)
   UNION
  SELECT digits[1]
    FROM regexp_matches(left(plain, 50000),
           '(?<![0-9])0+([1-9][0-9]{1,17})(?![0-9A-Za-z\u00c0-\u02af\u0370-\u0dff])', 'g') AS each (digits));

-- All that a text is found by. What has no place among its words is kept where no beginning of a word leads to, or a phrase
-- that ends with such a beginning would find nothing: = before compounds, # before ends of words, + before numbers from
-- behind; the pairs of scripts without spaces begin as no other word does. Each of the conditions holds for all texts that its
-- function finds something in.
CREATE OR REPLACE FUNCTION hexdesk_read(configuration regconfig, words text) RETURNS tsvector
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
DECLARE
  plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
  found tsvector := to_tsvector(configuration, hexdesk_spaced(plain));
  unplaced text[] := hexdesk_pairs(plain);
BEGIN
  IF plain ~ '[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u201b\u02b9\ua78c\u2010\u2011\u2012\u2013-]' THEN
    unplaced := unplaced || ARRAY(SELECT '=' || word FROM unnest(hexdesk_joined(plain)) AS each (word));
  END IF;
  IF plain ~ '[^ 0-9][0-9]{2}|(?<![0-9])0[0-9]{2}' THEN
    unplaced := unplaced || hexdesk_ends(plain);
  END IF;
  IF plain ~ '[0-9]([ ()./\u2010-\u2015-]{0,3}[0-9]){6}' THEN
    unplaced := unplaced || hexdesk_numbers(plain);
  END IF;
  RETURN CASE WHEN unplaced = '{}' THEN found ELSE found || array_to_tsvector(unplaced) END;
END
$$;

-- The query for one word or phrase, whose last word may be a beginning; empty where there is nothing to seek.
CREATE OR REPLACE FUNCTION hexdesk_sought(configuration regconfig, words text, is_beginning boolean) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  plain  text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
  spaced text := btrim(hexdesk_spaced(plain));
  found  text := phraseto_tsquery(configuration, spaced)::text;
  ended  text := CASE WHEN is_beginning THEN ':*' ELSE '' END;
  others text;
BEGIN
  IF found <> '' THEN
    found := found || ended;
    IF spaced ~ '^[A-Za-z\u00c0-\u02af\u0370-\u0dff][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]{2,}$' THEN
      others := '''=' || lower(spaced) || '''' || ended;
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

-- What somebody is called. Where scripts have no spaces, the whole name is written without one, the family's name first.
CREATE FUNCTION hexdesk_names(first_name text, last_name text, nick_name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SECURITY INVOKER
RETURN concat_ws(E'\n', first_name, last_name, nick_name,
  CASE WHEN first_name ~ ('^[' || hexdesk_unspaced() || ']+$') AND last_name ~ ('^[' || hexdesk_unspaced() || ']+$')
       THEN last_name || first_name END);

-- Nobody has commented on a new ticket, and nobody else knows of it: so it is read as it is written. Its employee's
-- row is shared and read at once, and keeps a new name waiting, which would not know of the ticket yet.
CREATE OR REPLACE FUNCTION hexdesk_index_new_tickets() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  WITH named AS MATERIALIZED (
    SELECT id, hexdesk_names(first_name, last_name, nick_name) AS names
      FROM employees
     WHERE id IN (SELECT employee_id FROM changed)
     ORDER BY id
       FOR SHARE
  ), parsed AS MATERIALIZED (
    SELECT c.id, hexdesk_words(s.configuration::regconfig, c.title) AS title,
           hexdesk_words(s.configuration::regconfig, concat_ws(E'\n', c.description, n.names)) AS others
      FROM changed c JOIN named n ON n.id = c.employee_id CROSS JOIN search_settings s
  )
  INSERT INTO ticket_search (ticket_id, title, everything)
  SELECT id, title, title || others FROM parsed ORDER BY id;
  RETURN NULL;
END
$$;

-- Each row is locked before its ticket is read, by a statement of its own: so who comes second sees what the
-- first has written. To plan for each array of ids anew would take longer than to index a ticket.
CREATE OR REPLACE FUNCTION hexdesk_index_tickets(ids bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM 1 FROM ticket_search WHERE ticket_id = ANY (ids) ORDER BY ticket_id FOR UPDATE;
  WITH read AS MATERIALIZED (
    SELECT t.id, s.configuration::regconfig AS language, t.title,
           concat_ws(E'\n', t.description, hexdesk_names(e.first_name, e.last_name, e.nick_name)) AS others,
           hexdesk_comments(t.id, false) AS said, hexdesk_comments(t.id, true) AS noted
      FROM tickets t JOIN employees e ON e.id = t.employee_id CROSS JOIN search_settings s
     WHERE t.id = ANY (ids)
  ), parsed AS MATERIALIZED (
    SELECT id, hexdesk_words(language, title) AS title, hexdesk_words(language, others) AS others,
           hexdesk_words(language, said) AS said, hexdesk_words(language, noted) AS noted
      FROM read
  ), joined AS MATERIALIZED (
    SELECT id, title, title || others AS own, said, noted FROM parsed
  )
  INSERT INTO ticket_search AS kept (ticket_id, title, everything, public, uncommented)
  SELECT id, title, own || coalesce(said, '') || coalesce(noted, ''),
         CASE WHEN noted IS NOT NULL THEN own || coalesce(said, '') END,
         CASE WHEN coalesce(said, noted) IS NOT NULL THEN own END
    FROM joined
   ORDER BY id
  ON CONFLICT (ticket_id) DO UPDATE
    SET title = excluded.title, everything = excluded.everything, public = excluded.public,
        uncommented = excluded.uncommented
    WHERE (kept.title, kept.everything, kept.public, kept.uncommented)
          IS DISTINCT FROM
          (excluded.title, excluded.everything, excluded.public, excluded.uncommented);
END
$$;

-- All apostrophes are one, as are all hyphens and all middle dots.
CREATE FUNCTION hexdesk_punctuated(plain text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN translate(plain, E'\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u201b\u02b9\ua78c\u05f3\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be\u2e17\u2022\u2027\u2219\u22c5\u30fb',
  repeat('''', 11) || repeat('-', 9) || repeat(E'\u00b7', 5));

-- People's texts with and without these, and their whole names where scripts have no spaces, the family's name first.
CREATE FUNCTION hexdesk_spellings(plain text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN concat_ws(E'\n', plain,
    CASE WHEN plain ~ '[''\u00b7-]' THEN translate(plain, E'''-\u00b7', '') END,
    CASE WHEN octet_length(plain) > length(plain) THEN
      (SELECT string_agg(name[2] || name[1], E'\n')
         FROM regexp_matches(plain,
                '(?n)^([' || hexdesk_unspaced() || ']+)\n([' || hexdesk_unspaced() || ']+)$', 'g') AS each (name)) END);
END
$$;

-- People's texts as they are compared where marks don't count.
CREATE OR REPLACE FUNCTION hexdesk_plain(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN hexdesk_punctuated(hexdesk_unmarked(said));

CREATE OR REPLACE FUNCTION hexdesk_plain_spellings(said text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN hexdesk_spellings(hexdesk_plain(said));
END
$$;

-- The same where marks count.
CREATE OR REPLACE FUNCTION hexdesk_accented(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN hexdesk_punctuated(hexdesk_compared(said, true));

CREATE OR REPLACE FUNCTION hexdesk_accented_spellings(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN hexdesk_spellings(hexdesk_accented(said));

UPDATE search_settings SET renewed_until = 0 WHERE EXISTS (SELECT FROM tickets);
--rollback CREATE OR REPLACE FUNCTION hexdesk_unmarked(said text) RETURNS text
--rollback LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
--rollback DECLARE
--rollback   plain text := said;
--rollback BEGIN
--rollback   IF octet_length(said) > length(said) THEN
--rollback     plain := normalize(said, NFKC);
--rollback   END IF;
--rollback   IF plain !~ '[\u00ad\u00c0-\u024f\u0300-\u03ff\u0401\u0403\u040c\u040d\u0450\u0451\u0453\u045c\u045d\u0476\u0477\u04c1-\u04f9\u1e00-\u1fff\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]' THEN
--rollback     RETURN plain;
--rollback   END IF;
--rollback   plain := normalize(regexp_replace(normalize(plain, NFKD),
--rollback     '[\u0300-\u0305\u0307\u0309-\u036f\ufe00-\ufe0f]+|(?<![\u0400-\u04ff])[\u0306\u0308]+', '', 'g'), NFKC);
--rollback   plain := translate(plain,
--rollback     E'\u0142\u0141\u00f8\u00d8\u0111\u0110\u0127\u0126\u0131\u03c2\u0451\u0401\u00ad\u200b\u200c\u200d\u2060\ufeff',
--rollback     E'lLoOdDhHi\u03c3\u0435\u0415');
--rollback   RETURN replace(replace(replace(replace(replace(replace(
--rollback     plain, E'\u00df', 'ss'), E'\u1e9e', 'SS'), E'\u00e6', 'ae'), E'\u00c6', 'AE'), E'\u0153', 'oe'), E'\u0152', 'OE');
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_compared(said text, accent_sensitive boolean) RETURNS text
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN CASE WHEN accent_sensitive
--rollback             THEN translate(normalize(said, NFKC), E'\u00ad\u200b\u200c\u200d\u2060\ufeff', '')
--rollback             ELSE hexdesk_unmarked(said) END;
--rollback CREATE OR REPLACE FUNCTION hexdesk_spaced(plain text) RETURNS text
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN CASE
--rollback   WHEN plain !~ ('[\u0001-\u0009\u000b-\u001f\u0022-\u002b\u002d\u002f\u003c-\u003e\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
--rollback                  || hexdesk_unspaced() || ']|[!,.:;?][^ \n]|[0-9][!,.:;?]|[vV][0-9]') THEN plain
--rollback   ELSE regexp_replace(
--rollback     regexp_replace(plain,
--rollback       '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
--rollback       || hexdesk_unspaced() || ']+', ' ', 'g'),
--rollback     '\m([vV])([0-9])', '\1 \2', 'g')
--rollback END;
--rollback CREATE OR REPLACE FUNCTION hexdesk_joined(plain text) RETURNS text[]
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN ARRAY(
--rollback   SELECT DISTINCT word
--rollback     FROM regexp_matches(left(plain, 50000),
--rollback            '([A-Za-z\u00c0-\u02af\u0370-\u0dff][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]*(?:[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011-][0-9A-Za-z\u00c0-\u02af\u0370-\u0dff]{1,40}){1,3})',
--rollback            'g') AS each (compound),
--rollback          lower(regexp_replace(compound[1], '[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011-]+', '', 'g')) AS word
--rollback    WHERE octet_length(word) < 1000);
--rollback CREATE OR REPLACE FUNCTION hexdesk_tails(plain text) RETURNS text[]
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN ARRAY(
--rollback   SELECT DISTINCT digits[1]
--rollback     FROM regexp_matches(left(plain, 50000),
--rollback            '[A-Za-z\u00c0-\u02af\u0370-\u0dff]([0-9]{2,18})(?![0-9A-Za-z\u00c0-\u02af\u0370-\u0dff])', 'g') AS each (digits));
--rollback CREATE OR REPLACE FUNCTION hexdesk_read(configuration regconfig, words text) RETURNS tsvector
--rollback LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
--rollback DECLARE
--rollback   plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
--rollback   found tsvector := to_tsvector(configuration, hexdesk_spaced(plain));
--rollback   unplaced text[] := hexdesk_pairs(plain);
--rollback BEGIN
--rollback   IF plain ~ '[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011-]' THEN
--rollback     unplaced := unplaced || hexdesk_joined(plain);
--rollback   END IF;
--rollback   IF plain ~ '[^ 0-9][0-9]{2}' THEN
--rollback     unplaced := unplaced || hexdesk_ends(plain);
--rollback   END IF;
--rollback   IF plain ~ '[0-9]([ ()./\u2010-\u2015-]{0,3}[0-9]){6}' THEN
--rollback     unplaced := unplaced || hexdesk_numbers(plain);
--rollback   END IF;
--rollback   RETURN CASE WHEN unplaced = '{}' THEN found ELSE found || array_to_tsvector(unplaced) END;
--rollback END
--rollback $$;
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
--rollback   IF plain ~ '^[0-9]{2,18}$' THEN
--rollback     found := '(' || found || ' | ''#' || plain || '''' || ended || ')';
--rollback   END IF;
--rollback   RETURN concat_ws(' & ',
--rollback     (SELECT string_agg('''' || pair || CASE WHEN length(pair) = 1 THEN ''':*' ELSE '''' END, ' & ')
--rollback        FROM unnest(hexdesk_pairs(plain)) AS each (pair)
--rollback       WHERE length(pair) = 2
--rollback          OR plain ~ ('(^|[^' || hexdesk_unspaced() || '])' || pair || '($|[^' || hexdesk_unspaced() || '])')),
--rollback     nullif(found, ''));
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_index_new_tickets() RETURNS trigger
--rollback LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
--rollback BEGIN
--rollback   WITH named AS MATERIALIZED (
--rollback     SELECT id, concat_ws(E'\n', first_name, last_name, nick_name) AS names
--rollback       FROM employees
--rollback      WHERE id IN (SELECT employee_id FROM changed)
--rollback      ORDER BY id
--rollback        FOR SHARE
--rollback   ), parsed AS MATERIALIZED (
--rollback     SELECT c.id, hexdesk_words(s.configuration::regconfig, c.title) AS title,
--rollback            hexdesk_words(s.configuration::regconfig, concat_ws(E'\n', c.description, n.names)) AS others
--rollback       FROM changed c JOIN named n ON n.id = c.employee_id CROSS JOIN search_settings s
--rollback   )
--rollback   INSERT INTO ticket_search (ticket_id, title, everything)
--rollback   SELECT id, title, title || others FROM parsed ORDER BY id;
--rollback   RETURN NULL;
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_index_tickets(ids bigint[]) RETURNS void
--rollback LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
--rollback BEGIN
--rollback   PERFORM 1 FROM ticket_search WHERE ticket_id = ANY (ids) ORDER BY ticket_id FOR UPDATE;
--rollback   WITH read AS MATERIALIZED (
--rollback     SELECT t.id, s.configuration::regconfig AS language, t.title,
--rollback            concat_ws(E'\n', t.description, e.first_name, e.last_name, e.nick_name) AS others,
--rollback            hexdesk_comments(t.id, false) AS said, hexdesk_comments(t.id, true) AS noted
--rollback       FROM tickets t JOIN employees e ON e.id = t.employee_id CROSS JOIN search_settings s
--rollback      WHERE t.id = ANY (ids)
--rollback   ), parsed AS MATERIALIZED (
--rollback     SELECT id, hexdesk_words(language, title) AS title, hexdesk_words(language, others) AS others,
--rollback            hexdesk_words(language, said) AS said, hexdesk_words(language, noted) AS noted
--rollback       FROM read
--rollback   ), joined AS MATERIALIZED (
--rollback     SELECT id, title, title || others AS own, said, noted FROM parsed
--rollback   )
--rollback   INSERT INTO ticket_search AS kept (ticket_id, title, everything, public, uncommented)
--rollback   SELECT id, title, own || coalesce(said, '') || coalesce(noted, ''),
--rollback          CASE WHEN noted IS NOT NULL THEN own || coalesce(said, '') END,
--rollback          CASE WHEN coalesce(said, noted) IS NOT NULL THEN own END
--rollback     FROM joined
--rollback    ORDER BY id
--rollback   ON CONFLICT (ticket_id) DO UPDATE
--rollback     SET title = excluded.title, everything = excluded.everything, public = excluded.public,
--rollback         uncommented = excluded.uncommented
--rollback     WHERE (kept.title, kept.everything, kept.public, kept.uncommented)
--rollback           IS DISTINCT FROM
--rollback           (excluded.title, excluded.everything, excluded.public, excluded.uncommented);
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_plain(said text) RETURNS text
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN translate(hexdesk_unmarked(said), E'\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011\u2012\u2013\u2014\u2015\u2212',
--rollback   repeat('''', 7) || repeat('-', 7));
--rollback CREATE OR REPLACE FUNCTION hexdesk_plain_spellings(said text) RETURNS text
--rollback LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback DECLARE
--rollback   plain text := hexdesk_plain(said);
--rollback BEGIN
--rollback   RETURN CASE WHEN plain ~ '[''-]' THEN plain || E'\n' || translate(plain, '''-', '') ELSE plain END;
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_accented(said text) RETURNS text
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN translate(hexdesk_compared(said, true),
--rollback   E'\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011\u2012\u2013\u2014\u2015\u2212', repeat('''', 7) || repeat('-', 7));
--rollback CREATE OR REPLACE FUNCTION hexdesk_accented_spellings(said text) RETURNS text
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN hexdesk_accented(said) || E'\n' || translate(hexdesk_accented(said), '''-', '');
--rollback DROP FUNCTION hexdesk_spellings(text);
--rollback DROP FUNCTION hexdesk_punctuated(text);
--rollback DROP FUNCTION hexdesk_names(text, text, text);
--rollback DROP FUNCTION hexdesk_composed(text);

--changeset hexdesk:tokenizer-of-people
--comment What is generated of people's texts is generated anew.
-- locks: people are thousands, not millions, and a second or two is all that it takes
UPDATE users SET search_text = search_text;
UPDATE employees SET search_text = search_text;
--rollback UPDATE users SET search_text = search_text;
--rollback UPDATE employees SET search_text = search_text;
