--liquibase formatted sql logicalFilePath:0034-emoji.sql

--changeset hexdesk:emoji splitStatements:false rollbackSplitStatements:false
--comment Emoji are found, alone and among words: they are kept as the scripts that put no spaces between words. Skin tones count for nothing.
CREATE OR REPLACE FUNCTION hexdesk_unspaced() RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SECURITY INVOKER
RETURN '\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\ua980-\ua9df\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff'
       '\u231a-\u23ff\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001f3fa\U0001f400-\U0001faff';

UPDATE search_settings SET renewed_until = 0 WHERE EXISTS (SELECT FROM tickets);
--rollback CREATE OR REPLACE FUNCTION hexdesk_unspaced() RETURNS text
--rollback LANGUAGE sql IMMUTABLE PARALLEL SAFE SECURITY INVOKER
--rollback RETURN '\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\ua980-\ua9df\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff';
