// A journey through the API with the client that openapi-generator makes for Go.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"golang.org/x/oauth2"
	hexdesk "hexdesk.example/api/client"
)

const tickets = 5

func main() {
	configuration := hexdesk.NewConfiguration()
	configuration.Servers = hexdesk.ServerConfigurations{{URL: os.Getenv("DESK_URL")}}
	desk := hexdesk.NewAPIClient(configuration)
	caller := logIn(desk)

	employee := createEmployee(caller, desk)
	created := createTickets(caller, desk, employee)
	listed := listAllPages(caller, desk, employee)
	expect("tickets on all pages", len(listed), tickets)
	changeOnce(caller, desk, created[0])

	for _, id := range created {
		must(desk.TicketsAPI.DeleteTicket(caller, id).Execute())
	}
	must(desk.EmployeesAPI.DeleteEmployee(caller, employee).Execute())
	_, response, err := desk.EmployeesAPI.GetEmployee(caller, employee).Execute()
	expect("status of who is gone", response.StatusCode, http.StatusNotFound)
	expect("code of the problem", problem(err).Code, "not_found")
}

func logIn(desk *hexdesk.APIClient) context.Context {
	token, response, err := desk.AuthenticationAPI.IssueToken(context.Background()).
		GrantType("password").
		Username(os.Getenv("DESK_USERNAME")).
		Password(os.Getenv("DESK_PASSWORD")).
		Execute()
	must(response, err)
	source := oauth2.StaticTokenSource(&oauth2.Token{AccessToken: token.AccessToken})
	return context.WithValue(context.Background(), hexdesk.ContextOAuth2, source)
}

func createEmployee(caller context.Context, desk *hexdesk.APIClient) int64 {
	person := hexdesk.NewEmployeeInput()
	person.SetFirstName("Zoë")
	person.SetLastName("O’Neil")
	person.SetEmail("zoe.go@example.org")
	employee, response, err := desk.EmployeesAPI.CreateEmployee(caller).EmployeeInput(*person).Execute()
	must(response, err)
	return employee.Id
}

func createTickets(caller context.Context, desk *hexdesk.APIClient, employee int64) []int64 {
	var ids []int64
	for number := 1; number <= tickets; number++ {
		wanted := hexdesk.NewTicketInput(employee, fmt.Sprintf("Printer %d burns", number), "Flames are blue.")
		ticket, response, err := desk.TicketsAPI.CreateTicket(caller).TicketInput(*wanted).Execute()
		must(response, err)
		expect("whether somebody works on it", ticket.AssigneeId.Get() != nil, false)
		ids = append(ids, ticket.Id)
	}
	return ids
}

// Where a page's next_cursor is null, it was the last one.
func listAllPages(caller context.Context, desk *hexdesk.APIClient, employee int64) []hexdesk.Ticket {
	var all []hexdesk.Ticket
	request := desk.TicketsAPI.ListTickets(caller).EmployeeId(employee).Limit(2)
	for {
		page, response, err := request.Execute()
		must(response, err)
		all = append(all, page.Items...)
		next := page.NextCursor.Get()
		if next == nil {
			return all
		}
		request = request.Cursor(*next)
	}
}

// The first change names the version that was seen, and is made; the second one names it again, and comes too late.
func changeOnce(caller context.Context, desk *hexdesk.APIClient, id int64) {
	_, response, err := desk.TicketsAPI.GetTicket(caller, id).Execute()
	must(response, err)
	seen := response.Header.Get("ETag")

	change := hexdesk.NewTicketPatch()
	change.SetPriority(hexdesk.URGENT)
	changed, response, err := desk.TicketsAPI.ChangeTicket(caller, id).IfMatch(seen).TicketPatch(*change).Execute()
	must(response, err)
	expect("priority", changed.Priority, hexdesk.URGENT)
	expect("whether there is a new version", response.Header.Get("ETag") != seen, true)

	_, response, err = desk.TicketsAPI.ChangeTicket(caller, id).IfMatch(seen).TicketPatch(*change).Execute()
	expect("status of who came too late", response.StatusCode, http.StatusPreconditionFailed)
	expect("code of the problem", problem(err).Code, "precondition_failed")
}

func problem(err error) hexdesk.Problem {
	return err.(*hexdesk.GenericOpenAPIError).Model().(hexdesk.Problem)
}

func must(response *http.Response, err error) {
	if err != nil {
		log.Fatalf("%v: %v", response.Request.URL, err)
	}
}

func expect[T comparable](what string, got, wanted T) {
	if got != wanted {
		log.Fatalf("%s: %v instead of %v", what, got, wanted)
	}
}
