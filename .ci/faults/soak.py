"""Load for a long time, and clients that go away in every way: then all that was taken has to be given back."""

import argparse
import json
import os
import pathlib
import random
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time

import crashes
import ledger as book
import server

TARGET = server.HOME / "target" / "soak"
PROGRAM = TARGET / "program"
CLIENTS = 6
SHARE = 0.7
CALIBRATION = 10
# The caches and the compiler have their fill by then.
WARM_UP = 60
SAMPLES = 10
QUIET = 20
# What may be left above what was there when all was warm.
MORE_HEAP = 0.15
MORE_HEAP_BYTES = 12 << 20
MORE_DESCRIPTORS = 12
MORE_THREADS = 8
TICKETS = 500


class Usage:
    """What the server's process holds."""

    def __init__(self, desk):
        self._jcmd, self._pid = server.java("jcmd"), desk.process.pid

    def now(self):
        """Live heap after a full collection, resident memory, descriptors (connections are among them) and threads."""
        self._ask("GC.run")
        self._ask("GC.run")
        # The histogram counts what is alive; its last line is the sum: instances and bytes.
        total = self._ask("GC.class_histogram").splitlines()[-1].split()
        status = dict(
            line.split(":", 1) for line in pathlib.Path(f"/proc/{self._pid}/status").read_text(encoding="utf-8").splitlines())
        return {"heap": int(total[2]), "resident": int(status["VmRSS"].split()[0]) << 10,
                "descriptors": len(os.listdir(f"/proc/{self._pid}/fd")), "threads": int(status["Threads"])}

    def _ask(self, command):
        return subprocess.run([self._jcmd, str(self._pid), command], check=True, capture_output=True, text=True).stdout


class Worker(threading.Thread):
    """Asks for what people ask for, at a pace; None is as fast as it goes."""

    def __init__(self, port, token, employee, seed):
        super().__init__(daemon=True)
        self._api = book.Api(port, token)
        self._employee, self._dice = employee, random.Random(seed)
        self.pause = 0.0
        self.done = 0
        self.failures = []
        self._enough = threading.Event()

    def finish(self):
        self._enough.set()

    def run(self):
        due = time.monotonic()
        while not self._enough.is_set():
            try:
                status, body = self._one()
                self.done += 1
                if status >= 500 or status in (401, 403, 404):
                    self.failures.append(f"{status}: {body[:200]!r}")
            except OSError as failure:
                self.failures.append(repr(failure))
            due = max(due + self.pause, time.monotonic() - 1)
            self._enough.wait(max(0.0, due - time.monotonic()))
        self._api.close()

    def _one(self):
        ticket = f"/tickets/{self._dice.randrange(1, TICKETS)}"
        match self._dice.randrange(20):
            case 0:
                made = {"title": "Soaked", "description": "In the rain, all day long", "employee_id": self._employee}
                status, _, body = self._api.send("POST", "/tickets", json.dumps(made))
            case 1 | 2:
                changed = {"priority": self._dice.choice(["low", "normal", "high"])}
                status, _, body = self._api.send("PATCH", ticket, json.dumps(changed))
            case 3:
                status, _, body = self._api.send("GET", "/tickets?q=rain&limit=10")
            case 4:
                status, _, body = self._api.send("GET", "/tickets/stats?group_by=status")
            case 5 | 6 | 7:
                status, _, body = self._api.send("GET", "/tickets?limit=50&sort=-updated_at")
            case _:
                status, _, body = self._api.send("GET", ticket)
        return status, body


class Deserter(threading.Thread):
    """Begins requests in every way, and is gone."""

    def __init__(self, port, token, seed):
        super().__init__(daemon=True)
        self._port, self._dice = port, random.Random(seed)
        self._enough = threading.Event()
        self.gone = 0
        head = f"Host: localhost\r\nAuthorization: Bearer {token}\r\n"
        form = "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        self._ways = [
            ("", 0),
            ("GET /api/v1/me HT", 0),
            (f"POST /api/v1/tickets HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{", 0),
            (f"POST /api/v1/token HTTP/1.1\r\n{form}Content-Length: 100\r\n\r\nusername=a", 0),
            (f"GET /api/v1/tickets?limit=100 HTTP/1.1\r\n{head}\r\n", 0),
            (f"GET /api/v1/tickets?limit=100 HTTP/1.1\r\n{head}\r\n", 12),
            (f"GET /api/v1/tickets/stats?group_by=tag HTTP/1.1\r\n{head}\r\n", 0),
            (f"GET /api/v1/tickets?include_total=true HTTP/1.1\r\n{head}\r\n", 0),
            (f"GET /api/v1/tickets HTTP/1.1\r\n{head}Accept: text/csv\r\n\r\n", 12),
            (f"POST /api/v1/tickets/import HTTP/1.1\r\n{head}Content-Type: application/x-ndjson\r\n"
             'Content-Length: 100000\r\n\r\n{"employee_id":1,', 0),
            (f"POST /api/v1/tickets HTTP/1.1\r\n{head}Content-Type: application/json\r\nExpect: 100-continue\r\n"
             "Content-Length: 1000\r\n\r\n", 12),
        ]

    def finish(self):
        self._enough.set()

    def run(self):
        while not self._enough.wait(0.05):
            sent, read = self._dice.choice(self._ways)
            try:
                with socket.create_connection(("127.0.0.1", self._port), timeout=10) as connection:
                    connection.sendall(sent.encode())
                    if read:
                        connection.recv(read)
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            except OSError:
                pass  # being refused is one way more
            self.gone += 1


def say(line):
    print(line, flush=True)


def shown(usage):
    return (f"heap {usage['heap'] / 1e6:.1f} MB, resident {usage['resident'] / 1e6:.0f} MB,"
            f" {usage['descriptors']} descriptors, {usage['threads']} threads")


def rate(workers, seconds):
    before = sum(worker.done for worker in workers)
    time.sleep(seconds)
    return (sum(worker.done for worker in workers) - before) / seconds


def soak(minutes, seed):
    with server.Server(PROGRAM, crashes.SETUP, "{}", TARGET / "server.log") as desk:
        api = book.Api(desk.port)
        api.log_in(crashes.USER, crashes.PASSWORD)
        employee = crashes.new_employee(api)
        for number in range(TICKETS):
            api.send("POST", "/tickets", json.dumps(
                {"title": f"Ticket {number}", "description": "It rains in", "employee_id": employee}))
        # The server ends a connection that nobody uses for long.
        api.close()
        workers = [Worker(desk.port, api.token, employee, seed + number) for number in range(CLIENTS)]
        deserter = Deserter(desk.port, api.token, seed)
        everybody = [*workers, deserter]
        for each in everybody:
            each.start()
        try:
            time.sleep(WARM_UP)
            full = rate(workers, CALIBRATION)
            for worker in workers:
                worker.pause = CLIENTS / (full * SHARE)
            usage = Usage(desk)
            before = usage.now()
            say(f"  {full:.0f} requests a second are all there is; {full * SHARE:.0f} from now on. Warm: {shown(before)}")
            for number in range(SAMPLES):
                seen = rate(workers, minutes * 60 / SAMPLES)
                say(f"  {(number + 1) * minutes / SAMPLES:.1f} min: {seen:.0f} requests a second; {shown(usage.now())}")
        finally:
            for each in everybody:
                each.finish()
        for each in everybody:
            each.join()
        # The pool, Jetty's idle connections and the clients' own have ended by then.
        time.sleep(QUIET)
        after = usage.now()
        failures = [failure for worker in workers for failure in worker.failures]
        if failures:
            raise book.Lost(f"{len(failures)} of {sum(worker.done for worker in workers)} requests failed: {failures[:5]}")
        for what, more in {"heap": max(before["heap"] * MORE_HEAP, MORE_HEAP_BYTES), "descriptors": MORE_DESCRIPTORS,
                           "threads": MORE_THREADS}.items():
            if after[what] > before[what] + more:
                raise book.Lost(f"{what} did not return: {shown(before)} before, {shown(after)} after")
        book.all_titles(api)
        api.close()
        return (f"{sum(worker.done for worker in workers)} requests and {deserter.gone} clients that went away;"
                f" before: {shown(before)}; after: {shown(after)}")


def main():
    parser = argparse.ArgumentParser(
        prog="./dev soak",
        description="Loads a server of these sources with 70 % of what it can do, while others begin requests and go away,"
        " and looks whether live heap, descriptors and threads return to where they were.")
    parser.add_argument("--minutes", type=float, default=10, help="how long, after a minute of getting warm (10)")
    parser.add_argument("--seed", type=int, help="the same seed asks for the same")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else random.randrange(2**32)
    shutil.rmtree(TARGET, ignore_errors=True)
    server.build(PROGRAM)
    say(f"soak: seed {seed}, {asked.minutes:g} minutes; logs in {TARGET.relative_to(server.HOME)}")
    try:
        say("ok    soak: " + soak(asked.minutes, seed))
    except (book.Lost, server.Failed) as failure:
        say(f"FAIL  soak: {failure}")
        sys.exit(1)


if __name__ == "__main__":
    main()
