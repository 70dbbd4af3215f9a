"""The kinds of requests that are measured, and the requests themselves: the same ones for the same seed and data."""

import itertools
import json
import random
import urllib.parse
from dataclasses import dataclass
from typing import Callable, Iterator

from desk import PASSWORD, USERNAME
from server import Failed

API = "/api/v1"
PAGE = 50
# Enough that no ticket is asked for again while its last answer is on its way.
DIFFERENT = 10_000
CHANGED = 4_000
# wrk begins again at the end of its file, which no change survives: more than a round can send.
CHANGES_OF_EACH = 60
AT_ONCE = 100


@dataclass(frozen=True)
class Request:
    """One request; written as a line of the generators' file."""

    path: str
    method: str = "GET"
    headers: tuple[str, ...] = ()
    body: str = ""

    def __str__(self):
        headers = self.headers
        if self.method != "GET":
            headers += (f"Content-Length: {len(self.body.encode())}",)
        return f"{self.method} {API}{self.path}\t{''.join(header + chr(1) for header in headers)}\t{self.body}"


@dataclass(frozen=True)
class Scene:
    """What there is to ask for."""

    server: object
    database: object
    tickets: int
    employees: int
    seed: int

    def dice(self, name):
        """Chance that is the same in each run."""
        return random.Random(f"{self.seed} {name}")

    def ids(self, name):
        return self.dice(name).choices(range(1, self.tickets + 1), k=DIFFERENT)


@dataclass(frozen=True)
class Workload:
    """One kind of requests; `status` is what each of them must be answered with."""

    name: str
    title: str
    requests: Callable[[Scene], Iterator[Request]]
    status: int = 200


JSON = "Content-Type: application/json"


def tickets(scene):
    return (Request(f"/tickets/{number}") for number in scene.ids("tickets"))


def known_tickets(scene):
    # Not those that get changed.
    rows = scene.database.rows(
        "SELECT id, version FROM tickets WHERE status = 'closed' ORDER BY hashint8(id), id LIMIT 4000")
    return (Request(f"/tickets/{number}", headers=(f'If-None-Match: "{version}"',)) for number, version in rows)


def lists(scene):
    dice = scene.dice("lists")
    users = [row[0] for row in scene.database.rows(
        "SELECT assignee_id FROM tickets WHERE assignee_id IS NOT NULL GROUP BY 1 ORDER BY 1")]
    filters = [
        lambda: {"status": "open"},
        lambda: {"status": "open,pending", "priority": "high,urgent", "sort": "-updated_at"},
        lambda: {"assignee": dice.choice(users), "status": "new,open,pending", "sort": "-priority"},
        lambda: {"employee_id": dice.randint(1, scene.employees), "sort": "-created_at"},
        lambda: {"created_after": f"2026-01-{dice.randint(1, 28):02}T00:00:00Z", "sort": "created_at"},
    ]
    for each in itertools.islice(itertools.cycle(filters), 1000):
        yield Request("/tickets?" + urllib.parse.urlencode({"limit": PAGE} | each()))


def far_page(scene):
    """The page of the number, or the last but some where there are not as many."""
    pages = min(1000, scene.tickets // PAGE - 1)
    path = f"/tickets?limit={PAGE}"
    headers = {"Authorization": "Bearer " + scene.server.token()}
    for _ in range(pages - 1):
        status, _, body = scene.server.get(API + path, headers)
        if status != 200:
            raise Failed(f"{path} was answered {status}")
        path = f"/tickets?limit={PAGE}&cursor=" + urllib.parse.quote(json.loads(body)["next_cursor"])
    yield Request(path)


def creations(scene):
    dice = scene.dice("creations")
    for number in range(DIFFERENT):
        body = {"employee_id": dice.randint(1, scene.employees), "title": f"Measured {number}: the printer is slow",
                "description": "It takes its time between two pages. " * 8, "priority": "normal"}
        yield Request("/tickets", "POST", (JSON,), json.dumps(body))


def changes(scene):
    """Open tickets become pending and pending ones open; each change raises the version by one."""
    query = ("SELECT id, version, status FROM tickets WHERE status IN ('open', 'pending') AND merged_into IS NULL"
             f" ORDER BY id DESC LIMIT {CHANGED}")
    rows = scene.database.rows(query)
    if len(rows) < CHANGED:
        reopen(scene, CHANGED - len(rows))
        rows = scene.database.rows(query)
    for turn in range(CHANGES_OF_EACH):
        for number, version, status in rows:
            other = "pending" if (status == "open") == (turn % 2 == 0) else "open"
            yield Request(f"/tickets/{number}", "PATCH", (JSON, f'If-Match: "{int(version) + turn}"'),
                          json.dumps({"status": other}))


def reopen(scene, count):
    """Opens closed tickets again: there are not enough others to change each one seldom."""
    headers = {"Authorization": "Bearer " + scene.server.token(), "Content-Type": "application/json"}
    rows = scene.database.rows(
        f"SELECT id FROM tickets WHERE status = 'closed' AND merged_into IS NULL ORDER BY id DESC LIMIT {count}")
    for start in range(0, len(rows), AT_ONCE):
        operations = [{"op": "update", "id": int(number), "changes": {"status": "open"}}
                      for number, in rows[start:start + AT_ONCE]]
        status, _, body = scene.server.get(
            API + "/tickets/bulk", headers, "POST", json.dumps({"operations": operations, "atomic": True}))
        if status != 207:
            raise Failed(f"tickets could not be opened again: {status} {body.decode()}")


def costly(scene):
    """The costliest of what whoever works with tickets may ask for."""
    words = [word for (title,) in scene.database.rows("SELECT title FROM tickets ORDER BY hashint8(id), id LIMIT 200")
             for word in title.split() if word.isalpha()]
    dice = scene.dice("costly")
    for _ in range(100):
        yield Request("/tags?include_total=true&limit=1000")
        yield Request("/tickets/stats?group_by=tag&per=day")
        yield Request("/tickets?include_total=true&status=open,closed&limit=1")
        yield Request("/tickets?" + urllib.parse.urlencode(
            {"q": " or ".join(dice.sample(words, 16)), "sort": "-relevance", "limit": 1000}))
        yield Request("/tickets?sort=-priority&limit=1000&overdue=true")


def me(scene):
    yield Request("/me")


def logins(scene):
    yield Request("/token", "POST", ("Content-Type: application/x-www-form-urlencoded",),
                  urllib.parse.urlencode({"username": USERNAME, "password": PASSWORD}))


def searches(scene):
    titles = scene.database.rows(
        "SELECT title FROM tickets WHERE title !~ '[^[:alnum:] ]' ORDER BY hashint8(id), id LIMIT 2000")
    dice = scene.dice("searches")
    for number, (title,) in enumerate(titles):
        words = [word for word in title.split() if len(word) > 3] or title.split()
        wanted = {"q": " ".join(dice.sample(words, min(len(words), 1 + number % 2))), "limit": PAGE}
        if number % 2:
            wanted["sort"] = "-relevance"
        yield Request("/tickets?" + urllib.parse.urlencode(wanted))


def mix(scene):
    """Of a hundred requests 70 read, 15 list, 5 create, 5 change, 4 search and 1 logs in, in an order of chance."""
    shares = {tickets: 70, lists: 15, creations: 5, changes: 5, searches: 4, logins: 1}
    sources = {kind: list(kind(scene)) if kind is not changes else kind(scene) for kind in shares}
    endless = {kind: source if kind is changes else itertools.cycle(source) for kind, source in sources.items()}
    hundred = [kind for kind, share in shares.items() for _ in range(share)]
    dice = scene.dice("mix")
    for _ in range(2000):
        dice.shuffle(hundred)
        for kind in hundred:
            yield next(endless[kind])


# Those that write come last, so that the others see the data as it was made.
ALL = [
    Workload("ticket", "GET /tickets/{id}", tickets),
    Workload("ticket-304", "GET /tickets/{id}, answered 304", known_tickets, 304),
    Workload("me", "GET /me", me),
    Workload("list", "GET /tickets?limit=50 with filters", lists),
    Workload("page-1000", "GET /tickets?limit=50, page 1,000", far_page),
    Workload("search", "GET /tickets?q=...", searches),
    Workload("token", "POST /token", logins),
    Workload("create", "POST /tickets", creations, 201),
    Workload("change", "PATCH /tickets/{id} with If-Match", changes),
    Workload("mix", "mix", mix, 0),
]
QUICK = ["ticket", "list", "create"]
