--liquibase formatted sql logicalFilePath:0011-changes.sql

-- Who remembers rows is told when they change, whoever changes them. Nothing is told of what is new: nobody
-- remembers that.

--changeset hexdesk:tell-of-changes splitStatements:false
CREATE FUNCTION hexdesk_tell_of_row() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hexdesk_changes', TG_TABLE_NAME || ' ' || OLD.id);
  RETURN NULL;
END
$$;
--rollback DROP FUNCTION hexdesk_tell_of_row();

--changeset hexdesk:tell-of-all-changes splitStatements:false
CREATE FUNCTION hexdesk_tell_of_table() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hexdesk_changes', TG_TABLE_NAME || ' *');
  RETURN NULL;
END
$$;
--rollback DROP FUNCTION hexdesk_tell_of_table();

--changeset hexdesk:users-tell-of-changes
CREATE TRIGGER users_tell_of_changes
  AFTER UPDATE OR DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION hexdesk_tell_of_row();
CREATE TRIGGER users_tell_of_truncation
  AFTER TRUNCATE ON users
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_tell_of_table();
--rollback DROP TRIGGER users_tell_of_truncation ON users;
--rollback DROP TRIGGER users_tell_of_changes ON users;

--changeset hexdesk:tickets-tell-of-changes
--comment Of tickets nothing but the version is remembered.
CREATE TRIGGER tickets_tell_of_changes
  AFTER UPDATE ON tickets
  FOR EACH ROW WHEN (OLD.version IS DISTINCT FROM NEW.version) EXECUTE FUNCTION hexdesk_tell_of_row();
CREATE TRIGGER tickets_tell_of_deletions
  AFTER DELETE ON tickets
  FOR EACH ROW EXECUTE FUNCTION hexdesk_tell_of_row();
CREATE TRIGGER tickets_tell_of_truncation
  AFTER TRUNCATE ON tickets
  FOR EACH STATEMENT EXECUTE FUNCTION hexdesk_tell_of_table();
--rollback DROP TRIGGER tickets_tell_of_truncation ON tickets;
--rollback DROP TRIGGER tickets_tell_of_deletions ON tickets;
--rollback DROP TRIGGER tickets_tell_of_changes ON tickets;
