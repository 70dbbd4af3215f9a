--liquibase formatted sql logicalFilePath:0016-roles.sql

--changeset hexdesk:roles-that-serve splitStatements:false
--comment Where one role owns the tables and another one serves, the latter is granted the use of each new table. History
-- is only added to, and the list of migrations is the owner's own.
DO $$
DECLARE
  guarded record;
BEGIN
  FOR guarded IN
    SELECT c.relname, entry.grantee, coalesce(quote_ident(r.rolname), 'PUBLIC') AS role
      FROM pg_class c
           CROSS JOIN LATERAL aclexplode(c.relacl) AS entry
           LEFT JOIN pg_roles r ON r.oid = entry.grantee
     WHERE c.oid IN (to_regclass('ticket_history'), to_regclass('databasechangelog'), to_regclass('databasechangeloglock'))
       AND entry.grantee <> c.relowner
     GROUP BY c.relname, entry.grantee, r.rolname
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %s', guarded.relname, guarded.role);
    IF guarded.relname <> 'ticket_history' THEN
      EXECUTE format('REVOKE INSERT ON %I FROM %s', guarded.relname, guarded.role);
    END IF;
  END LOOP;
END
$$;
--rollback not required: whoever lost a right had it by mistake
