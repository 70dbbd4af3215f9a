// A journey through the API with the client that oapi-codegen makes for Go.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"hexdesk.example/api/journey/client"
)

const tickets = 5

var ctx = context.Background()

func main() {
	desk := logIn(os.Getenv("DESK_URL"), os.Getenv("DESK_USERNAME"), os.Getenv("DESK_PASSWORD"))

	employee := createEmployee(desk)
	created := createTickets(desk, employee)
	expect("tickets on all pages", len(listAllPages(desk, employee)), tickets)
	changeOnce(desk, created[0])

	for _, id := range created {
		deleted := must(desk.DeleteTicketWithResponse(ctx, id, nil))
		expect("status of a deletion", deleted.StatusCode(), http.StatusNoContent)
	}
	must(desk.DeleteEmployeeWithResponse(ctx, employee, nil))
	gone := must(desk.GetEmployeeWithResponse(ctx, employee, nil))
	expect("code of the problem", gone.ApplicationproblemJSON404.Code, "not_found")
}

func logIn(url, username, password string) *client.ClientWithResponses {
	nobody := must(client.NewClientWithResponses(url))
	token := must(nobody.IssueTokenWithFormdataBodyWithResponse(ctx,
		client.IssueTokenFormdataRequestBody{Username: username, Password: password}))
	expect("status of the login", token.StatusCode(), http.StatusOK)
	authorize := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+token.JSON200.AccessToken)
		return nil
	}
	return must(client.NewClientWithResponses(url, client.WithRequestEditorFn(authorize)))
}

func createEmployee(desk *client.ClientWithResponses) int64 {
	first, last, email := "Zoë", "O’Neil", "zoe.oapi@example.org"
	created := must(desk.CreateEmployeeWithResponse(ctx, nil,
		client.EmployeeInput{FirstName: &first, LastName: &last, Email: &email}))
	expect("status of the employee", created.StatusCode(), http.StatusCreated)
	return created.JSON201.Id
}

func createTickets(desk *client.ClientWithResponses, employee int64) []int64 {
	var ids []int64
	for number := 1; number <= tickets; number++ {
		created := must(desk.CreateTicketWithResponse(ctx, nil, client.TicketInput{
			EmployeeId: employee, Title: fmt.Sprintf("Printer %d burns", number), Description: "Flames are blue."}))
		expect("status of the ticket", created.StatusCode(), http.StatusCreated)
		expect("whether somebody works on it", created.JSON201.AssigneeId != nil, false)
		ids = append(ids, created.JSON201.Id)
	}
	return ids
}

// Where a page's next_cursor is null, it was the last one.
func listAllPages(desk *client.ClientWithResponses, employee int64) []client.Ticket {
	limit := int32(2)
	wanted := client.ListTicketsParams{EmployeeId: &employee, Limit: &limit}
	var all []client.Ticket
	for {
		page := must(desk.ListTicketsWithResponse(ctx, &wanted)).JSON200
		all = append(all, page.Items...)
		if page.NextCursor == nil {
			return all
		}
		wanted.Cursor = page.NextCursor
	}
}

// The first change names the version that was seen, and is made; the second one names it again, and comes too late.
func changeOnce(desk *client.ClientWithResponses, id int64) {
	seen := must(desk.GetTicketWithResponse(ctx, id, nil)).HTTPResponse.Header.Get("ETag")
	urgent := client.Urgent
	change := client.TicketPatch{Priority: &urgent}
	condition := client.ChangeTicketParams{IfMatch: &seen}

	changed := must(desk.ChangeTicketWithResponse(ctx, id, &condition, change))
	expect("priority", changed.JSON200.Priority, client.Urgent)
	expect("whether there is a new version", changed.HTTPResponse.Header.Get("ETag") != seen, true)

	late := must(desk.ChangeTicketWithResponse(ctx, id, &condition, change))
	expect("status of who came too late", late.StatusCode(), http.StatusPreconditionFailed)
	expect("code of the problem", late.ApplicationproblemJSON412.Code, "precondition_failed")
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func expect[T comparable](what string, got, wanted T) {
	if got != wanted {
		log.Fatalf("%s: %v instead of %v", what, got, wanted)
	}
}
