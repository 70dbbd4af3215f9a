"""What Schemathesis must be told about Hexdesk: how to log in, and which findings are none.

Each exclusion is as narrow as can be and says why it is right; whole checks stay on.
"""

import itertools
import os
import re
import unicodedata
import uuid
from urllib.parse import unquote

import schemathesis
from schemathesis.openapi.checks import RejectedPositiveData, UseAfterFree

import desk

# A key that is already used stands for another body, and its answer may be of something that is gone.
KEY = "Idempotency-Key"
WELL_FORMED_KEY = re.compile(r'"(?:[ !#-\[\]-~]|\\["\\]){1,255}"|[!#$%&\'*+./0-9:A-Z^_`a-z|~-]{1,255}')

SERVER = desk.Desk(os.environ["FUZZ_URL"])
CALLER = next(each for each in desk.CALLERS if each.name == os.environ["FUZZ_CALLER"])
KEEPER_ID = os.environ["FUZZ_KEEPER_ID"]
NOBODYS_ID = str(2**62)
MAY_SUCCEED = set()


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Calls the tokens what they are, bearer tokens: checks of authentication leave schemes of type oauth2 out."""
    MAY_SUCCEED.update(may_succeed(raw_schema))
    raw_schema["components"]["securitySchemes"]["bearer"] = {"type": "http", "scheme": "bearer"}
    for item in raw_schema["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict) and operation.get("security"):
                operation["security"] = [{"bearer": []}]
                spare_long_headers(operation)
    for schema in raw_schema["components"]["schemas"].values():
        for name, field in schema.get("properties", {}).items():
            narrow(name, field)


# Of the document's patterns these are the parts that tools like this one make good values of.
CONTROLS = "\\x00-\\x1f\\x7f-\\x9f\u2028\u2029"
KINDS = "".join(f"(?=[^{CONTROLS}]*[{kind}])" for kind in ("\\p{Lu}", "\\p{Ll}", "\\p{Nd}", "!@#$%^&*"))
E164 = "^\\+[1-9][0-9]{6,14}$"


def narrow(name, field):
    """Says of fields what patterns for all tools can't, so that some of what is made up is taken."""
    if name in ("password", "new_password") and "minLength" in field:
        # Of exactly the least length and with all kinds of characters: else hardly any is ever found.
        field["pattern"] = f"^{KINDS}[^{CONTROLS}]{{{field.pop('minLength')},{field.pop('maxLength')}}}$"
    if name == "phone" and "pattern" in field:
        field["pattern"] = E164
    if field.get("format") == "idn-email":
        # Its hosts are those of one of several versions of IDNA; Hexdesk takes those of others, too.
        del field["format"]


def spare_long_headers(operation):
    """Drops the lengths of headers: to make one of exactly so many thousand characters takes longer than all the rest."""
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "header":
            parameter["schema"].pop("maxLength", None)


class Session:
    """The caller's token. The fuzzing revokes it now and then, by changing or deleting its own user."""

    def __init__(self):
        self.issued = set()
        self.bearer = None

    def authorization(self):
        if self.bearer is None:
            self.bearer = "Bearer " + SERVER.token(CALLER)
            self.issued.add(self.bearer)
        return self.bearer

    def end(self):
        self.bearer = None


SESSION = Session()

if CALLER.username:

    # Schemathesis' own way to log in again gives an operation up for good that is once answered 401 by a fresh token.
    @schemathesis.auth(refresh_interval=None)
    class Login:
        def get(self, case, context):
            return SESSION.authorization()

        def set(self, case, authorization, context):
            case.headers["Authorization"] = authorization


@schemathesis.hook
def before_call(context, case, kwargs):
    """Sends the token that is good now, for one that was when the request was made up; and spares the keeper."""
    if case.headers.get("Authorization") in SESSION.issued:
        case.headers["Authorization"] = SESSION.authorization()
    use_each_key_once(case)
    offer_somebody_to_delete(case)
    offer_link_to_delete(case)
    if case.path.startswith("/api/v1/users/{id}") and case.method != "GET":
        if unquote(str(case.path_parameters.get("id"))) == KEEPER_ID:
            case.path_parameters["id"] = NOBODYS_ID


WELL_FORMED_ID = re.compile("[1-9][0-9]{0,17}")
DELETIONS = itertools.count()


def offer_somebody_to_delete(case):
    """Lets some deletions of employees meet one without tickets: whom the others name has some, or is not there."""
    if case.operation.label == "DELETE /api/v1/employees/{id}":
        if WELL_FORMED_ID.fullmatch(str(case.path_parameters.get("id"))) and next(DELETIONS) % 5 == 0:
            case.path_parameters["id"] = SERVER.new_employee()


def offer_link_to_delete(case):
    """Lets some deletions of links meet one: two ids that are guessed are seldom those of a link, and tickets go first."""
    if case.operation.label == "DELETE /api/v1/tickets/{id}/links/{other}":
        ends = [str(case.path_parameters.get(name)) for name in ("id", "other")]
        if all(map(WELL_FORMED_ID.fullmatch, ends)) and next(DELETIONS) % 5 == 0:
            case.path_parameters["id"], case.path_parameters["other"] = SERVER.new_link()


USED_KEYS = set()


def use_each_key_once(case):
    """Exchanges a good key that was sent before for a new one: the same requests are made up again and again."""
    for name, key in list(case.headers.items()):
        if name.lower() == KEY.lower() and WELL_FORMED_KEY.fullmatch(str(key)):
            if key in USED_KEYS:
                case.headers[name] = f'"{uuid.uuid4()}"'
            USED_KEYS.add(key)


@schemathesis.hook
def after_call(context, case, response):
    """Gives callers back what they took from themselves; else nothing but refusals would follow."""
    if not is_the_callers(response):
        return
    if response.status_code == 401:
        SESSION.end()
    if response.status_code == 403:
        code = problem(response).get("code")
        if (code == "user_disabled" and not CALLER.disabled) or (
            code == "permission_denied" and CALLER.roles == ["admin"]
        ):
            SERVER.restore(CALLER)
            SESSION.end()


def is_the_callers(response):
    return SESSION.bearer is not None and response.request.headers.get("Authorization") == SESSION.bearer


@schemathesis.check
class caller_is_let_in:
    """Fails where the caller never succeeded at something that they may do: then hardly anything was tried there."""

    def __init__(self):
        self.succeeded = set()

    def after_response(self, context, response, case):
        if 200 <= response.status_code < 300:
            self.succeeded.add(case.operation.label)

    def after_run(self, context):
        missed = sorted(MAY_SUCCEED - self.succeeded)
        assert not missed, "never succeeded: " + ", ".join(missed)


# Whoever may delete comments must be an administrator, too.
RESERVED = () if "admin" in CALLER.roles else ("deleteComment",)


def may_succeed(raw_schema):
    """What the caller's permissions grant, but for what needs a password that is theirs."""
    if not CALLER.username:
        return set()
    rights = set(SERVER.permissions(CALLER))
    return {
        f"{verb.upper()} {path}"
        for path, item in raw_schema["paths"].items()
        for verb, operation in item.items()
        if operation["operationId"] not in ("issueToken", "changeOwnPassword", *RESERVED)
        and is_granted(operation.get("description", ""), rights)}


def is_granted(description, rights):
    """Whether the rights are those that the description of an operation asks for in its own words."""
    needs = re.search(r"Needs (?:the permission|one of the permissions) (.*)\.$", description)
    needed = re.findall("`([a-z]+:[a-z_]+)`", needs.group(1)) if needs else []
    is_among = any if needs and "one of" in needs.group(0) else all
    return is_among(right in rights for right in needed)


def problem(response):
    """The answer's problem; empty for an answer that is none."""
    if not response.headers.get("content-type", [""])[0].startswith("application/problem+json"):
        return {}
    return response.json()


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Whether a finding is one."""
    if isinstance(failure, UseAfterFree):
        # The history of a deleted ticket stays, and says who deleted it.
        return case.operation.label != "GET /api/v1/tickets/{id}/history"
    return not (isinstance(failure, RejectedPositiveData) and depends_on_more_than_the_request(case, response))


# Faults that no schema can foresee: what other resources there are, what day it is, and what everybody guesses.
GUESSED = {"too_common", "contains_username", "contains_product_name"}
# What is made by the patterns of narrow() lacks one of the kinds now and then.
KINDS_MISSING = {"no_digit", "no_lower_case", "no_special", "no_upper_case"}
FAULTS_OF_STATE = {
    "/password": GUESSED | KINDS_MISSING,
    "/new_password": GUESSED | KINDS_MISSING,
    "/employee_id": {"unknown"},
    "/assignee_id": {"unsuitable"},
    "/user_id": {"unsuitable"},
    "/into": {"unknown"},
    "other": {"unsuitable"},
    "reassign_tickets_to": {"unsuitable"},
    "/birthday": {"not_in_past"},
    "/confirmation_token": {"unsuitable"},
    # One of both names is enough, and an extension needs its number: no schema of ours says so.
    "/first_name": {"required"},
    "/last_name": {"required"},
    "/phone": {"required"},
    # What can be nobody's is told at once, by rules that are not in the document: they are the operator's.
    "phone": {"format", "encoding", "too_long", "too_short"},
    "email": {"format", "encoding", "too_long", "too_short"},
    "username": {"format", "encoding", "too_long", "too_short"},
    "time_zone": {"unknown_value"},
    "country": {"blank"},
    "city": {"blank"},
    # Of several tags in one parameter no pattern for all tools bounds each.
    "tag": {"format", "too_long"},
    # No schema compares two parameters.
    "sort": {"unknown_value"},
    "to": {"reversed"},
    "created_before": {"reversed"},
    "updated_before": {"reversed"},
    "from": {"too_many_periods"},
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
        or belongs_to_another_kind(fault)
        or is_in_a_file(fault)
        or changes_when_normalized(case, fault)
        or is_short_when_trimmed(case, fault)
        or has_characters_that_are_none(case, fault)
        or is_a_whole_number_beyond_64_bits(case, fault)
        or has_much_before_its_at_sign(case, fault)
        or is_another_day_in_utc(case, fault)
        for fault in faults)


def belongs_to_another_kind(fault):
    """The schema of operations in bulk has the members of all kinds; which of them a kind takes is told in words."""
    return bool(re.fullmatch(r"/operations/[0-9]+/(changes|body|visibility)", place(fault) or "")) and (
        fault["code"] in ("unknown_field", "required"))


def is_in_a_file(fault):
    """Of the files that are imported the schema says that they are text; what a row must have is told in words."""
    return "line" in fault


def place(fault):
    return fault.get("pointer") or fault.get("parameter")


def changes_when_normalized(case, fault):
    """User names and tags have a normal form (NFKC), in which a letter may become two, or a letter and a point."""
    if not re.search("/(username|tags/[0-9]+)$", fault.get("pointer", "")):
        return False
    if fault["code"] not in ("too_long", "too_short", "format"):
        return False
    value = sent(case, fault)
    texts = value if isinstance(value, list) else [value]
    return any(len(unicodedata.normalize("NFKC", text)) != len(text) for text in texts if isinstance(text, str))


def has_characters_that_are_none(case, fault):
    """For \\p{M} and \\p{L} Schemathesis makes characters of whole ranges, in which some are not assigned."""
    if fault["code"] != "format":
        return False
    value = sent(case, fault)
    texts = value if isinstance(value, list) else [value]
    return any(
        unicodedata.category(character) == "Cn" for text in texts if isinstance(text, str) for character in text)


def is_a_whole_number_beyond_64_bits(case, fault):
    """To JSON Schema 1e300 is an integer, and tools read the format int64 of numbers without a point alone."""
    value = sent(case, fault) if fault["code"] == "type" else None
    return isinstance(value, float) and value.is_integer() and abs(value) >= 2**63


def is_short_when_trimmed(case, fault):
    """White space and what can't be seen around a text count for nothing, which no pattern for all tools can tell."""
    if not re.search("/(nick_name|country|city|address)$", fault.get("pointer", "")) or fault["code"] != "too_short":
        return False
    value = sent(case, fault)
    return isinstance(value, str) and any(
        unicodedata.category(end)[0] in "ZCM" or end == "\u2800" for end in (value[:1], value[-1:]) if end)


def has_much_before_its_at_sign(case, fault):
    """Of an address at most 64 characters are before the @; a pattern that looks nowhere ahead can't tell."""
    value = sent(case, fault) if fault["code"] == "format" else None
    return isinstance(value, str) and fault["pointer"].endswith("/email") and value.find("@") > 64


def is_another_day_in_utc(case, fault):
    """Instants are bounded by days, as written and in UTC; a schema sees the written one alone."""
    if fault["code"] != "range":
        return False
    value = sent(case, fault) if "pointer" in fault else (case.query or {}).get(fault["parameter"])
    return isinstance(value, str) and bool(re.match(r"(9999-12-30|1970-01-01).*[+-](?!00:00)\d\d:\d\d$", value))


def sent(case, fault):
    """What the request's body has at the place of the fault; None where there is nothing."""
    value = case.body if "pointer" in fault else None
    for step in fault.get("pointer", "").split("/")[1:]:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
