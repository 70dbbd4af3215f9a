--liquibase formatted sql logicalFilePath:0008-search.sql

--changeset hexdesk:ticket-search
--comment The words of tickets, beside them, so that a new status rewrites no entry of an index.
-- What a caller may see is a prefix of what there is: uncommented, then public, then everything, each
-- with the positions of the one before. A vector that equals the next larger one is NULL.
-- Without fastupdate a search never has to wade through what was written since the last vacuum.
CREATE TABLE search_settings (
  only_one      boolean NOT NULL DEFAULT true,
  configuration text    COLLATE "C" NOT NULL,
  complete      boolean NOT NULL,

  CONSTRAINT search_settings_only_one PRIMARY KEY (only_one),
  CONSTRAINT search_settings_only_one_row CHECK (only_one)
);
INSERT INTO search_settings (configuration, complete) VALUES ('simple', true);
CREATE TABLE ticket_search (
  ticket_id   bigint   NOT NULL,
  title       tsvector NOT NULL,
  everything  tsvector NOT NULL,
  public      tsvector,
  uncommented tsvector,

  CONSTRAINT ticket_search_unique PRIMARY KEY (ticket_id),
  CONSTRAINT ticket_search_ticket_exists FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);
ALTER TABLE ticket_search
  ALTER COLUMN title SET STATISTICS 500,
  ALTER COLUMN everything SET STATISTICS 500;
CREATE INDEX ticket_search_by_title_word ON ticket_search USING gin (title) WITH (fastupdate = off);
CREATE INDEX ticket_search_by_word ON ticket_search USING gin (everything) WITH (fastupdate = off);
--rollback DROP TABLE ticket_search;
--rollback DROP TABLE search_settings;

--changeset hexdesk:ticket-search-functions splitStatements:false
--comment A text too rich for a tsvector (1 MB) is cut until it fits; three of them fit together.
CREATE FUNCTION hexdesk_words(configuration regconfig, words text) RETURNS tsvector
LANGUAGE plpgsql STABLE STRICT SECURITY INVOKER AS $$
DECLARE
  longest integer := 200000;
  found   tsvector;
BEGIN
  IF octet_length(words) < 10000 THEN
    RETURN to_tsvector(configuration, normalize(words, NFKC));
  END IF;
  LOOP
    BEGIN
      found := to_tsvector(configuration, left(normalize(left(words, longest), NFKC), longest));
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

-- The oldest comments, up to the size of what is indexed; lengths are known without reading the bodies.
CREATE FUNCTION hexdesk_comments(ticket bigint, are_internal boolean) RETURNS text
LANGUAGE sql STABLE SECURITY INVOKER SET search_path FROM CURRENT AS $$
  SELECT string_agg(body, E'\n' ORDER BY id)
    FROM (SELECT id, body, sum(octet_length(body)) OVER (ORDER BY id) - octet_length(body) AS before
            FROM comments
           WHERE ticket_id = ticket AND internal = are_internal) AS each
   WHERE before < 800000
$$;

-- Each row is locked before its ticket is read, by a statement of its own: so who comes second sees what the
-- first has written.
CREATE FUNCTION hexdesk_index_tickets(ids bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM 1 FROM ticket_search WHERE ticket_id = ANY (ids) ORDER BY ticket_id FOR UPDATE;
  WITH read AS MATERIALIZED (
    SELECT t.id, s.configuration::regconfig AS language, t.title,
           concat_ws(E'\n', t.title, t.description, e.first_name, e.last_name, e.nick_name) AS own,
           hexdesk_comments(t.id, false) AS said, hexdesk_comments(t.id, true) AS noted
      FROM tickets t JOIN employees e ON e.id = t.employee_id CROSS JOIN search_settings s
     WHERE t.id = ANY (ids)
  ), parsed AS MATERIALIZED (
    SELECT id, hexdesk_words(language, title) AS title, hexdesk_words(language, own) AS own,
           hexdesk_words(language, said) AS said, hexdesk_words(language, noted) AS noted
      FROM read
  )
  INSERT INTO ticket_search AS kept (ticket_id, title, everything, public, uncommented)
  SELECT id, title, own || coalesce(said, '') || coalesce(noted, ''),
         CASE WHEN noted IS NOT NULL THEN own || coalesce(said, '') END,
         CASE WHEN coalesce(said, noted) IS NOT NULL THEN own END
    FROM parsed
   ORDER BY id
  ON CONFLICT (ticket_id) DO UPDATE
    SET title = excluded.title, everything = excluded.everything, public = excluded.public,
        uncommented = excluded.uncommented
    WHERE (kept.title, kept.everything, kept.public, kept.uncommented)
          IS DISTINCT FROM
          (excluded.title, excluded.everything, excluded.public, excluded.uncommented);
END
$$;

-- For whoever wrote tickets with the triggers disabled; how many tickets there are between the ids.
CREATE FUNCTION hexdesk_fill_ticket_search(first bigint DEFAULT 1, last bigint DEFAULT 9223372036854775807)
RETURNS bigint LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  ids   bigint[];
  done  bigint := 0;
  after bigint := first - 1;
BEGIN
  LOOP
    ids := ARRAY(SELECT id FROM tickets WHERE id > after AND id <= last ORDER BY id LIMIT 1000);
    EXIT WHEN cardinality(ids) = 0;
    PERFORM hexdesk_index_tickets(ids);
    done := done + cardinality(ids);
    after := ids[cardinality(ids)];
  END LOOP;
  RETURN done;
END
$$;

-- Shared, the employee's row keeps a new name waiting, which would not know of these tickets yet.
CREATE FUNCTION hexdesk_index_new_tickets() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM 1 FROM employees WHERE id IN (SELECT employee_id FROM changed) ORDER BY id FOR SHARE;
  PERFORM hexdesk_index_tickets(ARRAY(SELECT id FROM changed));
  RETURN NULL;
END
$$;

CREATE FUNCTION hexdesk_index_changed_ticket() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  IF NEW.employee_id <> OLD.employee_id THEN
    PERFORM 1 FROM employees WHERE id = NEW.employee_id FOR SHARE;
  END IF;
  PERFORM hexdesk_index_tickets(ARRAY[NEW.id]);
  RETURN NULL;
END
$$;

CREATE FUNCTION hexdesk_index_changed_comments() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM hexdesk_index_tickets(ARRAY(
      SELECT ticket_id FROM before UNION SELECT ticket_id FROM changed));
  ELSE
    PERFORM hexdesk_index_tickets(ARRAY(SELECT DISTINCT ticket_id FROM changed));
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION hexdesk_index_renamed_employee() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM hexdesk_index_tickets(ARRAY(SELECT id FROM tickets WHERE employee_id = NEW.id));
  RETURN NULL;
END
$$;
--rollback DROP FUNCTION hexdesk_index_renamed_employee();
--rollback DROP FUNCTION hexdesk_index_changed_comments();
--rollback DROP FUNCTION hexdesk_index_changed_ticket();
--rollback DROP FUNCTION hexdesk_index_new_tickets();
--rollback DROP FUNCTION hexdesk_fill_ticket_search(bigint, bigint);
--rollback DROP FUNCTION hexdesk_index_tickets(bigint[]);
--rollback DROP FUNCTION hexdesk_comments(bigint, boolean);
--rollback DROP FUNCTION hexdesk_words(regconfig, text);

--changeset hexdesk:ticket-search-triggers
--comment Whoever writes, and by whatever means: what is written can be found.
CREATE TRIGGER tickets_index_new AFTER INSERT ON tickets
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_index_new_tickets();
CREATE TRIGGER tickets_index_changed AFTER UPDATE OF title, description, employee_id ON tickets
  FOR EACH ROW WHEN (
    (OLD.title, OLD.description, OLD.employee_id)
    IS DISTINCT FROM
    (NEW.title, NEW.description, NEW.employee_id))
  EXECUTE FUNCTION hexdesk_index_changed_ticket();
CREATE TRIGGER comments_index_new AFTER INSERT ON comments
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_index_changed_comments();
CREATE TRIGGER comments_index_changed AFTER UPDATE ON comments
  REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_index_changed_comments();
CREATE TRIGGER comments_index_deleted AFTER DELETE ON comments
  REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_index_changed_comments();
CREATE TRIGGER employees_index_renamed AFTER UPDATE OF first_name, last_name, nick_name ON employees
  FOR EACH ROW WHEN (
    (OLD.first_name, OLD.last_name, OLD.nick_name)
    IS DISTINCT FROM
    (NEW.first_name, NEW.last_name, NEW.nick_name))
  EXECUTE FUNCTION hexdesk_index_renamed_employee();
--rollback DROP TRIGGER employees_index_renamed ON employees;
--rollback DROP TRIGGER comments_index_deleted ON comments;
--rollback DROP TRIGGER comments_index_changed ON comments;
--rollback DROP TRIGGER comments_index_new ON comments;
--rollback DROP TRIGGER tickets_index_changed ON tickets;
--rollback DROP TRIGGER tickets_index_new ON tickets;

--changeset hexdesk:ticket-search-fill splitStatements:false runInTransaction:false
--comment In small transactions, so that nobody who changes a ticket meanwhile waits for long.
DO $$
DECLARE
  after bigint := 0;
  last  bigint;
BEGIN
  LOOP
    SELECT max(id) INTO last FROM (SELECT id FROM tickets WHERE id > after ORDER BY id LIMIT 1000) AS batch;
    EXIT WHEN last IS NULL;
    PERFORM hexdesk_fill_ticket_search(after + 1, last);
    COMMIT;
    after := last;
  END LOOP;
END
$$;
--rollback not required: the table goes with all that is in it

--changeset hexdesk:ticket-search-statistics
--comment The words' frequencies decide how a list is read, and nothing may have been written since.
ANALYZE ticket_search;
--rollback not required
