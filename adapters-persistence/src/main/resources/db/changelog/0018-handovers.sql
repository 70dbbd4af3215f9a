--liquibase formatted sql logicalFilePath:0018-handovers.sql

-- A user who is deleted is gone at once. What names them follows in small parts; until all of it has, their id stays, and
-- user_handovers says who has inherited.

--changeset hexdesk:user-ids
--comment Those of all users, and of deleted ones whom something still names.
CREATE TABLE user_ids (
  id bigint NOT NULL,

  CONSTRAINT user_ids_unique PRIMARY KEY (id)
);
--rollback DROP TABLE user_ids;

--changeset hexdesk:user-handovers
--comment In the order of their ids, which is the one in which tickets go from hand to hand. Who inherited may have been
-- deleted since: the holder is the last one. Nobody inherits where there are no tickets, but comments.
CREATE TABLE user_handovers (
  id         bigint      GENERATED ALWAYS AS IDENTITY,
  from_id    bigint      NOT NULL,
  to_id      bigint,
  holder_id  bigint,
  actor_id   bigint,
  actor_name text        COLLATE "C",
  at         timestamptz,

  CONSTRAINT user_handovers_id_unique PRIMARY KEY (id),
  CONSTRAINT user_handovers_from_unique UNIQUE (from_id),
  CONSTRAINT user_handovers_from_exists FOREIGN KEY (from_id) REFERENCES user_ids (id),
  CONSTRAINT user_handovers_to_exists FOREIGN KEY (to_id) REFERENCES user_ids (id),
  CONSTRAINT user_handovers_holder_exists FOREIGN KEY (holder_id) REFERENCES user_ids (id),
  CONSTRAINT user_handovers_to_other CHECK (to_id <> from_id),
  CONSTRAINT user_handovers_all_or_nothing CHECK (
    num_nulls(to_id, holder_id, actor_id, actor_name, at) IN (0, 5))
);
--rollback DROP TABLE user_handovers;

--changeset hexdesk:user-ids-follow splitStatements:false
--comment Whoever adds and deletes users, the version before this one included, needs to know nothing of their ids.
CREATE FUNCTION hexdesk_add_user_id() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO user_ids (id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NEW;
END
$$;

CREATE FUNCTION hexdesk_remove_user_id() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM user_ids
   WHERE id = OLD.id AND NOT EXISTS (SELECT FROM user_handovers WHERE from_id = OLD.id);
  RETURN NULL;
END
$$;

LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE;
CREATE TRIGGER users_add_id BEFORE INSERT ON users
  FOR EACH ROW EXECUTE FUNCTION hexdesk_add_user_id();
CREATE TRIGGER users_remove_id AFTER DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION hexdesk_remove_user_id();
INSERT INTO user_ids (id) SELECT id FROM users ORDER BY id;
--rollback DROP TRIGGER users_remove_id ON users;
--rollback DROP TRIGGER users_add_id ON users;
--rollback DROP FUNCTION hexdesk_remove_user_id();
--rollback DROP FUNCTION hexdesk_add_user_id();

--changeset hexdesk:references-to-user-ids
--comment Under the names that the constraints had, by which the version before tells what was refused.
ALTER TABLE users
  ADD CONSTRAINT users_id_known FOREIGN KEY (id) REFERENCES user_ids (id) NOT VALID;
ALTER TABLE tickets
  DROP CONSTRAINT tickets_owner_exists,
  DROP CONSTRAINT tickets_assignee_exists,
  ADD CONSTRAINT tickets_owner_exists FOREIGN KEY (owner_id) REFERENCES user_ids (id) NOT VALID,
  ADD CONSTRAINT tickets_assignee_exists FOREIGN KEY (assignee_id) REFERENCES user_ids (id) NOT VALID;
ALTER TABLE comments
  DROP CONSTRAINT comments_author_exists,
  ADD CONSTRAINT comments_author_exists FOREIGN KEY (author_id) REFERENCES user_ids (id) ON DELETE SET NULL NOT VALID;
--rollback ALTER TABLE comments DROP CONSTRAINT comments_author_exists, ADD CONSTRAINT comments_author_exists FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE SET NULL;
--rollback ALTER TABLE tickets DROP CONSTRAINT tickets_owner_exists, DROP CONSTRAINT tickets_assignee_exists, ADD CONSTRAINT tickets_owner_exists FOREIGN KEY (owner_id) REFERENCES users (id), ADD CONSTRAINT tickets_assignee_exists FOREIGN KEY (assignee_id) REFERENCES users (id);
--rollback ALTER TABLE users DROP CONSTRAINT users_id_known;

--changeset hexdesk:references-to-user-ids-checked
--comment Reads all tickets and comments, while others go on writing them.
ALTER TABLE users VALIDATE CONSTRAINT users_id_known;
ALTER TABLE tickets VALIDATE CONSTRAINT tickets_owner_exists;
ALTER TABLE tickets VALIDATE CONSTRAINT tickets_assignee_exists;
ALTER TABLE comments VALIDATE CONSTRAINT comments_author_exists;
--rollback not required

--changeset hexdesk:nothing-new-for-leavers splitStatements:false
--comment Refuses as the foreign key would if the id were gone. These triggers run after the keys', which wait for a
-- deletion that is under way, and then see what it has left. What is on its way from one leaver to another one goes on.
CREATE FUNCTION hexdesk_refuse_leaver_of_ticket() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM user_handovers) THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM user_handovers WHERE from_id = NEW.owner_id)
     AND (TG_OP = 'INSERT' OR NOT EXISTS (SELECT FROM user_handovers WHERE from_id = OLD.owner_id)) THEN
    RAISE foreign_key_violation
      USING MESSAGE = 'the owner was deleted', TABLE = 'tickets', CONSTRAINT = 'tickets_owner_exists';
  END IF;
  IF EXISTS (SELECT FROM user_handovers WHERE from_id = NEW.assignee_id)
     AND (TG_OP = 'INSERT' OR NOT EXISTS (SELECT FROM user_handovers WHERE from_id = OLD.assignee_id)) THEN
    RAISE foreign_key_violation
      USING MESSAGE = 'the assignee was deleted', TABLE = 'tickets', CONSTRAINT = 'tickets_assignee_exists';
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION hexdesk_refuse_leaver_of_comment() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM user_handovers WHERE from_id = NEW.author_id) THEN
    RAISE foreign_key_violation
      USING MESSAGE = 'the author was deleted', TABLE = 'comments', CONSTRAINT = 'comments_author_exists';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER tickets_refuse_leavers AFTER INSERT ON tickets
  FOR EACH ROW EXECUTE FUNCTION hexdesk_refuse_leaver_of_ticket();
CREATE TRIGGER tickets_refuse_new_leavers AFTER UPDATE ON tickets
  FOR EACH ROW
  WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id OR OLD.assignee_id IS DISTINCT FROM NEW.assignee_id)
  EXECUTE FUNCTION hexdesk_refuse_leaver_of_ticket();
CREATE TRIGGER comments_refuse_leavers AFTER INSERT ON comments
  FOR EACH ROW EXECUTE FUNCTION hexdesk_refuse_leaver_of_comment();
--rollback DROP TRIGGER comments_refuse_leavers ON comments;
--rollback DROP TRIGGER tickets_refuse_new_leavers ON tickets;
--rollback DROP TRIGGER tickets_refuse_leavers ON tickets;
--rollback DROP FUNCTION hexdesk_refuse_leaver_of_comment();
--rollback DROP FUNCTION hexdesk_refuse_leaver_of_ticket();

--changeset hexdesk:tell-of-handovers splitStatements:false
--comment From its commit on, all tickets concerned have another version.
CREATE FUNCTION hexdesk_tell_of_handover() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hexdesk_changes', 'tickets *');
  RETURN NULL;
END
$$;
CREATE TRIGGER user_handovers_tell_of_tickets
  AFTER INSERT ON user_handovers
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_tell_of_handover();
--rollback DROP TRIGGER user_handovers_tell_of_tickets ON user_handovers;
--rollback DROP FUNCTION hexdesk_tell_of_handover();

--changeset hexdesk:handovers-of-tickets splitStatements:false
--comment What whoever shows tickets has to read into them: from whom, to whom, and when in microseconds; NULL where nothing
-- is handed over.
CREATE FUNCTION hexdesk_handovers() RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT array_agg(ARRAY[from_id, to_id, CAST(extract(epoch FROM at) * 1000000 AS bigint)] ORDER BY id)
            FROM user_handovers
           WHERE to_id IS NOT NULL);
END
$$;
--rollback DROP FUNCTION hexdesk_handovers();

--changeset hexdesk:lists-without-handovers splitStatements:false
--comment For lists that ask for somebody's tickets as if nothing were on its way, which is quick: true, or an error of its
-- own. To find nothing instead would look like an answer.
CREATE FUNCTION hexdesk_nothing_is_handed_over() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM user_handovers WHERE to_id IS NOT NULL) THEN
    RAISE EXCEPTION 'tickets are being handed over' USING ERRCODE = 'HD001';
  END IF;
  RETURN true;
END
$$;
--rollback DROP FUNCTION hexdesk_nothing_is_handed_over();
