-- Gives a database of Hexdesk's two roles: one that owns the tables and changes them, one that serves and owns
-- nothing. roles.sh runs this; ADR 0026 tells why it is as it is. To be run in that database by a superuser,
-- as often as one likes, also while Hexdesk is running. It needs four settings:
--
--   SET hexdesk.owner = 'hexdesk_owner';        the role that owns
--   SET hexdesk.server = 'hexdesk';             the role that serves
--   SET hexdesk.owner_password = '...';         empty: stays as it is
--   SET hexdesk.server_password = '...';        empty: stays as it is
--
-- All in one transaction: after a failure nothing has changed.

DO $roles$
DECLARE
  -- What is never changed once it is there, and what the server only has to read.
  append_only CONSTANT text[] := ARRAY['ticket_history'];
  read_only   CONSTANT text[] := ARRAY['databasechangelog', 'databasechangeloglock'];
  owner    CONSTANT text := current_setting('hexdesk.owner');
  server   CONSTANT text := current_setting('hexdesk.server');
  database CONSTANT text := current_database();
  name     text;
  password text;
  other    text;
  kind     text;
BEGIN
  IF owner = server THEN
    RAISE EXCEPTION 'owner and server must be two roles, not % twice', owner;
  END IF;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    RAISE EXCEPTION 'this takes a superuser, and % is none', current_user;
  END IF;

  -- Passwords are part of the statements below.
  SET LOCAL log_statement = 'none';
  SET LOCAL log_min_duration_statement = -1;
  SET LOCAL log_min_error_statement = 'panic';
  -- Who is served waits no longer than for a statement of their own.
  SET LOCAL lock_timeout = '5s';

  FOREACH name IN ARRAY ARRAY[owner, server] LOOP
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = name) THEN
      RAISE EXCEPTION '% is a superuser, to whom nothing is forbidden: take another role', name;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', name);
      RAISE NOTICE 'role % is made', name;
    END IF;
    EXECUTE format(
      'ALTER ROLE %I LOGIN NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT -1', name);
    password := current_setting(CASE name WHEN owner THEN 'hexdesk.owner_password' ELSE 'hexdesk.server_password' END);
    IF password <> '' THEN
      EXECUTE format('ALTER ROLE %I PASSWORD %L', name, password);
      RAISE NOTICE 'role % has the given password', name;
    END IF;
  END LOOP;

  -- A role that serves is a member of none: their rights would be its own.
  FOR other IN
    SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
     WHERE m.member = (SELECT oid FROM pg_roles WHERE rolname = server)
  LOOP
    EXECUTE format('REVOKE %I FROM %I', other, server);
    RAISE NOTICE 'role % is no member of % any more', server, other;
  END LOOP;

  -- What it owns goes to the owner, with all that is in this database; others are none of our business.
  SELECT datname INTO other FROM pg_database
   WHERE datdba = (SELECT oid FROM pg_roles WHERE rolname = server) AND datname <> database LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'role % owns the database %, too: give that one another owner first', server, other;
  END IF;
  EXECUTE format('REASSIGN OWNED BY %I TO %I', server, owner);
  EXECUTE format('ALTER DATABASE %I OWNER TO %I', database, owner);
  RAISE NOTICE 'role % owns the database % and what is in it', owner, database;

  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC, %I', database, server);
  -- An import keeps what it reads in a temporary table.
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', database, server);
  EXECUTE format('REVOKE ALL ON SCHEMA public FROM PUBLIC, %I', server);
  EXECUTE format('GRANT ALL ON SCHEMA public TO %I', owner);
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', server);

  -- What is there now ...
  FOR kind, other IN
    SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, relname FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND pg_get_userbyid(relowner) = owner AND relkind IN ('r', 'p', 'v', 'm', 'S')
  LOOP
    EXECUTE format('REVOKE ALL ON %s public.%I FROM PUBLIC, %I', kind, other, server);
    EXECUTE format(
      'GRANT %s ON %s public.%I TO %I',
      CASE WHEN kind = 'SEQUENCE' THEN 'USAGE, SELECT'
           WHEN other = ANY (append_only) THEN 'SELECT, INSERT'
           WHEN other = ANY (read_only) THEN 'SELECT'
           ELSE 'SELECT, INSERT, UPDATE, DELETE'
      END,
      kind, other, server);
  END LOOP;
  FOR other IN
    SELECT oid::regprocedure FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND pg_get_userbyid(proowner) = owner
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', other, server);
  END LOOP;

  -- ... and what migrations are going to make. Those that make append-only tables revoke the rest themselves.
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', owner, server);
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO %I', owner, server);
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO %I', owner, server);
  RAISE NOTICE 'role % may read and write rows, add to the history, and nothing else', server;
END
$roles$;
