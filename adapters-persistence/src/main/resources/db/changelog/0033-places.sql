--liquibase formatted sql logicalFilePath:0033-places.sql

--changeset hexdesk:places splitStatements:false rollbackSplitStatements:false
--comment Countries and cities as lists are narrowed to them: without regard to letter case, and to marks unless these count.
-- Who makes or analyzes an index over it may have no search path; the columns' own collation knows the case of ASCII alone.
CREATE FUNCTION hexdesk_place(said text, accent_sensitive boolean) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER SET search_path FROM CURRENT
RETURN lower(CASE WHEN accent_sensitive THEN hexdesk_accented(said) ELSE hexdesk_plain(said) END COLLATE "default");
--rollback DROP FUNCTION hexdesk_place(text, boolean);

--changeset hexdesk:employees-by-place
--comment Without the indexes over the columns themselves, the version before reads all employees for one of these lists.
-- locks: people are thousands, not millions, and a second or two is all that it takes
DROP INDEX employees_by_city;
DROP INDEX employees_by_country;
CREATE INDEX employees_by_country ON employees (hexdesk_place(country, false), id);
CREATE INDEX employees_by_city ON employees (hexdesk_place(city, false), id);
--rollback DROP INDEX employees_by_city;
--rollback DROP INDEX employees_by_country;
--rollback CREATE INDEX employees_by_country ON employees (country, id);
--rollback CREATE INDEX employees_by_city ON employees (city, id);
