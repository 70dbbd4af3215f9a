--liquibase formatted sql logicalFilePath:0014-tag-counts.sql

--changeset hexdesk:tag-counts
--comment How many tickets bear a tag is the sum of its rows, each of which is one writer's at a time.
-- Nobody waits for a row that somebody else is about to change: who finds none that is free adds one, and who finds
-- several leaves one of them. So a tag has at most as many rows as there were writers of it at a time, and mostly one.
-- A row that is below zero is the rest of a sum whose other rows were somebody else's; it has an index, so that it
-- does not stay for ever.
CREATE TABLE tag_counts (
  tag     text    COLLATE "C" NOT NULL,
  id      bigint  GENERATED ALWAYS AS IDENTITY,
  tickets bigint  NOT NULL,
  owing   boolean GENERATED ALWAYS AS (tickets < 0) STORED,

  CONSTRAINT tag_counts_unique PRIMARY KEY (tag, id),
  CONSTRAINT tag_counts_tag_valid CHECK (tag <> ''),
  CONSTRAINT tag_counts_tickets_valid CHECK (tickets <> 0)
) WITH (fillfactor = 70);
CREATE INDEX tag_counts_owing ON tag_counts (tag) WHERE owing;
--rollback DROP TABLE tag_counts;

--changeset hexdesk:tag-counts-functions splitStatements:false
--comment One plan for all times, by the index: a session that has imported a file goes on with single tickets.
-- What a row held before is read with its lock and nowhere else: the statement may still see an older version.
CREATE FUNCTION hexdesk_count_tags(names text[], differences bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT
SET plan_cache_mode = 'force_generic_plan' SET enable_seqscan = off AS $$
BEGIN
  WITH owing AS (
    SELECT tag
      FROM tag_counts
     WHERE owing AND tag <> ALL (names)
     LIMIT 8 + 2 * cardinality(names)
  ), change AS MATERIALIZED (
    SELECT tag, difference FROM unnest(names, differences) AS each (tag, difference)
    UNION
    SELECT tag, 0 FROM owing
  ), held AS MATERIALIZED (
    SELECT change.tag, free.id, free.tickets
      FROM change
           CROSS JOIN LATERAL (
             SELECT id, tickets FROM tag_counts WHERE tag_counts.tag = change.tag FOR UPDATE SKIP LOCKED) AS free
  ), total AS MATERIALIZED (
    SELECT tag, min(held.id) AS id, change.difference + coalesce(sum(held.tickets), 0) AS tickets
      FROM change LEFT JOIN held USING (tag)
     GROUP BY tag, change.difference
  ), removed AS (
    DELETE FROM tag_counts AS kept
     USING held JOIN total USING (tag)
     WHERE kept.tag = held.tag AND kept.id = held.id AND (held.id <> total.id OR total.tickets = 0)
  ), changed AS (
    UPDATE tag_counts AS kept
       SET tickets = total.tickets
      FROM total
     WHERE kept.tag = total.tag AND kept.id = total.id AND total.tickets <> 0
  )
  INSERT INTO tag_counts (tag, tickets)
  SELECT tag, tickets FROM total WHERE id IS NULL AND tickets <> 0;
END
$$;

-- By statement, as a file of many tickets with one tag is one change of its number.
CREATE FUNCTION hexdesk_count_changed_tags() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  names       text[];
  differences bigint[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(tag), array_agg(tickets) INTO names, differences
      FROM (SELECT tag, count(*) AS tickets FROM changed, unnest(tags) AS tag GROUP BY tag) AS each;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(tag), array_agg(-tickets) INTO names, differences
      FROM (SELECT tag, count(*) AS tickets FROM changed, unnest(tags) AS tag GROUP BY tag) AS each;
  ELSE
    SELECT array_agg(tag), array_agg(difference) INTO names, differences
      FROM (SELECT tag, sum(step) AS difference
              FROM (SELECT unnest(tags) AS tag, 1 AS step FROM changed
                    UNION ALL
                    SELECT unnest(tags), -1 FROM before) AS steps
             GROUP BY tag
            HAVING sum(step) <> 0) AS each;
  END IF;
  IF names IS NOT NULL THEN
    PERFORM hexdesk_count_tags(names, differences);
  END IF;
  RETURN NULL;
END
$$;

-- For whoever wrote tickets with the triggers disabled. Others who write tickets wait until the caller's
-- transaction ends.
CREATE FUNCTION hexdesk_fill_tag_counts() RETURNS bigint
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
DECLARE
  tags bigint;
BEGIN
  LOCK TABLE tickets IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM tag_counts;
  INSERT INTO tag_counts (tag, tickets)
  SELECT tag, count(*) FROM tickets, unnest(tickets.tags) AS tag GROUP BY tag ORDER BY tag;
  GET DIAGNOSTICS tags = ROW_COUNT;
  RETURN tags;
END
$$;

CREATE FUNCTION hexdesk_forget_tag_counts() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM tag_counts;
  RETURN NULL;
END
$$;
--rollback DROP FUNCTION hexdesk_forget_tag_counts();
--rollback DROP FUNCTION hexdesk_fill_tag_counts();
--rollback DROP FUNCTION hexdesk_count_changed_tags();
--rollback DROP FUNCTION hexdesk_count_tags(text[], bigint[]);

--changeset hexdesk:tag-counts-triggers
--comment In one transaction with the filling, for whose time nobody writes tickets: about a second for a million.
CREATE TRIGGER tickets_count_new_tags AFTER INSERT ON tickets
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_count_changed_tags();
CREATE TRIGGER tickets_count_changed_tags AFTER UPDATE ON tickets
  REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_count_changed_tags();
CREATE TRIGGER tickets_count_lost_tags AFTER DELETE ON tickets
  REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_count_changed_tags();
CREATE TRIGGER tickets_forget_tags AFTER TRUNCATE ON tickets
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_forget_tag_counts();
SELECT hexdesk_fill_tag_counts();
--rollback DROP TRIGGER tickets_forget_tags ON tickets;
--rollback DROP TRIGGER tickets_count_lost_tags ON tickets;
--rollback DROP TRIGGER tickets_count_changed_tags ON tickets;
--rollback DROP TRIGGER tickets_count_new_tags ON tickets;
--rollback DELETE FROM tag_counts;

--changeset hexdesk:tag-counts-statistics
ANALYZE tag_counts;
--rollback not required
