--liquibase formatted sql logicalFilePath:0036-letters.sql

--changeset hexdesk:letters splitStatements:false rollbackSplitStatements:false
--comment Letters of Iceland, of Sami, Hausa and Azerbaijani are found by what is typed where they have no key: Gudrun, Thordur.
-- As 0032 has it, and eth, thorn, eng, t with a stroke, the letters with a hook and schwa.
CREATE OR REPLACE FUNCTION hexdesk_unmarked(said text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
DECLARE
  plain text := hexdesk_composed(said);
BEGIN
  IF plain !~ '[\u00ad\u00c0-\u02af\u0300-\u03ff\u0401\u0403\u040c\u040d\u0450\u0451\u0453\u045c\u045d\u0476\u0477\u04c1-\u04f9\u0591-\u05c7\u0610-\u061a\u0622-\u0626\u0629\u0640\u0649\u064b-\u065f\u0670-\u0673\u06a9\u06c0-\u06c2\u06cc\u06d3\u06d5-\u06ed\u08d3-\u08ff\u1e00-\u1fff\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]' THEN
    RETURN plain;
  END IF;
  plain := regexp_replace(normalize(plain, NFKD),
    '[\u0300-\u0305\u0307\u0309-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe00-\ufe0f]+|(?<![\u0400-\u04ff])[\u0306\u0308]+',
    '', 'g');
  IF plain IS NOT NFKC NORMALIZED THEN
    plain := normalize(plain, NFKC);
  END IF;
  IF plain ~ '[\u00ad\u00d0\u00d8\u00f0\u00f8\u0110\u0111\u0126\u0127\u0131\u0141\u0142\u014a\u014b\u0166\u0167\u0181\u018a\u018f\u0198\u0199\u01b3\u01b4\u0253\u0257\u0259\u03c2\u0401\u0451\u0629\u0649\u0671\u06a9\u06c1\u06cc\u06d5\u200b-\u200d\u2060\ufeff]' THEN
    plain := translate(plain,
      E'\u0142\u0141\u00f8\u00d8\u0111\u0110\u00f0\u00d0\u0127\u0126\u014b\u014a\u0167\u0166\u0253\u0181\u0257\u018a\u0199\u0198\u01b4\u01b3\u0259\u018f\u0131\u03c2\u0451\u0401\u0671\u0629\u0649\u06cc\u06a9\u06c1\u06d5\u00ad\u200b\u200c\u200d\u2060\ufeff',
      E'lLoOdDdDhHnNtTbBdDkKyYeEi\u03c3\u0435\u0415\u0627\u0647\u064a\u064a\u0643\u0647\u0647');
  END IF;
  IF plain ~ '[\u00c6\u00de\u00df\u00e6\u00fe\u0152\u0153\u1e9e]' THEN
    plain := replace(replace(replace(replace(replace(replace(replace(replace(
      plain, E'\u00df', 'ss'), E'\u1e9e', 'SS'), E'\u00e6', 'ae'), E'\u00c6', 'AE'), E'\u0153', 'oe'), E'\u0152', 'OE'),
      E'\u00fe', 'th'), E'\u00de', 'TH');
  END IF;
  RETURN plain;
END
$$;

UPDATE users SET search_text = search_text WHERE search_text ~ '[\u00d0\u00de\u00f0\u00fe\u014a\u014b\u0166\u0167\u0181\u018a\u018f\u0198\u0199\u01b3\u01b4\u0253\u0257\u0259]';
UPDATE employees SET search_text = search_text WHERE search_text ~ '[\u00d0\u00de\u00f0\u00fe\u014a\u014b\u0166\u0167\u0181\u018a\u018f\u0198\u0199\u01b3\u01b4\u0253\u0257\u0259]';

UPDATE search_settings SET renewed_until = 0 WHERE EXISTS (SELECT FROM tickets);
--rollback CREATE OR REPLACE FUNCTION hexdesk_unmarked(said text) RETURNS text
--rollback LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
--rollback DECLARE
--rollback   plain text := hexdesk_composed(said);
--rollback BEGIN
--rollback   IF plain !~ '[\u00ad\u00c0-\u024f\u0300-\u03ff\u0401\u0403\u040c\u040d\u0450\u0451\u0453\u045c\u045d\u0476\u0477\u04c1-\u04f9\u0591-\u05c7\u0610-\u061a\u0622-\u0626\u0629\u0640\u0649\u064b-\u065f\u0670-\u0673\u06a9\u06c0-\u06c2\u06cc\u06d3\u06d5-\u06ed\u08d3-\u08ff\u1e00-\u1fff\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]' THEN
--rollback     RETURN plain;
--rollback   END IF;
--rollback   plain := regexp_replace(normalize(plain, NFKD),
--rollback     '[\u0300-\u0305\u0307\u0309-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe00-\ufe0f]+|(?<![\u0400-\u04ff])[\u0306\u0308]+',
--rollback     '', 'g');
--rollback   IF plain IS NOT NFKC NORMALIZED THEN
--rollback     plain := normalize(plain, NFKC);
--rollback   END IF;
--rollback   IF plain ~ '[\u00ad\u0110\u0111\u0126\u0127\u0131\u0141\u0142\u00d8\u00f8\u03c2\u0401\u0451\u0629\u0649\u0671\u06a9\u06c1\u06cc\u06d5\u200b-\u200d\u2060\ufeff]' THEN
--rollback     plain := translate(plain,
--rollback       E'\u0142\u0141\u00f8\u00d8\u0111\u0110\u0127\u0126\u0131\u03c2\u0451\u0401\u0671\u0629\u0649\u06cc\u06a9\u06c1\u06d5\u00ad\u200b\u200c\u200d\u2060\ufeff',
--rollback       E'lLoOdDhHi\u03c3\u0435\u0415\u0627\u0647\u064a\u064a\u0643\u0647\u0647');
--rollback   END IF;
--rollback   IF plain ~ '[\u00c6\u00df\u00e6\u0152\u0153\u1e9e]' THEN
--rollback     plain := replace(replace(replace(replace(replace(replace(
--rollback       plain, E'\u00df', 'ss'), E'\u1e9e', 'SS'), E'\u00e6', 'ae'), E'\u00c6', 'AE'), E'\u0153', 'oe'), E'\u0152', 'OE');
--rollback   END IF;
--rollback   RETURN plain;
--rollback END
--rollback $$;
--rollback UPDATE users SET search_text = search_text WHERE search_text ~ '[\u00d0\u00de\u00f0\u00fe\u014a\u014b\u0166\u0167\u0181\u018a\u018f\u0198\u0199\u01b3\u01b4\u0253\u0257\u0259]';
--rollback UPDATE employees SET search_text = search_text WHERE search_text ~ '[\u00d0\u00de\u00f0\u00fe\u014a\u014b\u0166\u0167\u0181\u018a\u018f\u0198\u0199\u01b3\u01b4\u0253\u0257\u0259]';
--rollback UPDATE search_settings SET renewed_until = 0 WHERE EXISTS (SELECT FROM tickets);
--rollback REINDEX INDEX employees_by_country;
--rollback REINDEX INDEX employees_by_city;

--changeset hexdesk:letters-of-places
--comment Countries and cities are listed by the letters that are typed for theirs, too.
-- locks: people are thousands, not millions, and a second or two is all that it takes
REINDEX INDEX employees_by_country;
REINDEX INDEX employees_by_city;
--rollback SELECT 1;
