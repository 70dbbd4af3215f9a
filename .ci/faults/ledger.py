"""Clients that write, and put down on disk what they were told is saved: nothing of that may ever be missing."""

import http.client
import json
import threading
import time
import uuid

TIMEOUT = 10
# What a client does who was not told whether it is done: it asks again, in a moment.
PAUSE = 0.05
CHANGES_OF_A_TICKET = 3


class Lost(Exception):
    """Something that was acknowledged is not there, is there twice, or is there in part."""


class Api:
    """One connection to the server; a new one after each failure."""

    def __init__(self, port, token=None):
        self._port, self.token = port, token
        self._connection = None

    def send(self, method, path, body=None, headers=None):
        """Status, headers and body of an answer; OSError or HTTPException where there was none."""
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=TIMEOUT)
        sent = dict(headers or {})
        if self.token:
            sent["Authorization"] = "Bearer " + self.token
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
        try:
            self._connection.request(method, "/api/v1" + path, body, sent)
            answer = self._connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            raise

    def read(self, path, accept="application/json"):
        status, headers, body = self.send("GET", path, headers={"Accept": accept})
        if status != 200:
            raise Lost(f"GET {path} was answered {status}: {body[:300]!r}")
        return headers, body

    def close(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def log_in(self, username, password):
        form = f"username={username}&password={password.replace('#', '%23')}"
        status, _, body = self.send("POST", "/token", form, {"Content-Type": "application/x-www-form-urlencoded"})
        if status != 200:
            raise Lost(f"the login was answered {status}: {body[:300]!r}")
        self.token = json.loads(body)["access_token"]


class Ledger:
    """What was meant and what was acknowledged, one line of JSON each, in the order in which it came to be."""

    def __init__(self, path):
        self._file = path.open("w", encoding="utf-8")
        self._lock = threading.Lock()
        self.writers = []
        self.employee = None
        self.tickets = {}
        self.acknowledged = 0
        self.repeated = 0
        self.last = time.monotonic()
        self.longest_silence = 0.0

    def note(self, kind, **what):
        with self._lock:
            self._file.write(json.dumps({"at": round(time.time(), 4), "kind": kind} | what) + "\n")
            self._file.flush()
            if kind == "done":
                self.acknowledged += 1
                now = time.monotonic()
                self.longest_silence = max(self.longest_silence, now - self.last)
                self.last = now
            elif kind == "again":
                self.repeated += 1

    def close(self):
        self._file.close()


class Writer(threading.Thread):
    """Makes tickets, changes them and comments on them, and goes on asking until it knows what has become of it."""

    def __init__(self, ledger, api, employee):
        super().__init__(daemon=True)
        self._ledger, self._api, self._employee = ledger, api, employee
        self._enough = threading.Event()
        self.failure = None

    def finish(self):
        """Lets it end what it has begun."""
        self._enough.set()

    def run(self):
        try:
            while not self._enough.is_set():
                self._one_ticket()
        except Exception as failure:  # whoever waits for this thread looks at it
            self.failure = failure

    def before_each(self):
        """What comes before a write; one at a pace waits here."""

    def _one_ticket(self):
        key = str(uuid.uuid4())
        body = {"title": key, "description": "new", "employee_id": self._employee}
        headers, created = self._insist("POST", "/tickets", 201, key, body)
        ticket = {"title": key, "id": json.loads(created)["id"], "etag": headers["ETag"], "changes": 0, "comments": []}
        self._ledger.tickets[key] = ticket
        for number in range(CHANGES_OF_A_TICKET):
            if self._enough.is_set():
                return
            self.change(ticket, f"change {number}")
            self._comment(ticket)

    def change(self, ticket, description):
        """Gives a ticket that nobody else writes at this moment another description."""
        self.before_each()
        path = f"/tickets/{ticket['id']}"
        key = f"{ticket['title']} {description}"
        self._ledger.note("meant", key=key)
        sent_before = False
        while True:
            try:
                status, headers, body = self._api.send(
                    "PATCH", path, json.dumps({"description": description}), {"If-Match": ticket["etag"]})
                if status == 412 and sent_before:
                    # It was done, and the answer got lost: nobody else writes this ticket.
                    headers, body = self._api.read(path)
                    if json.loads(body)["description"] != description:
                        raise Lost(f"{key}: the version is another one, but not by this change: {body!r}")
                    status = 200
                if status == 200:
                    break
                self._bear_with(key, status, body)
            except (OSError, http.client.HTTPException) as failure:
                self._again(key, failure)
            sent_before = True
        ticket["etag"] = headers["ETag"]
        ticket["changes"] += 1
        ticket["description"] = description
        self._ledger.note("done", key=key, etag=ticket["etag"])

    def _comment(self, ticket):
        key = str(uuid.uuid4())
        self._insist("POST", f"/tickets/{ticket['id']}/comments", 201, key, {"body": key, "visibility": "internal"})
        ticket["comments"].append(key)

    def _insist(self, method, path, wanted, key, body):
        self.before_each()
        self._ledger.note("meant", key=key)
        while True:
            try:
                status, headers, answer = self._api.send(
                    method, path, json.dumps(body), {"Idempotency-Key": f'"{key}"'})
                if status == wanted:
                    self._ledger.note("done", key=key, location=headers.get("Location"))
                    return headers, answer
                self._bear_with(key, status, answer)
            except (OSError, http.client.HTTPException) as failure:
                self._again(key, failure)

    def _bear_with(self, key, status, body):
        in_use = status == 409 and b"idempotency_key_in_use" in body
        if status != 503 and not in_use:
            raise Lost(f"{key} was answered {status}: {body[:500]!r}")
        self._again(key, status)

    def _again(self, key, reason):
        self._ledger.note("again", key=key, reason=str(reason))
        time.sleep(PAUSE)


def check(ledger, api, among=""):
    """Holds what the server has, or what it lists by more parameters, against what the clients were told."""
    listed = all_titles(api, among)
    if sorted(listed) != sorted(ledger.tickets):
        missing, unknown = set(ledger.tickets) - set(listed), set(listed) - set(ledger.tickets)
        raise Lost(f"missing: {missing}; unknown: {unknown}; {len(listed) - len(set(listed))} are there twice")
    for ticket in ledger.tickets.values():
        _check_ticket(ticket, api)


def all_titles(api, among=""):
    """The titles of all tickets, or of those that these parameters leave, page by page."""
    titles, cursor = [], ""
    while cursor is not None:
        _, body = api.read("/tickets?sort=id&limit=100&fields=title" + among + (f"&cursor={cursor}" if cursor else ""))
        page = json.loads(body)
        titles += [item["title"] for item in page["items"]]
        cursor = page["next_cursor"]
    return titles


def _check_ticket(ticket, api):
    path = f"/tickets/{ticket['id']}"
    headers, body = api.read(path)
    found = json.loads(body)
    comments = [each["body"] for each in json.loads(api.read(path + "/comments?limit=100")[1])["items"]]
    history = json.loads(api.read(path + "/history?limit=100")[1])["items"]
    actions = [each["action"] for each in history]
    updates = [change["to"] for each in history if each["action"] == "updated" for change in each["changes"]]
    wanted = [f"change {number}" for number in range(ticket["changes"])]
    for what, is_so in {
        "title": found["title"] == ticket["title"],
        "description": found["description"] == ticket.get("description", "new"),
        "version": headers["ETag"] == ticket["etag"],
        "comments": comments == ticket["comments"],
        "history": updates == wanted and actions.count("created") == 1,
    }.items():
        if not is_so:
            raise Lost(f"the {what} of {path}: {ticket} was acknowledged; found {found}, {comments}, {history}")


def check_replays(ledger, api, sample):
    """Asks once more for what was done: the answer of then is given, and nothing is made."""
    for ticket in sample:
        body = {"title": ticket["title"], "description": "new", "employee_id": ledger.employee}
        status, headers, answer = api.send(
            "POST", "/tickets", json.dumps(body), {"Idempotency-Key": f'"{ticket["title"]}"'})
        if status != 201 or headers["Idempotency-Replayed"] != "true" or json.loads(answer)["id"] != ticket["id"]:
            raise Lost(f"{ticket} was asked for again: {status}, {answer[:300]!r}")
