--liquibase formatted sql logicalFilePath:0019-free-texts.sql

--changeset hexdesk:free-texts splitStatements:false rollbackSplitStatements:false
--comment The fields of tickets and comments that can tell of a person. Who adds one replaces this function and no other.
CREATE FUNCTION hexdesk_free_texts() RETURNS text[]
LANGUAGE sql IMMUTABLE SECURITY INVOKER AS $$
  SELECT ARRAY['title', 'description', 'body']
$$;

CREATE OR REPLACE FUNCTION erase_from_history(employee bigint, tickets bigint[], pattern text) RETURNS bigint
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
                    CASE WHEN change ->> 'field' = ANY (hexdesk_free_texts())
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
            WHERE change ->> 'field' = ANY (hexdesk_free_texts())
              AND (change ->> 'from' ~ pattern OR change ->> 'to' ~ pattern));
  GET DIAGNOSTICS changed = ROW_COUNT;
  EXECUTE format('REVOKE UPDATE (changes) ON ticket_history FROM %I', current_user);
  RETURN changed;
END
$$;

-- Replacing a function takes its settings away.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION erase_from_history(bigint, bigint[], text) SET search_path = pg_catalog, %I, pg_temp', current_schema());
END
$$;
--rollback CREATE OR REPLACE FUNCTION erase_from_history(employee bigint, tickets bigint[], pattern text) RETURNS bigint
--rollback LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
--rollback DECLARE
--rollback   changed bigint;
--rollback BEGIN
--rollback   PERFORM 1 FROM employees WHERE id = employee AND erased_at IS NOT NULL FOR SHARE;
--rollback   IF NOT FOUND THEN
--rollback     RAISE EXCEPTION 'employee % is not being erased', employee USING ERRCODE = 'object_not_in_prerequisite_state';
--rollback   END IF;
--rollback   PERFORM pg_advisory_xact_lock(7305808869231650419);
--rollback   EXECUTE format('GRANT UPDATE (changes) ON ticket_history TO %I', current_user);
--rollback   UPDATE ticket_history AS entry
--rollback      SET changes = (
--rollback            SELECT jsonb_agg(
--rollback                     CASE WHEN change ->> 'field' IN ('title', 'description', 'body')
--rollback                          THEN change || jsonb_build_object(
--rollback                                 'from', hexdesk_without(change -> 'from', pattern),
--rollback                                 'to', hexdesk_without(change -> 'to', pattern))
--rollback                          ELSE change
--rollback                     END
--rollback                     ORDER BY place)
--rollback              FROM jsonb_array_elements(entry.changes) WITH ORDINALITY AS each (change, place))
--rollback    WHERE ticket_id = ANY (tickets)
--rollback      AND ticket_id IN (SELECT hexdesk_tickets_of(employee))
--rollback      AND EXISTS (
--rollback            SELECT FROM jsonb_array_elements(entry.changes) AS change
--rollback             WHERE change ->> 'field' IN ('title', 'description', 'body')
--rollback               AND (change ->> 'from' ~ pattern OR change ->> 'to' ~ pattern));
--rollback   GET DIAGNOSTICS changed = ROW_COUNT;
--rollback   EXECUTE format('REVOKE UPDATE (changes) ON ticket_history FROM %I', current_user);
--rollback   RETURN changed;
--rollback END
--rollback $$;
--rollback DO $$
--rollback BEGIN
--rollback   EXECUTE format('ALTER FUNCTION erase_from_history(bigint, bigint[], text) SET search_path = pg_catalog, %I, pg_temp', current_schema());
--rollback END
--rollback $$;
--rollback DROP FUNCTION hexdesk_free_texts();
