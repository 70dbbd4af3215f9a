"""Measures a server of these sources beside others that were written with what a team would pick instead.

`./dev compare` runs this; `./dev compare --help` explains it, and docs/performance.md what the others do.
"""

import argparse
import json
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import time
import xml.etree.ElementTree
from dataclasses import dataclass

import docs
import machine
import table
import workloads
from counters import resident_bytes
from database import Database
from desk import PROGRAM, TARGET, Server, filled
from load import Load, build_generator
from server import HOME, STARTED_WITHIN, Failed, build, free_ports, java, stop

PEERS = HOME / "benchmarks" / "peers"
POM = "{http://maven.apache.org/POM/4.0.0}"
EMPLOYEES = 5_000
# As many as Hexdesk has by default.
CONNECTIONS = 10
STATUSES = ["open", "pending", "resolved", "closed"]
PRIORITIES = ["low", "normal", "high", "urgent"]
# What the others read and write: the same tickets without what Hexdesk does besides, which are search, history and
# counts of tags.
TICKETS = """
    CREATE TABLE peer_tickets AS
      SELECT id, title, description, status, priority, employee_id, owner_id, assignee_id, tags, version, created_at,
             updated_at, due_at
        FROM tickets;
    ALTER TABLE peer_tickets ALTER id SET NOT NULL;
    ALTER TABLE peer_tickets ALTER id ADD GENERATED ALWAYS AS IDENTITY (START WITH 1000000000);
    ALTER TABLE peer_tickets ADD PRIMARY KEY (id), ADD FOREIGN KEY (employee_id) REFERENCES employees,
      ADD FOREIGN KEY (owner_id) REFERENCES users, ADD FOREIGN KEY (assignee_id) REFERENCES users;
    CREATE INDEX ON peer_tickets (status, priority, id);
    CREATE INDEX ON peer_tickets (employee_id, id);
    CREATE INDEX ON peer_tickets (owner_id, id);
    CREATE INDEX ON peer_tickets (assignee_id, id);
"""


def lists(scene):
    for status in STATUSES:
        for priority in PRIORITIES:
            yield workloads.Request(f"/tickets?limit={workloads.PAGE}&status={status}&priority={priority}")


# What writes comes last.
WORKLOADS = [
    workloads.Workload("ticket", "`GET /tickets/{id}`", workloads.tickets),
    workloads.Workload("list", f"list of {workloads.PAGE}", lists),
    workloads.Workload("me", "`GET /me`", workloads.me),
    workloads.Workload("create", "`POST /tickets`", workloads.creations, 201),
]


@dataclass(frozen=True)
class Kind:
    """What one of the others is written with."""

    name: str
    title: str
    version_at: str
    jar: str

    @property
    def folder(self):
        return PEERS / self.name

    def version(self):
        return xml.etree.ElementTree.parse(self.folder / "pom.xml").find(self.version_at.replace("/", f"/{POM}")).text

    def build(self):
        print(f"Building {self.title}'s", flush=True)
        built = subprocess.run(
            [HOME / "mvnw", "-B", "-q", "-f", self.folder / "pom.xml", "package"], cwd=PEERS,
            env=os.environ | {"JAVA_HOME": str(java("java").parent.parent)}, stdin=subprocess.DEVNULL)
        if built.returncode != 0:
            raise Failed(f"{self.folder.relative_to(HOME)} could not be built; Maven's messages are above")


KINDS = [
    Kind("spring", "Spring Boot", "./parent/version", "peer.jar"),
    Kind("quarkus", "Quarkus", "./properties/quarkus.version", "peer-runner.jar"),
]


class Peer:
    """One of the others on Hexdesk's database, run by the same Java with the same options."""

    def __init__(self, kind, desk):
        self._kind = kind
        self._desk = desk
        self.folder = desk.folder / kind.name
        self.port, = free_ports(1)
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def __enter__(self):
        try:
            self.folder.mkdir()
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        log = self.folder / "console.log"
        words = self._desk.command_line()
        with log.open("wb") as console:
            self.process = subprocess.Popen(
                [*words[:words.index("-jar")], "-jar", self._kind.folder / "target" / self._kind.jar],
                env=os.environ | self._variables(), cwd=self.folder, stdout=console, stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL, start_new_session=True)
        until = time.monotonic() + STARTED_WITHIN
        token = self.token()
        while not self._answers(token):
            if self.process.poll() is not None or time.monotonic() > until:
                raise Failed(f"{self._kind.title}'s did not start\n" + log.read_text(encoding="utf-8"))
            time.sleep(0.1)

    def _variables(self):
        user, password = self._desk.database_login()
        return {
            "PEER_PORT": str(self.port), "PEER_DB_USER": user, "PEER_DB_PASSWORD": password,
            "PEER_DB_URL": f"jdbc:postgresql://127.0.0.1:{self._desk.postmaster()[3]}/hexdesk",
            "PEER_DB_CONNECTIONS": str(CONNECTIONS), "PEER_JWT_SECRET": self._desk.secret}

    def _answers(self, token):
        try:
            return self.get(workloads.API + "/me", {"Authorization": "Bearer " + token})[0] == 200
        except OSError:
            return False

    @property
    def pid(self):
        return self.process.pid

    def postmaster(self):
        return self._desk.postmaster()

    def token(self, *username):
        """One of Hexdesk's."""
        return self._desk.token(*username)

    def get(self, path, headers=None, method="GET", body=None):
        return self._desk.get(path, headers, method, body, self.port)

    def await_quiet(self):
        """Nothing tells whether it is; what is left of a round are some requests."""

    def __exit__(self, *_):
        if self.process is not None:
            stop(self.process)


class Comparison:
    """Servers that take turns with the same requests."""

    def __init__(self, asked, scene, servers):
        self._asked = asked
        self._scene = scene
        self._loads = {name: Load(server, asked.connections) for name, server in servers.items()}
        self._servers = servers

    def measure(self):
        for name, load in self._loads.items():
            print(f"Warming up {name}", flush=True)
            for workload in WORKLOADS:
                self._prepare(load, workload)
                load.saturate(max(1, round(self._asked.warmup / len(WORKLOADS))))
        rounds = {name: {workload.name: [] for workload in WORKLOADS} for name in self._loads}
        for workload in WORKLOADS:
            for _ in range(self._asked.rounds):
                self._scene.database.settle()
                for name, load in self._loads.items():
                    self._prepare(load, workload)
                    rounds[name][workload.name].append(load.saturate(self._asked.seconds))
            print(f"{workload.name:8}" + "   ".join(
                f"{name} {self._median(rounds[name][workload.name], 'rate'):,.0f}/s" for name in rounds), flush=True)
        return {name: {"workloads": {key: self._numbers(each) for key, each in measured.items()},
                       "server_bytes": resident_bytes(self._servers[name].pid)}
                for name, measured in rounds.items()}

    def _prepare(self, load, workload):
        load.send(workload.requests(self._scene))
        status = load.probe()
        if status != workload.status:
            raise Failed(f"{workload.name}: the first request was answered {status}, not {workload.status}")

    def _numbers(self, rounds):
        errors = sum(each["errors"] for each in rounds)
        if errors:
            raise Failed(f"{errors} requests were not answered well")
        return {name: self._median(rounds, name) for name in ("rate", "server_us", "database_us", "p99_ms")} | {
            "rounds": rounds}

    @staticmethod
    def _median(rounds, name):
        return statistics.median(each[name] for each in rounds)


def markdown(servers):
    """A row for each workload, and a column for each server."""
    rows = [[f"{workload.title}: requests/s; server µs; database µs"] + [
        "; ".join(f"{numbers['workloads'][workload.name][key]:,.0f}" for key in ("rate", "server_us", "database_us"))
        for numbers in servers.values()] for workload in WORKLOADS]
    rows.append(["p99 of `GET /tickets/{id}` meanwhile, ms"] + [
        f"{numbers['workloads']['ticket']['p99_ms']:.0f}" for numbers in servers.values()])
    rows.append(["MiB after load"] + [f"{numbers['server_bytes'] / 2**20:,.0f}" for numbers in servers.values()])
    return table.grid([""] + list(servers), rows)


def arguments():
    parser = argparse.ArgumentParser(
        prog="./dev compare",
        description="Measures a server of these sources, and two that answer the same requests with less strictness, in"
        " turns on one database. The machine should have nothing else to do.")
    parser.add_argument("--tickets", type=int, default=100_000, help="how many there are (100,000)")
    parser.add_argument("--seconds", type=int, default=8, help="how long a round takes (8)")
    parser.add_argument("--rounds", type=int, default=3, help="of how many rounds the medians are (3)")
    parser.add_argument("--warmup", type=int, default=60, help="seconds of load on each before anything is measured (60)")
    parser.add_argument("--connections", type=int, default=32, help="how many requests are on their way at once (32)")
    parser.add_argument("--seed", type=int, default=7, help="the same seed makes the same data and requests (7)")
    parser.add_argument("--json", type=pathlib.Path, default=TARGET / "compare.json", metavar="FILE",
                        help="where the numbers go (target/bench/compare.json)")
    parser.add_argument("--write-docs", action="store_true", help="put the table into docs/performance.md")
    return parser.parse_args()


def run(asked):
    build(PROGRAM)
    build_generator()
    for kind in KINDS:
        kind.build()
    data = filled(asked.tickets, EMPLOYEES, asked.seed)
    described = machine.describe()
    with Server(data) as desk:
        database = Database(desk)
        described["postgres"] = database.rows("SHOW server_version")[0][0]
        database.rows(TICKETS)
        scene = workloads.Scene(desk, database, asked.tickets, EMPLOYEES, asked.seed)
        with Peer(KINDS[0], desk) as spring, Peer(KINDS[1], desk) as quarkus:
            servers = {"Hexdesk": desk} | {
                f"{kind.title} {kind.version()}": peer for kind, peer in zip(KINDS, (spring, quarkus))}
            measured = Comparison(asked, scene, servers).measure()
    return {"machine": described, "commit": machine.commit(), "data": {
        "tickets": asked.tickets, "employees": EMPLOYEES, "seed": asked.seed}, "settings": {
        name: getattr(asked, name) for name in ("rounds", "seconds", "warmup", "connections")}, "servers": measured}


def main():
    asked = arguments()
    # Like Ctrl-C, so that the servers are stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    TARGET.mkdir(parents=True, exist_ok=True)
    result = run(asked)
    asked.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print("\n" + markdown(result["servers"]) + f"\n\nAll numbers: {asked.json}")
    if asked.write_docs:
        docs.replace("compared", docs.circumstances(result) + "\n\n" + markdown(result["servers"]))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failure:
        sys.exit(f"dev compare: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
