// Package client is made from the API document.
package client

//go:generate go tool oapi-codegen -generate types,client -package client -o client.go ../../openapi-3.0.json
