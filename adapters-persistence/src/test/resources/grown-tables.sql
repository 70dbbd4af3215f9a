-- Five thousand people on either side, and two hundred thousand tickets, most of them closed.

-- Without triggers: no list here reads what they would keep, and they take longer than all the rest.
SET session_replication_role = replica;

INSERT INTO users (
  username, username_key, first_name, last_name, last_name_key, phone, email, email_key, roles,
  disabled, login_denied, password_hash, search_text, version, created_at, updated_at)
SELECT 'User' || n, 'user' || n, 'Ann', md5(n::text), md5(n::text), '+' || n,
       'U' || n || '@x.example', 'u' || n || '@x.example',
       CASE WHEN n % 500 = 0 THEN ARRAY['admin'] ELSE ARRAY['support'] END,
       n % 400 = 0, n % 300 = 0, 'x', 'user' || n || E'\nann\n' || md5(n::text) || E'\n+' || n, 1,
       '2026-11-23T12:00Z'::timestamptz + n % 3000 * interval '1 s',
       '2026-11-23T12:00Z'::timestamptz + n % 2000 * interval '1 s'
  FROM generate_series(1, 5000) n;

INSERT INTO user_ids SELECT id FROM users;

INSERT INTO employees (
  first_name, last_name, last_name_key, phone, email, email_key, country, city, search_text,
  version, created_at, updated_at)
SELECT 'Ann', md5(n::text), md5(n::text), '+' || n, 'U' || n || '@x.example',
       'u' || n || '@x.example', 'Country ' || n % 50, 'City ' || n % 500,
       E'ann\n' || md5(n::text) || E'\n+' || n, 1,
       '2026-11-23T12:00Z'::timestamptz + n % 3000 * interval '1 s',
       '2026-11-23T12:00Z'::timestamptz + n % 2000 * interval '1 s'
  FROM generate_series(1, 5000) n;

INSERT INTO tickets (
  title, description, status, priority, employee_id, owner_id, assignee_id, tags, due_at, version,
  created_at, updated_at)
SELECT 'Ticket ' || n, 'It burns',
       CASE WHEN n % 100 = 0 THEN 'pending' WHEN n % 50 = 0 THEN 'open' ELSE 'closed' END,
       CASE WHEN n % 200 = 0 THEN 'urgent' WHEN n % 20 = 0 THEN 'high' ELSE 'normal' END,
       n % 1000 + 1, n % 900 + 1, CASE WHEN n % 33 <> 0 THEN n % 800 + 1 END,
       CASE WHEN n % 1000 = 0 THEN ARRAY['often', 'rare'] WHEN n % 3 = 0 THEN ARRAY['often'] ELSE '{}' END,
       CASE WHEN n % 4 = 0 THEN '2026-12-01T00:00Z'::timestamptz + n % 9000 * interval '1 s' END, 1,
       '2026-11-23T12:00Z'::timestamptz + n % 150000 * interval '1 s',
       '2026-11-23T12:00Z'::timestamptz + n % 140000 * interval '1 s'
  FROM generate_series(1, 200000) n;

SET session_replication_role = origin;

ANALYZE users, employees, tickets;
