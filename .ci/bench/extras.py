"""What is measured besides the workloads, most of it against what bounds it."""

import http.client
import itertools
import json
import os
import statistics
import subprocess
import threading
import time

import workloads
from counters import family_bytes, resident_bytes
from desk import OTHER
from server import Failed, java, stop
from load import BENCHMARKS, Load

CLIENTS = 16
PACKAGE = "dev.hexdesk.benchmarks.load."
STARTS = 5
ME_RATE = 200
GREEDY_CONNECTIONS = 20
# Of what the reader alone gets of the server: others use it, too, and do not ask for all of it.
GREEDY_FRACTION = 0.25
# Enough for all that comes while others wait in line, as long as refusals come soon.
OVERLOAD_CONNECTIONS = 1500
# Of what wrk gets. The peak is looked for among them, as this generator takes more of the processors.
OVERLOADS = (0.75, 1, 1.5, 3)
PROBES_A_SECOND = 20


def start(asked, scene):
    """From Java's start to the first 200, without the cache and with it, and what an idle server then holds."""
    rounds = 1 if asked.quick else STARTS
    with scene.server.cache():
        cached = [scene.server.restart() for _ in range(rounds)]
    times = [scene.server.restart() for _ in range(rounds)]
    # What starting left behind has been tidied up by then.
    time.sleep(5)
    return {"seconds": statistics.median(times), "cached_seconds": statistics.median(cached),
            "idle_server_bytes": resident_bytes(scene.server.pid),
            "idle_database_bytes": family_bytes(int(scene.server.postmaster()[0])),
            "starts": times, "cached_starts": cached}


def bound(asked, scene):
    """What pgbench gets with the query that the server runs for one ticket."""
    load = Load(scene.server, asked.connections)
    load.send(workloads.tickets(scene))
    scene.database.count_statements()
    load.saturate(1, connections=1)
    queries = [query for _, query in scene.database.counted() if " FROM tickets " in query and query.count("$") == 1]
    if not queries:
        raise Failed("the query for one ticket is not among those that PostgreSQL counted")
    rounds = [scene.database.bound(queries[0], scene.tickets, asked.seconds, CLIENTS) for _ in range(asked.rounds)]
    return {name: statistics.median(each[name] for each in rounds) for name in rounds[0]} | {
        "query": queries[0], "rounds": rounds}


def export(asked, scene):
    """All tickets as CSV, against PostgreSQL's own way to write the same columns."""
    headers = {"Authorization": "Bearer " + scene.server.token(), "Accept": "text/csv"}
    present = {row[0] for row in scene.database.rows(
        "SELECT column_name FROM information_schema.columns WHERE table_name = 'tickets'")}
    served, copied = [], []
    for _ in range(asked.rounds):
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", scene.server.port, timeout=600)
        connection.request("GET", workloads.API + "/tickets", headers=headers)
        answer = connection.getresponse()
        if answer.status != 200:
            raise Failed(f"the export was answered {answer.status}")
        size = 0
        columns = []
        while chunk := answer.read(1 << 20):
            columns = columns or chunk.split(b"\r\n", 1)[0].decode().strip("\ufeff").split(",")
            size += len(chunk)
        connection.close()
        served.append(time.monotonic() - began)
        copied.append(scene.database.copy_seconds([name for name in columns if name in present], time.monotonic))
    seconds, bare = statistics.median(served), statistics.median(copied)
    return {"server_seconds": seconds, "copy_seconds": bare, "ratio": seconds / bare, "bytes": size}


def argon2(asked, scene):
    """Logins against the checks of passwords that as many threads as processors do alone."""
    bare = subprocess.run(
        [java("java"), "-cp", BENCHMARKS, PACKAGE + "BareArgon2", str(asked.seconds), str(os.cpu_count())],
        check=True, capture_output=True, text=True).stdout
    load = Load(scene.server, asked.connections)
    load.send(workloads.logins(scene))
    logins = load.saturate(asked.seconds)
    rate = json.loads(bare)["rate"]
    return {"bare_rate": rate, "login_rate": logins["rate"], "ratio": logins["rate"] / rate, "errors": logins["errors"]}


def flood(asked, scene):
    """How long others wait while as many log in as can."""
    reader = Load(scene.server, 8)
    reader.send(workloads.me(scene))
    quiet = reader.at_rate(ME_RATE, asked.seconds)
    crowd = Load(scene.server, asked.connections, "crowd")
    crowd.send(workloads.logins(scene))
    command, variables = crowd.start_wrk(asked.seconds + 4)
    process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    try:
        flooded = reader.at_rate(ME_RATE, asked.seconds)
    finally:
        stop(process)
    return {f"{when}_{name}": answers[name] for when, answers in (("quiet", quiet), ("flooded", flooded))
            for name in ("p50_ms", "p99_ms", "p999_ms", "errors")}


def greedy(asked, scene):
    """What is left of the pace of others while one caller asks for the costliest, as much as is answered."""
    reader = Load(scene.server, 8, username=OTHER)
    reader.send(workloads.tickets(scene))
    pace = reader.saturate(asked.seconds)["rate"] * GREEDY_FRACTION
    crowd = Load(scene.server, GREEDY_CONNECTIONS, "greedy")
    rounds = []
    for _ in range(asked.rounds):
        quiet = reader.at_rate(pace, asked.seconds)
        crowd.send(workloads.costly(scene))
        command, variables = crowd.start_wrk(asked.seconds + 4)
        process = subprocess.Popen(command, env=variables | {"BENCH_FAULTS": "yes"}, stdout=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, text=True)
        try:
            crowded = reader.at_rate(pace, asked.seconds)
            output = process.communicate(timeout=asked.seconds + 60)[0]
        finally:
            stop(process)
        taken = json.loads(output.rpartition("RESULT ")[2])
        rounds.append({
            "kept": crowded["rate"] / quiet["rate"], "errors": crowded["errors"], "quiet_p99_ms": quiet["p99_ms"],
            "greedy_p99_ms": crowded["p99_ms"], "greedy_rate": taken["requests"] / taken["seconds"],
            "greedy_faults": taken["faults"]})
    return {"pace": pace} | {name: statistics.median(each[name] for each in rounds) for name in rounds[0]} | {
        "rounds": rounds}


def overload(asked, scene):
    """What is answered well of more and more, how soon the rest is refused, and how long probes take meanwhile."""
    sources = {"list": workloads.lists, "search": workloads.searches}
    return {f"{name}_{key}": value for name, source in sources.items()
            for key, value in _overload(asked, scene, source).items()}


def _overload(asked, scene, source):
    calm = Load(scene.server, asked.connections)
    calm.send(source(scene))
    crowd = Load(scene.server, OVERLOAD_CONNECTIONS, others=[OTHER])
    crowd.send(source(scene))
    calm.saturate(asked.warmup)
    rounds = []
    for _ in range(asked.rounds):
        capacity = calm.saturate(asked.seconds)["rate"]
        answers = []
        for times in OVERLOADS:
            with Probes(scene.server) as probes:
                answers.append(crowd.at_rate(capacity * times, asked.seconds))
        most = answers[-1]
        if any(each["faults"] for each in answers):
            raise Failed(f"there were answers that are neither good nor a refusal: {answers}")
        rounds.append({
            "capacity": capacity, "goodput": most["good_rate"],
            "of_peak": most["good_rate"] / max(each["good_rate"] for each in answers),
            "refused": most["refused"] / most["requests"], "refused_p50_ms": most["refused_p50_ms"],
            "refused_p99_ms": most["refused_p99_ms"], "probes_p99_ms": probes.p99_ms, "probes_failed": probes.failed,
            "generator_cores": most["generator_cores"]})
        print(f"  of {capacity:,.0f}/s: " + ", ".join(
            f"at {times:g} times {each['good_rate'] / capacity:.2f}" for times, each in zip(OVERLOADS, answers)), flush=True)
    return {name: statistics.median(each[name] for each in rounds) for name in rounds[0]} | {"rounds": rounds}


class Probes:
    """Asks for what tells whether the server is well, at a pace, over a connection each, while there is other load."""

    def __init__(self, server):
        self._asked = [(server.port, workloads.API + "/health"), (server.admin_port, "/ready"),
                       (server.admin_port, "/healthcheck"), (server.admin_port, "/metrics")]
        self._server = server
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._taken, self.failed = [], 0

    def _ask(self):
        for port, path in itertools.cycle(self._asked):
            if self._enough.wait(1 / PROBES_A_SECOND):
                return
            began = time.monotonic()
            try:
                self.failed += self._server.get(path, port=port)[0] != 200
            except (OSError, http.client.HTTPException):
                self.failed += 1
            self._taken.append(time.monotonic() - began)

    @property
    def p99_ms(self):
        return 1e3 * sorted(self._taken)[len(self._taken) * 99 // 100]

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._enough.set()
        self._thread.join()


def told(name, numbers):
    """The numbers, told while the run goes on."""
    print(f"{name:11}" + "  ".join(
        f"{key} {value:,.5g}" for key, value in numbers.items() if isinstance(value, (int, float))), flush=True)
    return numbers


ALL = {"start": start, "bound": bound, "export": export, "argon2": argon2, "flood": flood, "greedy": greedy,
       "overload": overload}
FIRST = {"start"}
