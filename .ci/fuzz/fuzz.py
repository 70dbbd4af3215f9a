"""Fuzzes a server that was built from these sources, as each kind of caller, against the API document that it serves.

`./dev fuzz` runs this; `./dev fuzz --help` explains it.
"""

import argparse
import concurrent.futures
import contextlib
import os
import pathlib
import random
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass

import requests

import desk

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parent.parent
REPORTS = HOME / "target" / "fuzz" / "reports"
PROGRAM = HOME / "target" / "fuzz" / "program"

# A run in CI shall not fail by chance on what a change has nothing to do with.
SEED_OF_QUICK = 27
# Python has one processor busy at a time, the server another; more at once would only take turns.
AT_ONCE = 2
STARTED_WITHIN = 120
STOPPED_WITHIN = 30


@dataclass(frozen=True)
class Extent:
    """How much is tried as one caller: a number of examples for each operation, or seconds in all."""

    examples: int
    seconds: int | None = None

    def arguments(self):
        yield from ["--max-examples", str(self.examples)]
        if self.seconds is not None:
            yield from ["--max-time", str(self.seconds)]


class Children:
    """The processes that fuzz at this moment, to be ended with this one."""

    def __init__(self):
        self.running = set()
        self.lock = threading.Lock()
        self.ended = False

    def run(self, command, **arguments):
        with self.lock:
            if self.ended:
                raise SystemExit("ended")
            process = subprocess.Popen(command, **arguments)
            self.running.add(process)
        try:
            return process.wait()
        finally:
            with self.lock:
                self.running.discard(process)

    def end(self):
        with self.lock:
            self.ended = True
            for process in self.running:
                process.terminate()


class Server:
    """A server with a database of its own, in a folder that goes when it stops."""

    def __init__(self, log: pathlib.Path, limits_logins: bool):
        # PostgreSQL may run as somebody else, who can't read everybody's folders but this kind.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hexdesk-fuzz-"))
        self.folder.chmod(0o755)
        self.log = log
        self.limits_logins = limits_logins
        self.port, self.admin_port = free_ports(2)
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def __enter__(self):
        setup = self.folder / "setup.yml"
        setup.write_text(desk.setup_file(), encoding="utf-8")
        config = self.folder / "config.yml"
        config.write_text(desk.config_file(self.limits_logins), encoding="utf-8")
        environment = os.environ | {
            "HEXDESK_CONFIG": str(config),
            "HEXDESK_JWT_SECRET": secrets.token_urlsafe(48),
            "HEXDESK_SETUP": str(setup),
            "HEXDESK_DATA": str(self.folder / "data"),
            "HEXDESK_LOGS": str(self.log.parent / "logs"),
            "HEXDESK_PORT": str(self.port),
            "HEXDESK_ADMIN_PORT": str(self.admin_port),
        }
        for own_database in ["HEXDESK_DB_URL", "HEXDESK_DB_USER", "HEXDESK_DB_PASSWORD", "HEXDESK_DB_OWNER_USER"]:
            environment.pop(own_database, None)
        with self.log.open("wb") as console:
            self.process = subprocess.Popen(
                [PROGRAM / "hexdesk", "serve"], env=environment, stdout=console, stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL, start_new_session=True)
        try:
            self.wait_for_health()
        except BaseException:
            self.__exit__()
            raise
        return self

    def wait_for_health(self):
        until = time.monotonic() + STARTED_WITHIN
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise SystemExit("dev fuzz: the server did not start\n" + self.log.read_text(encoding="utf-8"))
            with contextlib.suppress(requests.RequestException):
                if requests.get(f"http://127.0.0.1:{self.admin_port}/healthcheck", timeout=5).ok:
                    return
            time.sleep(0.2)
        raise SystemExit(f"dev fuzz: the server was not healthy within {STARTED_WITHIN} s; see {self.log}")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def build():
    """Builds when it must, and takes a copy, so that all callers see the same program whatever is built meanwhile."""
    subprocess.run([HOME / "hexdesk", "--version"], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(PROGRAM, ignore_errors=True)
    PROGRAM.mkdir(parents=True)
    built = HOME / "bootstrap" / "target"
    shutil.copy(HOME / "hexdesk", PROGRAM)
    shutil.copy(built / "hexdesk.jar", PROGRAM)
    shutil.copytree(built / "lib", PROGRAM / "lib")


def free_ports(count):
    """Ports that are free at this moment; all are held until the last is found, so that they differ."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def fuzz(caller, extent, seed, children):
    """Runs Schemathesis as one caller on a server of their own; whether it found nothing."""
    report = REPORTS / caller.name
    report.mkdir()
    with Server(report / "server.log", caller.limited) as server:
        keeper = desk.Desk(server.url)
        keeper.furnish()
        if caller.username:
            keeper.restore(caller)
        return run_schemathesis(server, caller, extent, seed, children, report)


def run_schemathesis(server, caller, extent, seed, children, report):
    command = [
        pathlib.Path(sys.executable).parent / "st", "--config-file", HERE / "schemathesis.toml",
        "run", f"{server.url}/api/v1/openapi.json",
        "--checks", "all", "--mode", "all", "--phases", "examples,coverage,fuzzing,stateful",
        "--continue-on-failure", "--seed", str(seed), *extent.arguments(),
        "--report", "junit,ndjson",
        "--report-junit-path", report / "junit.xml",
        "--report-ndjson-path", report / "events.ndjson",
        "--no-color",
    ]
    environment = os.environ | desk.variables(server.url, caller) | {
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
            return Extent(caller.examples_when_quick)
        return Extent(1000, max(60, round(share * caller.weight)))

    build()
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    print(f"Seed {seed}; reports in {REPORTS.relative_to(HOME)}", flush=True)
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
    sys.exit(main())
