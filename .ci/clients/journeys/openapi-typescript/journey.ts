// A journey through the API with the types that openapi-typescript makes, and openapi-fetch to send requests by them.

import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const TICKETS = 5;
const { DESK_URL: baseUrl, DESK_USERNAME: username, DESK_PASSWORD: password } = process.env;
assert(baseUrl && username && password);

const desk = createClient<paths>({ baseUrl });
const token = await desk.POST('/api/v1/token', {
  body: { grant_type: 'password', username, password },
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
});
assert(token.data);
const authorization = `Bearer ${token.data.access_token}`;
desk.use({ onRequest: ({ request }) => request.headers.set('Authorization', authorization) });

const zoe = await desk.POST('/api/v1/employees', {
  body: { first_name: 'Zoë', last_name: 'O’Neil', email: 'zoe.types@example.org' },
});
assert(zoe.data);
const employee = zoe.data.id;
const created: number[] = [];
for (let number = 1; number <= TICKETS; number++) {
  const { data: ticket } = await desk.POST('/api/v1/tickets', {
    body: { employee_id: employee, title: `Printer ${number} burns`, description: 'Flames are blue.' },
  });
  assert(ticket && ticket.assignee_id === null);
  created.push(ticket.id);
}
assert.deepEqual(await allOf(employee), created);
await changeOnce(created[0]!);

for (const id of created) {
  const { response } = await desk.DELETE('/api/v1/tickets/{id}', { params: { path: { id } } });
  assert.equal(response.status, 204);
}
await desk.DELETE('/api/v1/employees/{id}', { params: { path: { id: employee } } });
const gone = await desk.GET('/api/v1/employees/{id}', { params: { path: { id: employee } } });
assert.equal(gone.error?.code, 'not_found');

/** Where a page's next_cursor is null, it was the last one. */
async function allOf(employee_id: number): Promise<(number | undefined)[]> {
  const all: (number | undefined)[] = [];
  let cursor: string | undefined;
  do {
    const { data: page } = await desk.GET('/api/v1/tickets', {
      params: { query: { employee_id, limit: 2, cursor } },
    });
    // A list can be asked for as CSV as well.
    assert(typeof page === 'object');
    all.push(...page.items.map((ticket) => ticket.id));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return all;
}

/** The first change names the version that was seen, and is made; the second names it again, and comes too late. */
async function changeOnce(id: number): Promise<void> {
  const read = await desk.GET('/api/v1/tickets/{id}', { params: { path: { id } } });
  const seen = read.response.headers.get('ETag')!;
  const change = {
    params: { path: { id }, header: { 'If-Match': seen } },
    body: { priority: 'urgent' },
  } as const;

  const changed = await desk.PATCH('/api/v1/tickets/{id}', change);
  assert.equal(changed.data?.priority, 'urgent');
  assert.notEqual(changed.response.headers.get('ETag'), seen);

  const late = await desk.PATCH('/api/v1/tickets/{id}', change);
  assert.equal(late.response.status, 412);
  assert.equal(late.error?.code, 'precondition_failed');
}
