"""What Schemathesis must be told about Hexdesk: how to log in, and which findings are none.

Each exclusion is as narrow as can be and says why it is right; whole checks stay on.
"""

import os
import unicodedata
from urllib.parse import unquote

import schemathesis
from schemathesis.openapi.checks import RejectedPositiveData

import desk

SERVER = desk.Desk(os.environ["FUZZ_URL"])
CALLER = next(each for each in desk.CALLERS if each.name == os.environ["FUZZ_CALLER"])
KEEPER_ID = os.environ["FUZZ_KEEPER_ID"]
NOBODYS_ID = str(2**62)


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Calls the tokens what they are, bearer tokens: checks of authentication leave schemes of type oauth2 out."""
    raw_schema["components"]["securitySchemes"]["bearer"] = {"type": "http", "scheme": "bearer"}
    for item in raw_schema["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict) and operation.get("security"):
                operation["security"] = [{"bearer": []}]
                spare_long_headers(operation)
    for schema in raw_schema["components"]["schemas"].values():
        for field in schema["properties"].values():
            put_lengths_into_the_pattern(field)


def spare_long_headers(operation):
    """Drops the lengths of headers: to make one of exactly so many thousand characters takes longer than all the rest."""
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "header":
            parameter["schema"].pop("maxLength", None)


def put_lengths_into_the_pattern(field):
    """Says the same in another way: passwords of exactly the least length that fit a pattern are hardly ever found."""
    pattern = field.get("pattern", "")
    if pattern.startswith("^(?=") and pattern.endswith("]*$"):
        field["pattern"] = f"{pattern[:-2]}{{{field.pop('minLength')},{field.pop('maxLength')}}}$"


if CALLER.username:

    # Asked again whenever an answer is 401: the fuzzing revokes its own tokens now and then.
    @schemathesis.auth()
    class Login:
        def get(self, case, context):
            return SERVER.token(CALLER)

        def set(self, case, token, context):
            case.headers["Authorization"] = "Bearer " + token


@schemathesis.hook
def before_call(context, case, kwargs):
    """Spares the keeper alone."""
    if case.path.startswith("/api/v1/users/{id}") and case.method != "GET":
        if unquote(str(case.path_parameters.get("id"))) == KEEPER_ID:
            case.path_parameters["id"] = NOBODYS_ID


@schemathesis.hook
def after_call(context, case, response):
    """Gives callers back what they took from themselves; else nothing but refusals would follow."""
    if response.status_code == 403 and CALLER.username:
        code = problem(response).get("code")
        if (code == "user_disabled" and not CALLER.disabled) or (
            code == "permission_denied" and CALLER.roles == ["admin"]
        ):
            SERVER.restore(CALLER)


def problem(response):
    """The answer's problem; empty for an answer that is none."""
    if not response.headers.get("content-type", [""])[0].startswith("application/problem+json"):
        return {}
    return response.json()


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Whether a finding is one."""
    return not (isinstance(failure, RejectedPositiveData) and depends_on_more_than_the_request(case, response))


# Faults that no schema can foresee: what other resources there are, what day it is, and what everybody guesses.
GUESSED = {"too_common", "contains_username", "contains_product_name"}
FAULTS_OF_STATE = {
    "/password": GUESSED,
    "/new_password": GUESSED,
    "/employee_id": {"unknown"},
    "/assignee_id": {"unsuitable"},
    "reassign_tickets_to": {"unsuitable"},
    "/birthday": {"not_in_past"},
    # A cursor is opaque: a good one comes from the page before, and fits the same list alone.
    "cursor": {"cursor"},
}


def depends_on_more_than_the_request(case, response):
    """Whether a request that fits the schema was refused for a reason that no schema can tell."""
    if response.status_code == 412:
        # Which version a resource has is as little in the schema as which ids there are: those 404s count as right, too.
        return any(name.lower() == "if-match" for name in case.headers)
    faults = problem(response).get("errors", [])
    return bool(faults) and all(
        fault["code"] in FAULTS_OF_STATE.get(place(fault), ())
        or changes_when_normalized(case, fault)
        or has_characters_that_are_none(case, fault)
        or is_a_whole_number_with_a_point(case, fault)
        for fault in faults)


def place(fault):
    return fault.get("pointer") or fault.get("parameter")


def changes_when_normalized(case, fault):
    """User names are taken in their normal form (NFKC), in which a letter may become two, or a letter and a point."""
    if place(fault) != "/username" or fault["code"] not in ("too_long", "too_short", "format"):
        return False
    username = case.body["username"]
    return len(unicodedata.normalize("NFKC", username)) != len(username)


def has_characters_that_are_none(case, fault):
    """For \\p{M} and \\p{L} Schemathesis makes characters of whole ranges, in which some are not assigned."""
    if fault["code"] != "format" or "pointer" not in fault or not isinstance(case.body, dict):
        return False
    value = case.body.get(fault["pointer"].removeprefix("/"))
    return isinstance(value, str) and any(unicodedata.category(character) == "Cn" for character in value)


def is_a_whole_number_with_a_point(case, fault):
    """To JSON Schema 5.0 is an integer, and no schema can say otherwise; Hexdesk takes none for the other."""
    if fault["code"] != "type" or "pointer" not in fault or not isinstance(case.body, dict):
        return False
    value = case.body.get(fault["pointer"].removeprefix("/"))
    return isinstance(value, float) and value.is_integer()
