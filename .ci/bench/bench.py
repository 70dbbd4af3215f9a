"""Measures a server that was built from these sources, with its PostgreSQL, on this machine.

`./dev bench` runs this; `./dev bench --help` explains it.
"""

import argparse
import json
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys

import extras
import machine
import table
import workloads
from allocation import Recording
from counters import family_bytes, resident_bytes
from database import Database
from desk import PROGRAM, TARGET, Server, filled
from load import BENCHMARKS, Load, build_generator
from server import Failed, build, java

TICKETS, EMPLOYEES = 10_000, 1_000
MANY_TICKETS, MANY_EMPLOYEES = 1_000_000, 50_000
# What an answer costs is told by a part of the load that nothing waits at.
FRACTION = 0.4
NEEDED = {"wrk": "wrk", "pgbench": "postgresql-contrib", "psql": "postgresql-client"}


class Bench:
    """One run: what was asked for, and the server that it is asked of."""

    def __init__(self, asked, scene, earlier):
        self._asked = asked
        self._scene = scene
        self._earlier = earlier
        self._load = Load(scene.server, asked.connections)

    def prepare(self, workload):
        """Has the requests made, and a first one answered as it should be."""
        self._load.send(workload.requests(self._scene))
        if workload.status:
            status = self._load.probe()
            if status != workload.status:
                raise Failed(f"{workload.name}: the first request was answered {status}, not {workload.status}")
            # It may have changed what the next one expects.
            self._load.send(workload.requests(self._scene))

    def warm(self, chosen):
        """Lets the JIT compiler see each workload, the mix last."""
        for workload in chosen:
            self.prepare(workload)
            self._load.saturate(max(1, round(self._asked.warmup / len(chosen))))

    def measure(self, workload):
        """All numbers of one workload: the medians of its rounds."""
        rounds = []
        for _ in range(self._asked.rounds):
            self.prepare(workload)
            rounds.append(self._load.saturate(self._asked.seconds))
        result = {name: statistics.median(each[name] for each in rounds)
                  for name in ("rate", "server_us", "database_us", "generator_us")}
        result["errors"] = sum(each["errors"] for each in rounds)
        result["server_bytes"] = resident_bytes(self._scene.server.pid)
        result["database_bytes"] = family_bytes(int(self._scene.server.postmaster()[0]))
        result |= self._times(workload, result["rate"])
        result |= self._statements(workload)
        result |= self._allocation(workload)
        return result | {"rounds": rounds}

    def _times(self, workload, rate):
        earlier = self._earlier.get("workloads", {}).get(workload.name, {}).get("fixed_rate")
        self.prepare(workload)
        answers = self._load.at_rate(earlier or max(1.0, rate * FRACTION), self._asked.seconds)
        return {"fixed_rate": answers["rate"], "fixed_rate_errors": answers["errors"]} | {
            name: answers[name] for name in ("p50_ms", "p99_ms", "p999_ms")}

    def _statements(self, workload):
        self.prepare(workload)
        self._scene.database.count_statements()
        one = self._load.saturate(min(self._asked.seconds, 3), connections=1)
        counted = self._scene.database.counted()
        requests = max(one["requests"], 1)
        most = [{"calls": round(calls / requests, 3), "query": query[:200]}
                for calls, query in counted if calls > requests / 200]
        return {"statements": round(sum(calls for calls, _ in counted) / requests, 2), "queries": most}

    def _allocation(self, workload):
        self.prepare(workload)
        with Recording(self._scene.server) as recording:
            done = self._load.saturate(min(self._asked.seconds, 5))
        return {"allocated_bytes": round(recording.bytes / max(done["requests"], 1))}


def arguments():
    names = [workload.name for workload in workloads.ALL] + list(extras.ALL)
    parser = argparse.ArgumentParser(
        prog="./dev bench",
        description="Starts PostgreSQL and the server as an operator would, fills them with invented data, warms up, and "
        "measures rates, processor time, answer times, memory, statements and allocation. The machine should have nothing "
        "else to do.",
        epilog="Workloads: " + ", ".join(names) + ".")
    parser.add_argument("--quick", action="store_true", help="one short round of a few workloads, to try things out")
    parser.add_argument("--large", action="store_true", help=f"on {MANY_TICKETS:,} tickets instead of {TICKETS:,}")
    parser.add_argument("--only", metavar="WORKLOAD,...", type=lambda text: text.split(","), help="only these")
    parser.add_argument("--seconds", type=int, help="how long a round takes (10; 3 when quick)")
    parser.add_argument("--rounds", type=int, help="of how many rounds the medians are (5; 1 when quick)")
    parser.add_argument("--warmup", type=int, help="seconds of load before anything is measured (60; 8 when quick)")
    parser.add_argument("--connections", type=int, default=32, help="how many requests are on their way at once (32)")
    parser.add_argument("--seed", type=int, default=7, help="the same seed makes the same data and requests (7)")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="where the numbers go (target/bench/bench.json)")
    parser.add_argument("--chart", type=pathlib.Path, metavar="FILE", help="draw the processor time of a request (SVG)")
    parser.add_argument("--against", type=pathlib.Path, metavar="FILE", help="compare with the numbers of an earlier run")
    parser.add_argument("--write-docs", action="store_true", help="put table and chart into docs/performance.md")
    parser.add_argument("--jmh", metavar="NAME", nargs="?", const="", help="measure the inner loops instead, with JMH: all, or these")
    asked = parser.parse_args()
    for name, usual, quick in [("seconds", 10, 3), ("rounds", 5, 1), ("warmup", 60, 8)]:
        if getattr(asked, name) is None:
            setattr(asked, name, quick if asked.quick else usual)
    if asked.only is None:
        asked.only = workloads.QUICK + ["bound"] if asked.quick else names
    for unknown in set(asked.only) - set(names):
        parser.error(f"there is no workload {unknown}")
    return asked


def run(asked, earlier):
    """Measures what was asked for; all the numbers."""
    tickets, employees = (MANY_TICKETS, MANY_EMPLOYEES) if asked.large else (TICKETS, EMPLOYEES)
    build(PROGRAM)
    build_generator()
    data = filled(tickets, employees, asked.seed)
    result = {"machine": machine.describe(), "commit": machine.commit(), "data": {
        "tickets": tickets, "employees": employees, "seed": asked.seed}, "settings": {
        name: getattr(asked, name) for name in ("rounds", "seconds", "warmup", "connections")}, "workloads": {}}
    print(f"Seed {asked.seed}; {tickets:,} tickets; {asked.rounds} rounds of {asked.seconds} s", flush=True)
    with Server(data) as server:
        database = Database(server)
        result["machine"]["postgres"] = database.rows("SHOW server_version")[0][0]
        scene = workloads.Scene(server, database, tickets, employees, asked.seed)
        bench = Bench(asked, scene, earlier)
        chosen = [workload for workload in workloads.ALL if workload.name in asked.only]
        # Before there is any load.
        before = {name: extra for name, extra in extras.ALL.items() if name in asked.only and name in extras.FIRST}
        for name, extra in before.items():
            result[name] = extras.told(name, extra(asked, scene))
        if chosen:
            print("Warming up", flush=True)
            bench.warm(chosen)
        for workload in chosen:
            database.settle()
            result["workloads"][workload.name] = bench.measure(workload)
            print(table.line(workload.name, result["workloads"][workload.name]), flush=True)
        for name, extra in extras.ALL.items():
            if name in asked.only and name not in before:
                database.settle()
                result[name] = extras.told(name, extra(asked, scene))
    return result


def jmh(name):
    """The inner loops by themselves, briefly: those whose names hold this one."""
    build_generator()
    numbers = TARGET / "jmh.json"
    return subprocess.run(
        [java("java"), "-jar", BENCHMARKS, "-f", "1", "-wi", "3", "-w", "1", "-i", "5", "-r", "1", "-prof", "gc",
         "-rf", "json", "-rff", numbers, name]).returncode


def main():
    asked = arguments()
    # Like Ctrl-C, so that the server is stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    TARGET.mkdir(parents=True, exist_ok=True)
    if asked.jmh is not None:
        return jmh(asked.jmh)
    for program, package in NEEDED.items():
        if shutil.which(program) is None:
            raise Failed(f"{program} is missing. Install it:\n  Debian, Ubuntu   apt install {package}")
    earlier = json.loads(asked.against.read_text(encoding="utf-8")) if asked.against else {}
    result = run(asked, earlier)
    file = asked.json or TARGET / "bench.json"
    file.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print("\n" + table.markdown(result))
    if earlier:
        print("\n" + table.ratios(result, earlier))
    print(f"\nAll numbers: {file}")
    if asked.chart or asked.write_docs:
        import chart
        import docs
        if asked.chart:
            asked.chart.write_text(chart.svg(result), encoding="utf-8")
        if asked.write_docs:
            docs.write(result)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failure:
        sys.exit(f"dev bench: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
