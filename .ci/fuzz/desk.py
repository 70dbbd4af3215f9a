"""The callers as whom the server is fuzzed, and how they come by users and tokens."""

import itertools
import json
import os
from dataclasses import dataclass, field

import requests

TIMEOUT = 30


@dataclass(frozen=True, eq=False)
class Caller:
    """One kind of caller.

    `weight` is the share of the time, `examples_when_quick` how many requests of each kind a quick run makes.
    The phase that tries each limit of each parameter takes most of a quick run's time. There only those go through it
    with their `limits_tried_when_quick`: what the others may do, one of them may, and where they may not they are refused
    before the form of a request counts.
    Those who are not `limited` may guess passwords as long as they like, or they could soon not log in themselves.
    """

    name: str
    weight: int
    examples_when_quick: int
    username: str | None = None
    roles: list[str] = field(default_factory=list)
    disabled: bool = False
    limited: bool = False
    limits_tried_when_quick: bool = False


# Those that take longest come first.
CALLERS = [
    Caller("admin", 6, 30, "fuzzadmin", ["admin"], limits_tried_when_quick=True),
    Caller("manager", 3, 20, "fuzzmanager", ["manager"], limits_tried_when_quick=True),
    Caller("support", 3, 20, "fuzzsupport", ["support"]),
    Caller("anonymous", 1, 10, limited=True),
    Caller("no_role", 1, 10, "fuzznorole"),
    Caller("disabled", 1, 10, "fuzzdisabled", ["manager"], disabled=True),
]

# The one user whom the fuzzing must not touch: puts back what it did to its own users.
KEEPER = Caller("keeper", 0, 0, "keeper", ["admin"])
PASSWORD = "Harness#Otter7Quill"


def setup_file():
    """The users of a new installation: the keeper alone."""
    return json.dumps({"default_users": [
        {key: value for key, value in profile(KEEPER, 0).items() if key not in ("disabled", "login_denied")}
        | {"password": PASSWORD}]})


def config_file(limits_logins):
    """What differs from the template."""
    without_end = {"failures": 1_000_000}
    return json.dumps({} if limits_logins else {"logins": {"user": without_end, "address": without_end}})


def profile(caller, number):
    return {
        "username": caller.username,
        "first_name": "Fuzz",
        "last_name": "Caller",
        "phone": f"+99980{number:08}",
        "email": f"{caller.username}.{number}@fuzz.example",
        "roles": caller.roles,
        "disabled": caller.disabled,
        "login_denied": False,
    }


def variables(url, caller):
    """What the hooks need to know, as variables of the environment."""
    return {"FUZZ_URL": url, "FUZZ_CALLER": caller.name, "FUZZ_KEEPER_ID": str(Desk(url).keeper_id())}


class Desk:
    """What the keeper does on the server, and logging in."""

    _numbers = itertools.count(os.getpid() * 1000 % 90_000_000)

    def __init__(self, url):
        self._api = url + "/api/v1"
        self._token = None

    def log_in(self, caller):
        """The answer to a login."""
        return requests.post(
            self._api + "/token", data={"username": caller.username, "password": PASSWORD}, timeout=TIMEOUT)

    def furnish(self):
        """Puts people and work there: on an empty desk most requests end before anything interesting happens.

        The document's own examples name the user 7 and the employee 12; some employees have no tickets.
        The document is made when it is first read, which on a busy machine takes longer than Schemathesis waits.
        """
        self._call("GET", "/openapi.json")
        for number in range(1, 11):
            colleague = Caller("colleague", 0, 0, "colleague" + chr(ord("a") + number), ["support"])
            self._call("POST", "/users", json=profile(colleague, number) | {"password": PASSWORD})
        for _ in range(20):
            self.new_employee()
        for number in range(1, 31):
            ticket = {"employee_id": number % 15 + 1, "title": f"Ticket {number}", "description": "To be worked on"}
            self._call("POST", "/tickets", json=ticket)

    def new_employee(self):
        """The id of an employee without tickets."""
        number = next(self._numbers)
        person = {"first_name": "Ann", "last_name": "Employee",
                  "phone": f"+99970{number:08}", "email": f"employee.{number}@fuzz.example"}
        return self._call("POST", "/employees", json=person).json()["id"]

    def new_link(self):
        """The ids of two tickets that are linked."""
        ticket = {"employee_id": self.new_employee(), "title": "Linked", "description": "To another one"}
        ends = [self._call("POST", "/tickets", json=ticket).json()["id"] for _ in range(2)]
        self._call("PUT", f"/tickets/{ends[0]}/links/{ends[1]}", json={"type": "related"})
        return ends

    def keeper_id(self):
        return self._call("GET", "/me").json()["id"]

    def token(self, caller):
        """A token of the caller, who is made anew where need be: fuzzing may have changed or deleted them."""
        answer = self.log_in(caller)
        if not answer.ok:
            self.restore(caller)
            answer = self.log_in(caller)
        answer.raise_for_status()
        return answer.json()["access_token"]

    def permissions(self, caller):
        """What the caller may do."""
        answer = requests.get(
            self._api + "/me", headers={"Authorization": "Bearer " + self.token(caller)}, timeout=TIMEOUT)
        answer.raise_for_status()
        return answer.json()["permissions"]

    def restore(self, caller):
        """Makes the caller what they shall be. Somebody else may have got their phone number meanwhile."""
        found = self._call("GET", "/users", params={"username": caller.username}).json()["items"]
        wanted = profile(caller, next(self._numbers))
        if found:
            address = f"/users/{found[0]['id']}"
            self._call("PUT", address, json=wanted)
            self._call("PUT", address + "/password", json={"new_password": PASSWORD})
        else:
            self._call("POST", "/users", json=wanted | {"password": PASSWORD})

    def _call(self, method, path, **arguments):
        if self._token is None:
            answer = self.log_in(KEEPER)
            answer.raise_for_status()
            self._token = answer.json()["access_token"]
        answer = requests.request(
            method, self._api + path, headers={"Authorization": "Bearer " + self._token}, timeout=TIMEOUT, **arguments)
        if not answer.ok:
            raise RuntimeError(f"the keeper's {method} {path} was answered {answer.status_code}: {answer.text}")
        return answer
