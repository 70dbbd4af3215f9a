--liquibase formatted sql logicalFilePath:0030-quick-words.sql

--changeset hexdesk:quick-words splitStatements:false rollbackSplitStatements:false
--comment The words of a text are read as before, in less time: what most texts don't have is not looked for.
-- Text whose words PostgreSQL reads as we do is left as it is: letters, digits, spaces, and marks that end a sentence.
CREATE OR REPLACE FUNCTION hexdesk_spaced(plain text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
RETURN CASE
  WHEN plain !~ ('[\u0001-\u0009\u000b-\u001f\u0022-\u002b\u002d\u002f\u003c-\u003e\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
                 || hexdesk_unspaced() || ']|[!,.:;?][^ \n]|[0-9][!,.:;?]|[vV][0-9]') THEN plain
  ELSE regexp_replace(
    regexp_replace(plain,
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
      || hexdesk_unspaced() || ']+', ' ', 'g'),
    '\m([vV])([0-9])', '\1 \2', 'g')
END;

-- A search path of their own, set anew at each call, was most of what a short text cost; whoever calls them has one.
ALTER FUNCTION hexdesk_pairs(text) RESET search_path;
ALTER FUNCTION hexdesk_words(regconfig, text) RESET search_path;

-- Each of the conditions holds for all texts that its function finds something in.
CREATE OR REPLACE FUNCTION hexdesk_read(configuration regconfig, words text) RETURNS tsvector
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
DECLARE
  plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
  found tsvector := to_tsvector(configuration, hexdesk_spaced(plain));
  unplaced text[] := hexdesk_pairs(plain);
BEGIN
  IF plain ~ '[''\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u2010\u2011-]' THEN
    unplaced := unplaced || hexdesk_joined(plain);
  END IF;
  IF plain ~ '[^ 0-9][0-9]{2}' THEN
    unplaced := unplaced || hexdesk_ends(plain);
  END IF;
  IF plain ~ '[0-9]([ ()./\u2010-\u2015-]{0,3}[0-9]){6}' THEN
    unplaced := unplaced || hexdesk_numbers(plain);
  END IF;
  RETURN CASE WHEN unplaced = '{}' THEN found ELSE found || array_to_tsvector(unplaced) END;
END
$$;

-- Nobody has commented on a new ticket, and nobody else knows of it: so it is read as it is written. Its employee's
-- row is shared and read at once, and keeps a new name waiting, which would not know of the ticket yet.
CREATE OR REPLACE FUNCTION hexdesk_index_new_tickets() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  WITH named AS MATERIALIZED (
    SELECT id, concat_ws(E'\n', first_name, last_name, nick_name) AS names
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
           concat_ws(E'\n', t.description, e.first_name, e.last_name, e.nick_name) AS others,
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
--rollback CREATE OR REPLACE FUNCTION hexdesk_index_new_tickets() RETURNS trigger
--rollback LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback BEGIN
--rollback   PERFORM 1 FROM employees WHERE id IN (SELECT employee_id FROM changed) ORDER BY id FOR SHARE;
--rollback   PERFORM hexdesk_index_tickets(ARRAY(SELECT id FROM changed));
--rollback   RETURN NULL;
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_index_tickets(ids bigint[]) RETURNS void
--rollback LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback BEGIN
--rollback   PERFORM 1 FROM ticket_search WHERE ticket_id = ANY (ids) ORDER BY ticket_id FOR UPDATE;
--rollback   WITH read AS MATERIALIZED (
--rollback     SELECT t.id, s.configuration::regconfig AS language, t.title,
--rollback            concat_ws(E'\n', t.title, t.description, e.first_name, e.last_name, e.nick_name) AS own,
--rollback            hexdesk_comments(t.id, false) AS said, hexdesk_comments(t.id, true) AS noted
--rollback       FROM tickets t JOIN employees e ON e.id = t.employee_id CROSS JOIN search_settings s
--rollback      WHERE t.id = ANY (ids)
--rollback   ), parsed AS MATERIALIZED (
--rollback     SELECT id, hexdesk_words(language, title) AS title, hexdesk_words(language, own) AS own,
--rollback            hexdesk_words(language, said) AS said, hexdesk_words(language, noted) AS noted
--rollback       FROM read
--rollback   )
--rollback   INSERT INTO ticket_search AS kept (ticket_id, title, everything, public, uncommented)
--rollback   SELECT id, title, own || coalesce(said, '') || coalesce(noted, ''),
--rollback          CASE WHEN noted IS NOT NULL THEN own || coalesce(said, '') END,
--rollback          CASE WHEN coalesce(said, noted) IS NOT NULL THEN own END
--rollback     FROM parsed
--rollback    ORDER BY id
--rollback   ON CONFLICT (ticket_id) DO UPDATE
--rollback     SET title = excluded.title, everything = excluded.everything, public = excluded.public,
--rollback         uncommented = excluded.uncommented
--rollback     WHERE (kept.title, kept.everything, kept.public, kept.uncommented)
--rollback           IS DISTINCT FROM
--rollback           (excluded.title, excluded.everything, excluded.public, excluded.uncommented);
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_words(configuration regconfig, words text) RETURNS tsvector
--rollback LANGUAGE plpgsql STABLE STRICT SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback DECLARE
--rollback   longest integer := 200000;
--rollback   found   tsvector;
--rollback BEGIN
--rollback   IF octet_length(words) < 10000 THEN
--rollback     RETURN hexdesk_read(configuration, words);
--rollback   END IF;
--rollback   LOOP
--rollback     BEGIN
--rollback       found := hexdesk_read(configuration, left(words, longest));
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
--rollback CREATE OR REPLACE FUNCTION hexdesk_read(configuration regconfig, words text) RETURNS tsvector
--rollback LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback DECLARE
--rollback   plain text := hexdesk_compared(words, (SELECT accent_sensitive FROM search_settings));
--rollback BEGIN
--rollback   RETURN to_tsvector(configuration, hexdesk_spaced(plain))
--rollback          || array_to_tsvector(
--rollback               hexdesk_joined(plain) || hexdesk_ends(plain) || hexdesk_pairs(plain) || hexdesk_numbers(plain));
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_pairs(plain text) RETURNS text[]
--rollback LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT AS $$
--rollback DECLARE
--rollback   stretches text;
--rollback BEGIN
--rollback   IF octet_length(plain) = length(plain) OR plain !~ ('[' || hexdesk_unspaced() || ']') THEN
--rollback     RETURN '{}';
--rollback   END IF;
--rollback   stretches := regexp_replace(left(plain, 50000), '[^' || hexdesk_unspaced() || ']+', ' ', 'g');
--rollback   RETURN ARRAY(
--rollback     SELECT DISTINCT pair
--rollback       FROM (SELECT unnest(string_to_array(regexp_replace(stretches, '(\S)(\S)', '\1\2 ', 'g'), ' '))
--rollback             UNION ALL
--rollback             SELECT unnest(string_to_array(
--rollback                      regexp_replace(
--rollback                        regexp_replace(stretches, '(^| )\S', '\1', 'g'), '(\S)(\S)', '\1\2 ', 'g'), ' '))) AS each (pair)
--rollback      WHERE pair <> '');
--rollback END
--rollback $$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_spaced(plain text) RETURNS text
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN regexp_replace(
--rollback   regexp_replace(plain,
--rollback     '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u02b0-\u02ff\u2000-\u206f'
--rollback     || hexdesk_unspaced() || ']+', ' ', 'g'),
--rollback   '\m([vV])([0-9])', '\1 \2', 'g');
