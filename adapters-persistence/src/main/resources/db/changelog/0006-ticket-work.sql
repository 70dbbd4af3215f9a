--liquibase formatted sql logicalFilePath:0006-ticket-work.sql

--changeset hexdesk:ticket-work
--comment Constants as defaults, so that no row is rewritten and the version before goes on writing.
ALTER TABLE tickets
  ADD COLUMN tags               text[]      COLLATE "C" NOT NULL DEFAULT '{}',
  ADD COLUMN due_at             timestamptz,
  ADD COLUMN first_responded_at timestamptz,
  ADD COLUMN resolved_at        timestamptz,
  ADD COLUMN closed_at          timestamptz,
  ADD COLUMN merged_into        bigint,
  ADD COLUMN external_id        text        COLLATE "C",
  ADD CONSTRAINT tickets_external_id_unique UNIQUE (external_id),
  ADD CONSTRAINT tickets_merged_into_exists FOREIGN KEY (merged_into) REFERENCES tickets (id) ON DELETE SET NULL,
  ADD CONSTRAINT tickets_merged_into_other CHECK (merged_into <> id),
  ADD CONSTRAINT tickets_tags_valid CHECK (cardinality(tags) <= 20 AND array_position(tags, NULL) IS NULL),
  ADD CONSTRAINT tickets_external_id_valid CHECK (external_id ~ '\S' AND char_length(external_id) <= 200);
ALTER TABLE employees
  ADD COLUMN external_id text COLLATE "C",
  ADD CONSTRAINT employees_external_id_unique UNIQUE (external_id),
  ADD CONSTRAINT employees_external_id_valid CHECK (external_id ~ '\S' AND char_length(external_id) <= 200);
--rollback ALTER TABLE employees DROP COLUMN external_id;
--rollback ALTER TABLE tickets DROP COLUMN tags, DROP COLUMN due_at, DROP COLUMN first_responded_at, DROP COLUMN resolved_at, DROP COLUMN closed_at, DROP COLUMN merged_into, DROP COLUMN external_id;

--changeset hexdesk:ticket-work-indexes
--comment Without fastupdate the tags' index never has to be searched beside a list of what is new.
CREATE INDEX tickets_by_tag ON tickets USING gin (tags) WITH (fastupdate = off);
CREATE INDEX tickets_by_due_date ON tickets ((coalesce(due_at, 'infinity'::timestamptz)), id);
CREATE INDEX tickets_merged ON tickets (merged_into) WHERE merged_into IS NOT NULL;
--rollback DROP INDEX tickets_merged;
--rollback DROP INDEX tickets_by_due_date;
--rollback DROP INDEX tickets_by_tag;

--changeset hexdesk:ticket-comments
--comment The author's name stays when the author goes.
CREATE TABLE comments (
  id          bigint      GENERATED ALWAYS AS IDENTITY,
  ticket_id   bigint      NOT NULL,
  author_id   bigint,
  author_name text        COLLATE "C" NOT NULL,
  body        text        COLLATE "C" NOT NULL,
  internal    boolean     NOT NULL,
  version     bigint      NOT NULL,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,

  CONSTRAINT comments_id_unique PRIMARY KEY (id),
  CONSTRAINT comments_ticket_exists FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT comments_author_exists FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE SET NULL,
  CONSTRAINT comments_body_valid CHECK (body ~ '\S' AND char_length(body) <= 100000),
  CONSTRAINT comments_version_valid CHECK (version >= 1)
);
CREATE INDEX comments_by_ticket ON comments (ticket_id, id);
CREATE INDEX comments_by_author ON comments (author_id);
--rollback DROP TABLE comments;

--changeset hexdesk:ticket-history
--comment No reference to ticket or user: what happened stays true when they are gone.
CREATE TABLE ticket_history (
  id         bigint      GENERATED ALWAYS AS IDENTITY,
  ticket_id  bigint      NOT NULL,
  at         timestamptz NOT NULL,
  actor_id   bigint      NOT NULL,
  actor_name text        COLLATE "C" NOT NULL,
  action     text        COLLATE "C" NOT NULL,
  internal   boolean     NOT NULL,
  changes    jsonb       NOT NULL,

  CONSTRAINT ticket_history_id_unique PRIMARY KEY (id),
  CONSTRAINT ticket_history_action_valid CHECK (action ~ '^[a-z_]{1,40}$')
);
CREATE INDEX ticket_history_by_ticket ON ticket_history (ticket_id, id);
REVOKE UPDATE, DELETE, TRUNCATE ON ticket_history FROM PUBLIC, CURRENT_USER;
--rollback DROP TABLE ticket_history;

--changeset hexdesk:ticket-links
--comment At most one between two tickets, whichever way it points.
CREATE TABLE ticket_links (
  from_id    bigint      NOT NULL,
  to_id      bigint      NOT NULL,
  type       text        COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,

  CONSTRAINT ticket_links_unique PRIMARY KEY (from_id, to_id),
  CONSTRAINT ticket_links_from_exists FOREIGN KEY (from_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT ticket_links_to_exists FOREIGN KEY (to_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT ticket_links_other CHECK (from_id <> to_id),
  CONSTRAINT ticket_links_type_known CHECK (type IN ('related', 'blocks', 'duplicates'))
);
CREATE UNIQUE INDEX ticket_links_of_pair ON ticket_links (least(from_id, to_id), greatest(from_id, to_id));
CREATE INDEX ticket_links_to ON ticket_links (to_id);
--rollback DROP TABLE ticket_links;
