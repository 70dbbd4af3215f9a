-- Two hundred thousand tickets: one word in each, one in half of them, one in each 41st, and others in a few.

INSERT INTO users (
  username, username_key, first_name, last_name, last_name_key, phone, email, email_key, roles,
  disabled, login_denied, password_hash, search_text, version, created_at, updated_at)
VALUES ('alice', 'alice', 'Alice', 'Lee', 'lee', '+1', 'a@x.example', 'a@x.example', ARRAY['support'],
  false, false, 'x', 'alice', 1, now(), now());

INSERT INTO employees (
  first_name, last_name, last_name_key, phone, email, email_key, search_text, version, created_at,
  updated_at)
SELECT 'Ann', 'Name' || n, 'name' || n, '+' || n, n || '@x.example', n || '@x.example', 'ann', 1, now(),
       now()
  FROM generate_series(1, 1000) n;

ALTER TABLE tickets DISABLE TRIGGER ALL;
ALTER TABLE comments DISABLE TRIGGER ALL;

INSERT INTO tickets (
  title, description, status, priority, employee_id, owner_id, version, created_at, updated_at)
SELECT 'Usual title' || n % 10, 'Rare' || n % 5000 || CASE WHEN n % 2 = 0 THEN ' often seen' ELSE '' END
         || CASE WHEN n % 41 = 0 THEN ' sometimes' ELSE '' END,
       'open', 'normal', n % 1000 + 1, (SELECT min(id) FROM users), 1,
       '2026-11-23T12:00Z'::timestamptz + n * interval '1 s', now()
  FROM generate_series(1, 200000) n;

-- Triggers fill the same way, with comments and in batches; here there is no time for that.
INSERT INTO ticket_search (ticket_id, title, everything)
SELECT id, to_tsvector('simple', title), to_tsvector('simple', title || ' ' || description)
  FROM tickets;

INSERT INTO comments (ticket_id, author_name, body, internal, version, created_at, updated_at)
SELECT id, 'alice', 'hidden', true, 1, now(), now() FROM tickets WHERE id % 100 = 0;
UPDATE ticket_search
   SET public = everything, everything = everything || to_tsvector('simple', 'hidden')
 WHERE ticket_id % 100 = 0;

ANALYZE tickets, ticket_search, employees;
