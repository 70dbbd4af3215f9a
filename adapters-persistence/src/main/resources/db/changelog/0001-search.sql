--liquibase formatted sql logicalFilePath:0001-search.sql

--changeset hexdesk:encoding
--comment Lengths are counted in Unicode characters, and every script must be storable.
--preconditions onFail:HALT
--precondition-sql-check expectedResult:UTF8 SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()
SELECT 1;
--rollback not required

--changeset hexdesk:trigrams
--comment Finds words inside of text by index. A trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--rollback not required: others may use the extension, and it may have been there before us
