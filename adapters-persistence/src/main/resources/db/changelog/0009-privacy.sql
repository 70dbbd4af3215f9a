--liquibase formatted sql logicalFilePath:0009-privacy.sql

--changeset hexdesk:erased-employees
ALTER TABLE employees ADD COLUMN erased_at timestamptz;
--rollback ALTER TABLE employees DROP COLUMN erased_at;

--changeset hexdesk:erasure-confirmations
--comment At most one for each caller and employee; of the token a hash, for it is as good as a password.
CREATE TABLE erasure_confirmations (
  user_id     bigint      NOT NULL,
  employee_id bigint      NOT NULL,
  token       bytea       NOT NULL,
  expires_at  timestamptz NOT NULL,

  CONSTRAINT erasure_confirmations_unique PRIMARY KEY (user_id, employee_id),
  CONSTRAINT erasure_confirmations_user_exists FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT erasure_confirmations_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id) ON DELETE CASCADE,
  CONSTRAINT erasure_confirmations_token_valid CHECK (length(token) = 32)
);
CREATE INDEX erasure_confirmations_by_employee ON erasure_confirmations (employee_id);
--rollback DROP TABLE erasure_confirmations;

--changeset hexdesk:ticket-history-by-employee
--comment Finds the deleted tickets of an employee; few entries name one.
CREATE INDEX ticket_history_by_employee_before ON ticket_history (
  (jsonb_path_query_first(changes, '$[*] ? (@.field == "employee_id").from')))
  WHERE jsonb_path_query_first(changes, '$[*] ? (@.field == "employee_id").from') IS NOT NULL;
CREATE INDEX ticket_history_by_employee_after ON ticket_history (
  (jsonb_path_query_first(changes, '$[*] ? (@.field == "employee_id").to')))
  WHERE jsonb_path_query_first(changes, '$[*] ? (@.field == "employee_id").to') IS NOT NULL;
--rollback DROP INDEX ticket_history_by_employee_after;
--rollback DROP INDEX ticket_history_by_employee_before;

--changeset hexdesk:erasure-functions splitStatements:false
--comment All tickets that are or were an employee's, deleted ones and what they were merged into included.
CREATE FUNCTION hexdesk_tickets_of(employee bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY INVOKER SET search_path FROM CURRENT AS $$
  WITH RECURSIVE concerned (id) AS (
    (SELECT id FROM tickets WHERE employee_id = employee
     UNION
     SELECT ticket_id FROM ticket_history
      WHERE jsonb_path_query_first(changes, '$[*] ? (@.field == "employee_id").from') = to_jsonb(employee)
     UNION
     SELECT ticket_id FROM ticket_history
      WHERE jsonb_path_query_first(changes, '$[*] ? (@.field == "employee_id").to') = to_jsonb(employee))
    UNION
    SELECT merged_into FROM tickets JOIN concerned USING (id) WHERE merged_into IS NOT NULL
  )
  SELECT id FROM concerned
$$;

-- No ticket is made for somebody who is erased. Shared, the row keeps an erasure waiting until the ticket is seen.
CREATE FUNCTION hexdesk_refuse_erased_employee() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  erased timestamptz;
BEGIN
  SELECT erased_at INTO erased FROM employees WHERE id = NEW.employee_id FOR SHARE;
  IF erased IS NOT NULL THEN
    RAISE EXCEPTION 'employee % is erased', NEW.employee_id
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'tickets_employee_exists';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER tickets_refuse_erased_employee BEFORE INSERT ON tickets
  FOR EACH ROW EXECUTE FUNCTION hexdesk_refuse_erased_employee();
CREATE TRIGGER tickets_refuse_move_to_erased_employee BEFORE UPDATE OF employee_id ON tickets
  FOR EACH ROW WHEN (OLD.employee_id <> NEW.employee_id)
  EXECUTE FUNCTION hexdesk_refuse_erased_employee();

-- Only what an entry says in free text, and only by the mark: whoever may call this can't make history say
-- anything else. The privilege is there for the time of one statement; nobody but this transaction ever sees it.
CREATE FUNCTION hexdesk_without(said jsonb, pattern text) RETURNS jsonb
LANGUAGE sql IMMUTABLE SECURITY INVOKER AS $$
  SELECT CASE jsonb_typeof(said)
           WHEN 'string' THEN to_jsonb(regexp_replace(said #>> '{}', pattern, '\1[erased]', 'g'))
           ELSE said
         END
$$;

CREATE FUNCTION erase_from_history(employee bigint, tickets bigint[], pattern text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  changed bigint;
BEGIN
  PERFORM 1 FROM employees WHERE id = employee AND erased_at IS NOT NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'employee % is not being erased', employee USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM pg_advisory_xact_lock(7305808869231650419);
  EXECUTE format('GRANT UPDATE (changes) ON ticket_history TO %I', current_user);
  UPDATE ticket_history AS entry
     SET changes = (
           SELECT jsonb_agg(
                    CASE WHEN change ->> 'field' IN ('title', 'description', 'body')
                         THEN change || jsonb_build_object(
                                'from', hexdesk_without(change -> 'from', pattern),
                                'to', hexdesk_without(change -> 'to', pattern))
                         ELSE change
                    END
                    ORDER BY place)
             FROM jsonb_array_elements(entry.changes) WITH ORDINALITY AS each (change, place))
   WHERE ticket_id = ANY (tickets)
     AND ticket_id IN (SELECT hexdesk_tickets_of(employee))
     AND EXISTS (
           SELECT FROM jsonb_array_elements(entry.changes) AS change
            WHERE change ->> 'field' IN ('title', 'description', 'body')
              AND (change ->> 'from' ~ pattern OR change ->> 'to' ~ pattern));
  GET DIAGNOSTICS changed = ROW_COUNT;
  EXECUTE format('REVOKE UPDATE (changes) ON ticket_history FROM %I', current_user);
  RETURN changed;
END
$$;
REVOKE EXECUTE ON FUNCTION erase_from_history(bigint, bigint[], text) FROM PUBLIC;

-- Tables of a caller's own, which are temporary, come last: what runs with the owner's rights reads the owner's.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION erase_from_history(bigint, bigint[], text) SET search_path = pg_catalog, %I, pg_temp', current_schema());
  EXECUTE format('ALTER FUNCTION hexdesk_tickets_of(bigint) SET search_path = pg_catalog, %I, pg_temp', current_schema());
END
$$;
--rollback DROP FUNCTION erase_from_history(bigint, bigint[], text);
--rollback DROP FUNCTION hexdesk_without(jsonb, text);
--rollback DROP TRIGGER tickets_refuse_move_to_erased_employee ON tickets;
--rollback DROP TRIGGER tickets_refuse_erased_employee ON tickets;
--rollback DROP FUNCTION hexdesk_refuse_erased_employee();
--rollback DROP FUNCTION hexdesk_tickets_of(bigint);

--changeset hexdesk:erasure-indexing
--comment An erasure changes a ticket in several places and indexes it once, a few tickets at a time.
-- Whoever tells the index to wait does so for their own transaction and must index what they wrote. The name of
-- somebody who is erased goes from the index with the erasure of their traces.
CREATE OR REPLACE TRIGGER tickets_index_changed AFTER UPDATE OF title, description, employee_id ON tickets
  FOR EACH ROW WHEN (
    current_setting('hexdesk.index_later', true) IS DISTINCT FROM 'on'
    AND (OLD.title, OLD.description, OLD.employee_id)
        IS DISTINCT FROM
        (NEW.title, NEW.description, NEW.employee_id))
  EXECUTE FUNCTION hexdesk_index_changed_ticket();
CREATE OR REPLACE TRIGGER comments_index_changed AFTER UPDATE ON comments
  REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT WHEN (current_setting('hexdesk.index_later', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION hexdesk_index_changed_comments();
CREATE OR REPLACE TRIGGER employees_index_renamed AFTER UPDATE OF first_name, last_name, nick_name ON employees
  FOR EACH ROW WHEN (
    NEW.erased_at IS NULL
    AND (OLD.first_name, OLD.last_name, OLD.nick_name)
        IS DISTINCT FROM
        (NEW.first_name, NEW.last_name, NEW.nick_name))
  EXECUTE FUNCTION hexdesk_index_renamed_employee();
--rollback CREATE OR REPLACE TRIGGER employees_index_renamed AFTER UPDATE OF first_name, last_name, nick_name ON employees FOR EACH ROW WHEN ((OLD.first_name, OLD.last_name, OLD.nick_name) IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.nick_name)) EXECUTE FUNCTION hexdesk_index_renamed_employee();
--rollback CREATE OR REPLACE TRIGGER comments_index_changed AFTER UPDATE ON comments REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_index_changed_comments();
--rollback CREATE OR REPLACE TRIGGER tickets_index_changed AFTER UPDATE OF title, description, employee_id ON tickets FOR EACH ROW WHEN ((OLD.title, OLD.description, OLD.employee_id) IS DISTINCT FROM (NEW.title, NEW.description, NEW.employee_id)) EXECUTE FUNCTION hexdesk_index_changed_ticket();

--changeset hexdesk:personal-history splitStatements:false
--comment Entries of tickets that are an employee's or were until they were deleted, and all that name them.
CREATE FUNCTION hexdesk_history_of(employee bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY INVOKER SET search_path FROM CURRENT AS $$
  SELECT entry.id FROM tickets JOIN ticket_history AS entry ON entry.ticket_id = tickets.id
   WHERE tickets.employee_id = employee
  UNION
  SELECT id FROM ticket_history
   WHERE jsonb_path_query_first(changes, '$[*] ? (@.field == "employee_id").from') = to_jsonb(employee)
  UNION
  SELECT id FROM ticket_history
   WHERE jsonb_path_query_first(changes, '$[*] ? (@.field == "employee_id").to') = to_jsonb(employee)
  UNION
  SELECT entry.id FROM ticket_history AS deletion JOIN ticket_history AS entry USING (ticket_id)
   WHERE deletion.action = 'deleted'
     AND jsonb_path_query_first(deletion.changes, '$[*] ? (@.field == "employee_id").from') = to_jsonb(employee)
$$;
--rollback DROP FUNCTION hexdesk_history_of(bigint);
