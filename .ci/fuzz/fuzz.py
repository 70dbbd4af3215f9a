"""Fuzzes a server that was built from these sources, as each kind of caller, against the API document that it serves.

`./dev fuzz` runs this; `./dev fuzz --help` explains it.
"""

import argparse
import concurrent.futures
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

import desk
import server
from children import Children

HERE = pathlib.Path(__file__).resolve().parent
REPORTS = server.HOME / "target" / "fuzz" / "reports"
PROGRAM = server.HOME / "target" / "fuzz" / "program"

# A run in CI shall not fail by chance on what a change has nothing to do with.
SEED_OF_QUICK = 27
# Python has one processor busy at a time, the server another; more at once would only take turns.
AT_ONCE = 2
PHASES = "examples,coverage,fuzzing,stateful"
PHASES_WITHOUT_LIMITS = "examples,fuzzing,stateful"


@dataclass(frozen=True)
class Extent:
    """How much is tried as one caller: a number of examples for each operation, or seconds in all."""

    examples: int
    seconds: int | None = None
    phases: str = PHASES

    def arguments(self):
        yield from ["--phases", self.phases]
        yield from ["--max-examples", str(self.examples)]
        if self.seconds is not None:
            yield from ["--max-time", str(self.seconds)]


def fuzz(caller, extent, seed, children):
    """Runs Schemathesis as one caller on a server of their own; whether it found nothing."""
    report = REPORTS / caller.name
    report.mkdir()
    with server.Server(PROGRAM, desk.setup_file(), desk.config_file(caller.limited), report / "server.log") as tried:
        keeper = desk.Desk(tried.url)
        keeper.furnish()
        if caller.username:
            keeper.restore(caller)
        return run_schemathesis(tried.url, caller, extent, seed, children, report)


def run_schemathesis(url, caller, extent, seed, children, report):
    command = [
        pathlib.Path(sys.executable).parent / "st", "--config-file", HERE / "schemathesis.toml",
        "run", f"{url}/api/v1/openapi.json",
        "--checks", "all", "--mode", "all",
        "--continue-on-failure", "--seed", str(seed), *extent.arguments(),
        "--report", "junit,ndjson",
        "--report-junit-path", report / "junit.xml",
        "--report-ndjson-path", report / "events.ndjson",
        "--no-color",
    ]
    environment = os.environ | desk.variables(url, caller) | {
        "SCHEMATHESIS_HOOKS": str(HERE / "hooks.py"), "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    began = time.monotonic()
    output = report / "output.txt"
    with output.open("wb") as console:
        found_nothing = children.run(
            command, env=environment, stdout=console, stderr=subprocess.STDOUT, cwd=report) == 0
    text = output.read_text(encoding="utf-8", errors="replace")
    totals = [line.strip() for line in text.splitlines() if " generated, " in line]
    print(f"{'ok   ' if found_nothing else 'FAIL '} {caller.name:10} {time.monotonic() - began:4.0f} s"
          f"  {' '.join(totals)}", flush=True)
    if not found_nothing:
        print(text, flush=True)
    return found_nothing


def arguments():
    names = [caller.name for caller in desk.CALLERS]
    parser = argparse.ArgumentParser(
        prog="./dev fuzz",
        description="Starts a server with a database of its own and sends it requests of all kinds, valid and not, "
        "as each kind of caller. Each answer must be one that the API document describes.")
    parser.add_argument("--quick", action="store_true", help="a bounded run of some minutes, always with the same seed")
    parser.add_argument("--minutes", type=float, default=60, help="how long to go on, all callers together (60)")
    parser.add_argument("--seed", type=int, help="repeat the run that printed this seed")
    parser.add_argument("--as", dest="callers", action="append", choices=names, metavar="CALLER",
                        help="only as this caller; may be given several times: " + ", ".join(names))
    return parser.parse_args()


def main():
    asked = arguments()
    # Like Ctrl-C, so that the server is stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    seed = asked.seed if asked.seed is not None else SEED_OF_QUICK if asked.quick else random.randrange(2**32)
    callers = [caller for caller in desk.CALLERS if not asked.callers or caller.name in asked.callers]
    share = asked.minutes * 60 * min(AT_ONCE, len(callers)) / sum(caller.weight for caller in callers)

    def extent(caller):
        if asked.quick:
            return Extent(caller.examples_when_quick, phases=PHASES if caller.limits_tried_when_quick else PHASES_WITHOUT_LIMITS)
        return Extent(1000, max(60, round(share * caller.weight)))

    server.build(PROGRAM)
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    print(f"Seed {seed}; reports in {REPORTS.relative_to(server.HOME)}", flush=True)
    children = Children()
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            runs = {caller: pool.submit(fuzz, caller, extent(caller), seed, children) for caller in callers}
            failed = [caller.name for caller, run in runs.items() if not run.result()]
        finally:
            children.end()
            pool.shutdown(cancel_futures=True)
    if failed:
        again = " ".join(f"--as {name}" for name in failed)
        print(f"Again: ./dev fuzz {'--quick ' if asked.quick else ''}--seed {seed} {again}")
    print(f"Fuzz: {len(callers) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except server.Failed as problem:
        sys.exit(f"dev fuzz: {problem}")
