"""The help desk that is measured: its program, its data, and the server, started as an operator would start it."""

import contextlib
import hashlib
import http.client
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.parse

from server import HOME, STARTED_WITHIN, Failed, environment, free_ports, postmaster, stop

TARGET = HOME / "target" / "bench"
PROGRAM = TARGET / "program"
SERVE = [PROGRAM / "hexdesk", "serve"]

USERNAME = "benchmark"
# Somebody else, who works beside the load.
OTHER = "keeper"
PASSWORD = "Harness#Otter7Quill"

SETUP = {"default_users": [
    {"username": OTHER, "password": PASSWORD, "first_name": "Kim", "last_name": "Keeper",
     "phone": "+380440000001", "email": "keeper@bench.example", "roles": ["admin"]},
    {"username": USERNAME, "password": PASSWORD, "first_name": "Ben", "last_name": "Mark",
     "phone": "+380440000002", "email": "benchmark@bench.example", "roles": ["support"]},
]}

# Counting statements costs time: it is off until it is asked for.
POSTGRES_SETTINGS = """
# for ./dev bench
shared_preload_libraries = 'pg_stat_statements'
pg_stat_statements.track = none
pg_stat_statements.track_utility = on
"""


def filled(tickets, employees, seed):
    """A folder with this much data in it, made now unless an earlier run left it."""
    version = hashlib.sha256()
    # What the data looks like and how it is invented.
    for folder in ["adapters-persistence/src/main/resources", "demo/src/main"]:
        for file in sorted((HOME / folder).rglob("*")):
            if file.is_file():
                version.update(file.read_bytes())
    folder = TARGET / f"filled-{tickets}-{employees}-{seed}-{version.hexdigest()[:12]}"
    if (folder / "complete").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "config.yml").write_text("{}", encoding="utf-8")
    (folder / "setup.yml").write_text(json.dumps(SETUP), encoding="utf-8")
    print(f"Filling a database with {tickets:,} tickets (once; it is kept in {folder.relative_to(HOME)})", flush=True)
    demo = [PROGRAM / "hexdesk", "demo", "--tickets", str(tickets), "--employees", str(employees),
            "--seed", str(seed), "--until", "2026-01-31"]
    with (folder / "demo.log").open("wb") as console:
        process = subprocess.Popen(
            demo, env=environment(folder), stdout=console, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        try:
            status = process.wait()
        finally:
            stop(process)
    if status != 0:
        raise Failed("the demo data could not be made\n" + (folder / "demo.log").read_text(encoding="utf-8"))
    with (folder / "data" / "cluster" / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write(POSTGRES_SETTINGS)
    (folder / "complete").touch()
    return folder


class Server:
    """A server on a copy of the filled data, in a folder that goes when it stops."""

    def __init__(self, data):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="run-", dir=TARGET))
        self._data = data
        self.port, self.admin_port = free_ports(2)
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.command = SERVE
        self._variables = environment(self.folder) | {
            "HEXDESK_PORT": str(self.port), "HEXDESK_ADMIN_PORT": str(self.admin_port)}

    def __enter__(self):
        try:
            # Owners stay, as PostgreSQL runs as somebody else where we are root.
            subprocess.run(["cp", "-a", "--reflink=auto", f"{self._data}/.", self.folder], check=True)
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        """Starts the server; the seconds until it first answered 200."""
        log = self.folder / "console.log"
        with log.open("ab") as console:
            began = time.monotonic()
            self.process = subprocess.Popen(
                self.command, env=self._variables, cwd=PROGRAM, stdout=console, stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL, start_new_session=True)
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > began + STARTED_WITHIN:
                raise Failed("the server did not start\n" + log.read_text(encoding="utf-8"))
            time.sleep(0.005)
        return time.monotonic() - began

    def restart(self):
        """Starts the server anew; the seconds from Java's start, without the script's, until it first answered 200."""
        if self.command == SERVE:
            self.command = self.command_line()
        stop(self.process)
        return self.start()

    @contextlib.contextmanager
    def cache(self):
        """Has starts use what `hexdesk aot` keeps; later ones do without again."""
        print("Making the cache that lets it start faster", flush=True)
        made = subprocess.run(
            [PROGRAM / "hexdesk", "aot"], env=self._variables, cwd=PROGRAM, capture_output=True, text=True)
        if made.returncode != 0:
            raise Failed("the cache could not be made\n" + made.stderr)
        try:
            self._start_anew()
            yield
        finally:
            shutil.rmtree(PROGRAM / "aot")
            self._start_anew()

    def _start_anew(self):
        """As the script would, which looks for the cache."""
        stop(self.process)
        self.command = SERVE
        self.start()

    def _answers(self):
        with contextlib.suppress(OSError, http.client.HTTPException):
            return self.get("/healthcheck", port=self.admin_port)[0] == 200
        return False

    @property
    def pid(self):
        return self.process.pid

    def command_line(self):
        """What the script has made of `hexdesk serve`."""
        words = pathlib.Path(f"/proc/{self.process.pid}/cmdline").read_bytes().split(b"\0")
        return [os.fsdecode(word) for word in words[:-1]]

    @property
    def secret(self):
        """What it signs tokens with."""
        return self._variables["HEXDESK_JWT_SECRET"]

    def database_login(self):
        """The user name and password that it has at its database."""
        lines = (self.folder / "data" / "pgpass").read_text(encoding="utf-8").splitlines()
        return next((user, password) for *_, user, password in (line.split(":") for line in lines) if user == "hexdesk")

    def postmaster(self):
        """What the embedded PostgreSQL says of its process."""
        return postmaster(self.folder / "data")

    def get(self, path, headers=None, method="GET", body=None, port=None):
        """Status, headers and body of the answer to one request."""
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def token(self, username=USERNAME):
        """A new access token, of the one who drives the load unless another one is named."""
        form = urllib.parse.urlencode({"username": username, "password": PASSWORD})
        status, _, body = self.get(
            "/api/v1/token", {"Content-Type": "application/x-www-form-urlencoded"}, "POST", form)
        if status != 200:
            raise Failed(f"the login was answered {status}: {body.decode()}")
        return json.loads(body)["access_token"]

    def await_quiet(self):
        """Returns when all requests are answered: those whose sender has gone may still be worked on."""
        until = time.monotonic() + STARTED_WITHIN
        while self._at_work():
            if time.monotonic() > until:
                raise Failed("the server does not come to the end of what was sent")
            time.sleep(0.05)

    def _at_work(self):
        counters = json.loads(self.get("/metrics", port=self.admin_port)[2])["counters"]
        return any(counter["count"] for name, counter in counters.items() if name.endswith(".active-requests"))

    def __exit__(self, *_):
        if self.process is not None:
            stop(self.process)
        shutil.rmtree(self.folder, ignore_errors=True)
