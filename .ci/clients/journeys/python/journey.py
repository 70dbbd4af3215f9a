"""A journey through the API with the client that openapi-generator makes for Python."""

import os

import hexdesk

TICKETS = 5


def main():
    configuration = hexdesk.Configuration(host=os.environ["DESK_URL"])
    with hexdesk.ApiClient(configuration) as client:
        token = hexdesk.AuthenticationApi(client).issue_token(
            grant_type="password", username=os.environ["DESK_USERNAME"], password=os.environ["DESK_PASSWORD"])
        configuration.access_token = token.access_token
        walk(hexdesk.EmployeesApi(client), hexdesk.TicketsApi(client))


def walk(employees, tickets):
    zoe = employees.create_employee(
        hexdesk.EmployeeInput(first_name="Zoë", last_name="O’Neil", email="zoe.python@example.org"))
    created = [
        tickets.create_ticket(hexdesk.TicketInput(
            employee_id=zoe.id, title=f"Printer {number} burns", description="Flames are blue."))
        for number in range(1, TICKETS + 1)
    ]
    assert all(ticket.assignee_id is None for ticket in created)
    assert sorted(ticket.id for ticket in all_of(tickets, zoe)) == [ticket.id for ticket in created]
    change_once(tickets, created[0].id)

    for ticket in created:
        tickets.delete_ticket(ticket.id)
    employees.delete_employee(zoe.id)
    problem = problem_of(hexdesk.exceptions.NotFoundException, lambda: employees.get_employee(zoe.id))
    assert problem.code == "not_found"


def all_of(tickets, employee):
    """All tickets of an employee: where a page's next_cursor is None, it was the last one."""
    cursor = None
    while True:
        page = tickets.list_tickets(employee_id=employee.id, limit=2, cursor=cursor)
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def change_once(tickets, ticket_id):
    """The first change names the version that was seen, and is made; the second names it again, and comes too late."""
    seen = tickets.get_ticket_with_http_info(ticket_id).headers["ETag"]
    urgent = hexdesk.TicketPatch(priority="urgent")

    changed = tickets.change_ticket_with_http_info(ticket_id, urgent, if_match=seen)
    assert changed.data.priority == "urgent"
    assert changed.headers["ETag"] != seen

    problem = problem_of(
        hexdesk.exceptions.ApiException, lambda: tickets.change_ticket(ticket_id, urgent, if_match=seen))
    assert (problem.status, problem.code) == (412, "precondition_failed")


def problem_of(kind, request):
    try:
        request()
    except kind as refused:
        return refused.data
    raise AssertionError("it was not refused")


main()
