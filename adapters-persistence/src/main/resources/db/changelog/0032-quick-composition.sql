--liquibase formatted sql logicalFilePath:0032-quick-composition.sql

--changeset hexdesk:quick-composition splitStatements:false rollbackSplitStatements:false
--comment Texts with letters beyond ASCII are composed as before, in less time: what a text doesn't have is not replaced.
-- PostgreSQL compares each character with all that translate() may replace, and normalizes what is normalized already. So a
-- single ł cost what thousands of plain letters did.
CREATE OR REPLACE FUNCTION hexdesk_composed(said text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
DECLARE
  plain text := said;
BEGIN
  IF octet_length(said) = length(said) THEN
    RETURN said;
  END IF;
  IF plain ~ '[\u2116\u2120-\u2122]' THEN
    plain := translate(plain, E'\u2116\u2120\u2121\u2122', '    ');
  END IF;
  IF plain IS NOT NFKC NORMALIZED THEN
    plain := normalize(plain, NFKC);
  END IF;
  IF plain ~ '[\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29\u1040-\u1049\u17e0-\u17e9\u1810-\u1819]' THEN
    plain := translate(plain,
      E'\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669'
      '\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9'
      '\u07c0\u07c1\u07c2\u07c3\u07c4\u07c5\u07c6\u07c7\u07c8\u07c9'
      '\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f'
      '\u09e6\u09e7\u09e8\u09e9\u09ea\u09eb\u09ec\u09ed\u09ee\u09ef'
      '\u0a66\u0a67\u0a68\u0a69\u0a6a\u0a6b\u0a6c\u0a6d\u0a6e\u0a6f'
      '\u0ae6\u0ae7\u0ae8\u0ae9\u0aea\u0aeb\u0aec\u0aed\u0aee\u0aef'
      '\u0b66\u0b67\u0b68\u0b69\u0b6a\u0b6b\u0b6c\u0b6d\u0b6e\u0b6f'
      '\u0be6\u0be7\u0be8\u0be9\u0bea\u0beb\u0bec\u0bed\u0bee\u0bef'
      '\u0c66\u0c67\u0c68\u0c69\u0c6a\u0c6b\u0c6c\u0c6d\u0c6e\u0c6f'
      '\u0ce6\u0ce7\u0ce8\u0ce9\u0cea\u0ceb\u0cec\u0ced\u0cee\u0cef'
      '\u0d66\u0d67\u0d68\u0d69\u0d6a\u0d6b\u0d6c\u0d6d\u0d6e\u0d6f'
      '\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59'
      '\u0ed0\u0ed1\u0ed2\u0ed3\u0ed4\u0ed5\u0ed6\u0ed7\u0ed8\u0ed9'
      '\u0f20\u0f21\u0f22\u0f23\u0f24\u0f25\u0f26\u0f27\u0f28\u0f29'
      '\u1040\u1041\u1042\u1043\u1044\u1045\u1046\u1047\u1048\u1049'
      '\u17e0\u17e1\u17e2\u17e3\u17e4\u17e5\u17e6\u17e7\u17e8\u17e9'
      '\u1810\u1811\u1812\u1813\u1814\u1815\u1816\u1817\u1818\u1819',
      repeat('0123456789', 18));
  END IF;
  RETURN plain;
END
$$;

-- The same of letters with marks, most of which are gone once their marks are.
CREATE OR REPLACE FUNCTION hexdesk_unmarked(said text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
DECLARE
  plain text := hexdesk_composed(said);
BEGIN
  IF plain !~ '[\u00ad\u00c0-\u024f\u0300-\u03ff\u0401\u0403\u040c\u040d\u0450\u0451\u0453\u045c\u045d\u0476\u0477\u04c1-\u04f9\u0591-\u05c7\u0610-\u061a\u0622-\u0626\u0629\u0640\u0649\u064b-\u065f\u0670-\u0673\u06a9\u06c0-\u06c2\u06cc\u06d3\u06d5-\u06ed\u08d3-\u08ff\u1e00-\u1fff\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]' THEN
    RETURN plain;
  END IF;
  plain := regexp_replace(normalize(plain, NFKD),
    '[\u0300-\u0305\u0307\u0309-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe00-\ufe0f]+|(?<![\u0400-\u04ff])[\u0306\u0308]+',
    '', 'g');
  IF plain IS NOT NFKC NORMALIZED THEN
    plain := normalize(plain, NFKC);
  END IF;
  IF plain ~ '[\u00ad\u0110\u0111\u0126\u0127\u0131\u0141\u0142\u00d8\u00f8\u03c2\u0401\u0451\u0629\u0649\u0671\u06a9\u06c1\u06cc\u06d5\u200b-\u200d\u2060\ufeff]' THEN
    plain := translate(plain,
      E'\u0142\u0141\u00f8\u00d8\u0111\u0110\u0127\u0126\u0131\u03c2\u0451\u0401\u0671\u0629\u0649\u06cc\u06a9\u06c1\u06d5\u00ad\u200b\u200c\u200d\u2060\ufeff',
      E'lLoOdDhHi\u03c3\u0435\u0415\u0627\u0647\u064a\u064a\u0643\u0647\u0647');
  END IF;
  IF plain ~ '[\u00c6\u00df\u00e6\u0152\u0153\u1e9e]' THEN
    plain := replace(replace(replace(replace(replace(replace(
      plain, E'\u00df', 'ss'), E'\u1e9e', 'SS'), E'\u00e6', 'ae'), E'\u00c6', 'AE'), E'\u0153', 'oe'), E'\u0152', 'OE');
  END IF;
  RETURN plain;
END
$$;
--rollback CREATE OR REPLACE FUNCTION hexdesk_composed(said text) RETURNS text
--rollback LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER
--rollback RETURN CASE WHEN octet_length(said) = length(said) THEN said ELSE
--rollback   translate(normalize(translate(said, E'\u2116\u2120\u2121\u2122', '    '), NFKC),
--rollback     E'\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669'
--rollback     '\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9'
--rollback     '\u07c0\u07c1\u07c2\u07c3\u07c4\u07c5\u07c6\u07c7\u07c8\u07c9'
--rollback     '\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f'
--rollback     '\u09e6\u09e7\u09e8\u09e9\u09ea\u09eb\u09ec\u09ed\u09ee\u09ef'
--rollback     '\u0a66\u0a67\u0a68\u0a69\u0a6a\u0a6b\u0a6c\u0a6d\u0a6e\u0a6f'
--rollback     '\u0ae6\u0ae7\u0ae8\u0ae9\u0aea\u0aeb\u0aec\u0aed\u0aee\u0aef'
--rollback     '\u0b66\u0b67\u0b68\u0b69\u0b6a\u0b6b\u0b6c\u0b6d\u0b6e\u0b6f'
--rollback     '\u0be6\u0be7\u0be8\u0be9\u0bea\u0beb\u0bec\u0bed\u0bee\u0bef'
--rollback     '\u0c66\u0c67\u0c68\u0c69\u0c6a\u0c6b\u0c6c\u0c6d\u0c6e\u0c6f'
--rollback     '\u0ce6\u0ce7\u0ce8\u0ce9\u0cea\u0ceb\u0cec\u0ced\u0cee\u0cef'
--rollback     '\u0d66\u0d67\u0d68\u0d69\u0d6a\u0d6b\u0d6c\u0d6d\u0d6e\u0d6f'
--rollback     '\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59'
--rollback     '\u0ed0\u0ed1\u0ed2\u0ed3\u0ed4\u0ed5\u0ed6\u0ed7\u0ed8\u0ed9'
--rollback     '\u0f20\u0f21\u0f22\u0f23\u0f24\u0f25\u0f26\u0f27\u0f28\u0f29'
--rollback     '\u1040\u1041\u1042\u1043\u1044\u1045\u1046\u1047\u1048\u1049'
--rollback     '\u17e0\u17e1\u17e2\u17e3\u17e4\u17e5\u17e6\u17e7\u17e8\u17e9'
--rollback     '\u1810\u1811\u1812\u1813\u1814\u1815\u1816\u1817\u1818\u1819',
--rollback     repeat('0123456789', 18)) END;
--rollback CREATE OR REPLACE FUNCTION hexdesk_unmarked(said text) RETURNS text
--rollback LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY INVOKER AS $$
--rollback DECLARE
--rollback   plain text := hexdesk_composed(said);
--rollback BEGIN
--rollback   IF plain !~ '[\u00ad\u00c0-\u024f\u0300-\u03ff\u0401\u0403\u040c\u040d\u0450\u0451\u0453\u045c\u045d\u0476\u0477\u04c1-\u04f9\u0591-\u05c7\u0610-\u061a\u0622-\u0626\u0629\u0640\u0649\u064b-\u065f\u0670-\u0673\u06a9\u06c0-\u06c2\u06cc\u06d3\u06d5-\u06ed\u08d3-\u08ff\u1e00-\u1fff\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]' THEN
--rollback     RETURN plain;
--rollback   END IF;
--rollback   plain := normalize(regexp_replace(normalize(plain, NFKD),
--rollback     '[\u0300-\u0305\u0307\u0309-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe00-\ufe0f]+|(?<![\u0400-\u04ff])[\u0306\u0308]+',
--rollback     '', 'g'), NFKC);
--rollback   plain := translate(plain,
--rollback     E'\u0142\u0141\u00f8\u00d8\u0111\u0110\u0127\u0126\u0131\u03c2\u0451\u0401\u0671\u0629\u0649\u06cc\u06a9\u06c1\u06d5\u00ad\u200b\u200c\u200d\u2060\ufeff',
--rollback     E'lLoOdDhHi\u03c3\u0435\u0415\u0627\u0647\u064a\u064a\u0643\u0647\u0647');
--rollback   RETURN replace(replace(replace(replace(replace(replace(
--rollback     plain, E'\u00df', 'ss'), E'\u1e9e', 'SS'), E'\u00e6', 'ae'), E'\u00c6', 'AE'), E'\u0153', 'oe'), E'\u0152', 'OE');
--rollback END
--rollback $$;
