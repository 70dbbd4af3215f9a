// A journey through the API with the client that openapi-generator makes for TypeScript.

import assert from 'node:assert/strict';
import {
  AuthenticationApi, Configuration, EmployeesApi, ProblemFromJSON, ResponseError, TicketsApi,
  type Problem, type Ticket,
} from './client/index.js';

const TICKETS = 5;
const { DESK_URL: basePath, DESK_USERNAME: username, DESK_PASSWORD: password } = process.env;
assert(basePath && username && password);

const token = await new AuthenticationApi(new Configuration({ basePath })).issueToken({ username, password });
const caller = new Configuration({ basePath, accessToken: `Bearer ${token.accessToken}` });
const employees = new EmployeesApi(caller);
const tickets = new TicketsApi(caller);

const zoe = await employees.createEmployee({
  employeeInput: { firstName: 'Zoë', lastName: 'O’Neil', email: 'zoe.typescript@example.org' },
});
const created: Ticket[] = [];
for (let number = 1; number <= TICKETS; number++) {
  created.push(await tickets.createTicket({
    ticketInput: { employeeId: zoe.id, title: `Printer ${number} burns`, description: 'Flames are blue.' },
  }));
}
assert(created.every((ticket) => ticket.assigneeId === null));
assert.deepEqual((await allOf(zoe.id)).map((ticket) => ticket.id), created.map((ticket) => ticket.id));
await changeOnce(created[0]!.id);

for (const { id } of created) {
  await tickets.deleteTicket({ id });
}
await employees.deleteEmployee({ id: zoe.id });
assert.equal((await problemOf(employees.getEmployee({ id: zoe.id }))).code, 'not_found');

/** Where a page's nextCursor is null, it was the last one. */
async function allOf(employeeId: number): Promise<Ticket[]> {
  const all: Ticket[] = [];
  let cursor: string | undefined;
  do {
    const page = await tickets.listTickets({ employeeId, limit: 2, cursor });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
}

/** The first change names the version that was seen, and is made; the second names it again, and comes too late. */
async function changeOnce(id: number): Promise<void> {
  const seen = (await tickets.getTicketRaw({ id })).raw.headers.get('ETag')!;
  const change = { id, ifMatch: seen, ticketPatch: { priority: 'urgent' } } as const;

  const changed = await tickets.changeTicketRaw(change);
  assert.equal((await changed.value()).priority, 'urgent');
  assert.notEqual(changed.raw.headers.get('ETag'), seen);

  const { status, code } = await problemOf(tickets.changeTicket(change));
  assert.deepEqual({ status, code }, { status: 412, code: 'precondition_failed' });
}

async function problemOf(request: Promise<unknown>): Promise<Problem> {
  const refused = await request.then(() => assert.fail('it was not refused'), (reason: unknown) => reason);
  assert(refused instanceof ResponseError, String(refused));
  return ProblemFromJSON(await refused.response.json());
}
