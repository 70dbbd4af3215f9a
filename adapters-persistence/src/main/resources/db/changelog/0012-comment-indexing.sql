--liquibase formatted sql logicalFilePath:0012-comment-indexing.sql

--changeset hexdesk:index-changed-words splitStatements:false
--comment A comment that loses its author says what it said: its ticket need not be indexed again.
CREATE OR REPLACE FUNCTION hexdesk_index_changed_comments() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  concerned bigint[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    concerned := ARRAY(
      SELECT DISTINCT unnest(ARRAY[before.ticket_id, changed.ticket_id])
        FROM before JOIN changed USING (id)
       WHERE (before.ticket_id, before.body, before.internal)
             IS DISTINCT FROM
             (changed.ticket_id, changed.body, changed.internal));
  ELSE
    concerned := ARRAY(SELECT DISTINCT ticket_id FROM changed);
  END IF;
  IF cardinality(concerned) > 0 THEN
    PERFORM hexdesk_index_tickets(concerned);
  END IF;
  RETURN NULL;
END
$$;
--rollback not required: the function is called as before
