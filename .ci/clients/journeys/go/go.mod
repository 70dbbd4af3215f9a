module hexdesk.example/api/journey

go 1.23.0

require (
	golang.org/x/oauth2 v0.27.0
	hexdesk.example/api/client v0.0.0
)

replace hexdesk.example/api/client => ./client
