--liquibase formatted sql logicalFilePath:0004-tickets.sql

--changeset hexdesk:tickets
--comment Nothing cascades: whom a ticket names can't be deleted.
CREATE TABLE tickets (
  id            bigint      GENERATED ALWAYS AS IDENTITY,
  title         text        COLLATE "C" NOT NULL,
  description   text        COLLATE "C" NOT NULL,
  status        text        COLLATE "C" NOT NULL,
  priority      text        COLLATE "C" NOT NULL,
  priority_rank smallint    GENERATED ALWAYS AS (
    CASE priority WHEN 'low' THEN 1 WHEN 'normal' THEN 2 WHEN 'high' THEN 3 WHEN 'urgent' THEN 4 END
  ) STORED,
  employee_id   bigint      NOT NULL,
  owner_id      bigint      NOT NULL,
  assignee_id   bigint,
  version       bigint      NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,

  CONSTRAINT tickets_id_unique PRIMARY KEY (id),
  CONSTRAINT tickets_employee_exists FOREIGN KEY (employee_id) REFERENCES employees (id),
  CONSTRAINT tickets_owner_exists FOREIGN KEY (owner_id) REFERENCES users (id),
  CONSTRAINT tickets_assignee_exists FOREIGN KEY (assignee_id) REFERENCES users (id),

  CONSTRAINT tickets_title_valid CHECK (title ~ '\S' AND char_length(title) <= 1000),
  CONSTRAINT tickets_description_valid CHECK (description ~ '\S' AND char_length(description) <= 100000),
  CONSTRAINT tickets_status_known CHECK (status IN ('new', 'open', 'pending', 'resolved', 'closed')),
  CONSTRAINT tickets_priority_known CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  CONSTRAINT tickets_version_valid CHECK (version >= 1)
);
--rollback DROP TABLE tickets;

--changeset hexdesk:tickets-indexes
CREATE INDEX tickets_by_status ON tickets (status, id);
CREATE INDEX tickets_by_priority ON tickets (priority_rank, id);
CREATE INDEX tickets_by_employee ON tickets (employee_id, id);
CREATE INDEX tickets_by_owner ON tickets (owner_id, id);
CREATE INDEX tickets_by_assignee ON tickets (assignee_id, id);
CREATE INDEX tickets_by_creation ON tickets (created_at, id);
CREATE INDEX tickets_by_update ON tickets (updated_at, id);
--rollback DROP INDEX tickets_by_update;
--rollback DROP INDEX tickets_by_creation;
--rollback DROP INDEX tickets_by_assignee;
--rollback DROP INDEX tickets_by_owner;
--rollback DROP INDEX tickets_by_employee;
--rollback DROP INDEX tickets_by_priority;
--rollback DROP INDEX tickets_by_status;
