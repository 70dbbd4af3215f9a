"""The tables are changed while the version before serves: nobody is refused, and both versions read what the other one wrote."""

import contextlib
import json
import pathlib
import re
import secrets
import shutil
import subprocess
import tempfile
import threading
import time

import crashes
import failovers
import ledger as book
import server

# What is built of earlier commits is kept: it takes minutes, and is the same for ever.
KEPT = server.HOME / "target" / "programs"
CHANGE_SETS = pathlib.Path("adapters-persistence/src/main/resources/change-sets.txt")

READERS, WRITERS = 4, 3
# Between two requests of a client: some 130 requests a second, which two processors have room beside.
PAUSE = 0.05
WARM_UP = 8
PHASE = 20
SAMPLE = 40
TICKETS_OF_AN_EMPLOYEE = 20
# So that the log tells of each wait for a lock that somebody could notice.
LOCKS = ["log_lock_waits=on", "deadlock_timeout=20ms"]
LOCK_WAIT = re.compile(r"acquired \w+ on .* after ([0-9.]+) ms")
# Liquibase says how long each change set took.
TELLING = json.dumps({"logging": {"loggers": {"liquibase": "INFO"}}})
RAN = re.compile(r"(?:ChangeSet|Changeset) (\S+) ran successfully in (\d+) ?ms")
SEARCHES = ["printer", "password", "vpn error", "invoice", "screen", "mailbox full"]


def _git(*words):
    try:
        return subprocess.run(
            ["git", "-C", server.HOME, *words], check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as failure:
        raise server.Failed(f"this needs a copy of the repository with its history: {failure}") from failure


def commit_before():
    """The last commit that does not know the newest change set: what an operator may have."""
    newest = (server.HOME / CHANGE_SETS).read_text(encoding="utf-8").splitlines()[-1].split(" ", 1)[1]
    since = _git("log", "--reverse", "--format=%H", "-S", newest, "--", CHANGE_SETS).splitlines()
    return _git("rev-parse", f"{since[0]}^" if since else "HEAD")


def program_of(commit, say):
    """The program of an earlier commit, built now unless it is there."""
    commit = _git("rev-parse", "--verify", f"{commit}^{{commit}}")
    program = KEPT / commit
    if not program.exists():
        say(f"building {_git('log', '-1', '--format=%h %s', commit)}")
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="making-", dir=KEPT) as folder:
            sources, made = pathlib.Path(folder) / "sources", pathlib.Path(folder) / "program"
            _git("clone", "--quiet", "--shared", "--no-checkout", server.HOME, sources)
            try:
                subprocess.run(["git", "-C", sources, "checkout", "--quiet", commit], check=True)
                server.build(made, sources)
            except subprocess.CalledProcessError as failure:
                raise server.Failed(f"{commit} can't be built: {failure}") from failure
            # Somebody else may have made it meanwhile.
            with contextlib.suppress(OSError):
                made.rename(program)
    return program


class TimedApi(book.Api):
    """A client's connection that puts down how long each answer took, and what should not have been answered so."""

    def __init__(self, port, token, answers):
        super().__init__(port, token)
        self._answers = answers

    def send(self, method, path, body=None, headers=None):
        began = time.monotonic()
        try:
            answer = super().send(method, path, body, headers)
        except Exception as failure:
            self._answers.failures.append(f"{method} {path}: {failure!r}")
            raise
        if answer[0] >= 500 or method == "GET" and answer[0] != 200:
            self._answers.failures.append(f"{method} {path}: {answer[0]} {answer[2][:200]!r}")
        self._answers.times.append((began, time.monotonic() - began))
        return answer


class Answers:
    """Of all clients; lists take what threads append."""

    def __init__(self):
        self.times, self.failures = [], []

    def told(self, begin, end):
        """Figures of what was asked for between two moments."""
        taken = sorted(took for began, took in self.times if begin <= began < end)
        if not taken:
            raise book.Lost("nobody was answered")
        return (f"{len(taken)} answers, p50 {1e3 * taken[len(taken) // 2]:.1f} ms,"
                f" p99 {1e3 * taken[len(taken) * 99 // 100]:.1f} ms, the longest {1e3 * taken[-1]:.0f} ms")


class Reader(threading.Thread):
    """Asks for tickets, lists, searches and employees, at a pace."""

    def __init__(self, api, tickets, dice):
        super().__init__(daemon=True)
        self._api, self._tickets, self._dice = api, tickets, dice
        self._enough = threading.Event()

    def finish(self):
        self._enough.set()

    def run(self):
        while not self._enough.wait(PAUSE):
            with contextlib.suppress(Exception):  # the connection has put it down
                self._api.send("GET", self._one())
        self._api.close()

    def _one(self):
        match self._dice.randrange(10):
            case 0 | 1:
                return "/tickets?limit=20&q=" + self._dice.choice(SEARCHES).replace(" ", "%20")
            case 2:
                return "/tickets?limit=50&status=new&sort=-updated_at"
            case 3:
                return "/employees?limit=20&q=an"
            case 4:
                return f"/tickets/{self._ticket()}/history"
            case _:
                return f"/tickets/{self._ticket()}"

    def _ticket(self):
        return self._dice.randrange(1, self._tickets + 1)


class PacedWriter(book.Writer):
    def before_each(self):
        time.sleep(PAUSE)


class Load:
    """Clients of one node."""

    def __init__(self, node, token, ledger, answers, tickets, rng):
        self.writers = [PacedWriter(ledger, TimedApi(node.port, token, answers), ledger.employee) for _ in range(WRITERS)]
        self.everybody = [*self.writers, *(
            Reader(TimedApi(node.port, token, answers), tickets, rng) for _ in range(READERS))]
        for each in self.everybody:
            each.start()

    def end(self):
        for each in self.everybody:
            each.finish()
        for each in self.everybody:
            each.join(crashes.LONGEST_OUTAGE)
            if each.is_alive():
                raise book.Lost(f"a client still waits after {crashes.LONGEST_OUTAGE} s")
        for writer in self.writers:
            if writer.failure is not None:
                raise writer.failure


class _Run:
    """One migration, with its database, and what was seen."""

    def __init__(self, old, new, tickets, rng, folder, say):
        self._old, self._new, self._tickets, self._rng, self._folder, self._say = old, new, tickets, rng, folder, say
        self._answers = Answers()

    def through(self):
        base = pathlib.Path(tempfile.mkdtemp(prefix="hexdesk-migration-"))
        base.chmod(0o755)
        try:
            self._database = failovers.Postgres(failovers.programs(self._old, base), base / "postgres")
            try:
                self._database.create()
                self._database.start(*LOCKS)
                self._variables = {
                    "HEXDESK_DB_URL": f"jdbc:postgresql://127.0.0.1:{self._database.port}/hexdesk",
                    "HEXDESK_DB_USER": "hexdesk", "HEXDESK_DB_PASSWORD": "unasked",
                    "HEXDESK_JWT_SECRET": secrets.token_urlsafe(48)}
                return self._on_database()
            finally:
                shutil.copy(self._database.log, self._folder)
                self._database.stop()
        finally:
            shutil.rmtree(base, ignore_errors=True)

    def _command(self, program, *words):
        """What a command prints; the server's variables, and a folder of its own for what it keeps."""
        with tempfile.TemporaryDirectory(prefix="hexdesk-") as folder:
            folder = pathlib.Path(folder)
            (folder / "setup.yml").write_text(crashes.SETUP, encoding="utf-8")
            (folder / "config.yml").write_text(TELLING, encoding="utf-8")
            variables = server.environment(folder) | self._variables | {"HEXDESK_LOGS": str(self._folder / words[0])}
            done = subprocess.run([program / "hexdesk", *words], env=variables, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            raise book.Lost(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}")
        return done.stdout

    def _node(self, program, name):
        return server.Server(program, crashes.SETUP, "{}", self._folder / f"{name}.log", self._variables)

    def _phase(self, name, begin):
        end = time.monotonic()
        self._say(f"  {name}, {end - begin:.1f} s: {self._answers.told(begin, end)}")

    def _wait(self, name):
        begin = time.monotonic()
        time.sleep(PHASE)
        self._phase(name, begin)

    def _on_database(self):
        employees = max(1, self._tickets // TICKETS_OF_AN_EMPLOYEE)
        self._say(f"making {self._tickets} tickets with the program of before")
        made = self._command(self._old, "demo", "--tickets", str(self._tickets), "--employees", str(employees), "--seed", "7")
        self._say("  " + made.splitlines()[-1])
        with self._node(self._old, "before") as old:
            api = book.Api(old.port)
            api.log_in(crashes.USER, crashes.PASSWORD)
            token = api.token
            ledger = book.Ledger(self._folder / "ledger.ndjson")
            ledger.employee = crashes.new_employee(api)
            api.close()
            loads = [self._load(old, token, ledger)]
            time.sleep(WARM_UP)
            self._wait("before")
            self._migrate()
            self._wait("after the migration")
            begin = time.monotonic()
            with self._node(self._new, "after") as new:
                self._phase("while the new one starts", begin)
                loads.append(self._load(new, token, ledger))
                self._wait("both")
                for load in loads:
                    load.end()
                nodes = [book.Api(node.port, token) for node in (old, new)]
                self._check_both(ledger, nodes)
                load = self._load(new, token, ledger)
                begin = time.monotonic()
                server.stop(old.process)
                self._phase("while the one of before ends", begin)
                self._wait("the new one alone")
                load.end()
                self._check(ledger, book.Api(new.port, token))
                ledger.close()
        if self._answers.failures:
            raise book.Lost(f"{len(self._answers.failures)} of {len(self._answers.times)} requests failed:"
                            f" {self._answers.failures[:5]}")
        return (f"{len(self._answers.times)} requests, none refused; {len(ledger.tickets)} tickets and"
                f" {ledger.acknowledged} writes acknowledged, all there, none twice, read and changed by both versions")

    def _load(self, node, token, ledger):
        return Load(node, token, ledger, self._answers, self._tickets, self._rng)

    def _migrate(self):
        begin, logged = time.monotonic(), self._database.log.stat().st_size
        printed = self._command(self._new, "db", "migrate")
        self._phase("during the migration", begin)
        said = printed + "".join(
            file.read_text(encoding="utf-8") for file in (self._folder / "db").glob("hexdesk.log"))
        for name, millis in dict(RAN.findall(said)).items():
            self._say(f"    {name}: {millis} ms")
        with self._database.log.open(encoding="utf-8") as log:
            log.seek(logged)
            waits = [float(wait) for wait in LOCK_WAIT.findall(log.read())]
        self._say(f"    waits for a lock of more than 20 ms: {len(waits)}, the longest {max(waits, default=0):.0f} ms")

    def _check_both(self, ledger, nodes):
        """Each version reads, finds and changes what it and the other one wrote."""
        for node in nodes:
            self._check(ledger, node)
        for node in nodes:
            writer = book.Writer(ledger, node, ledger.employee)
            for ticket in self._sample(ledger):
                writer.change(ticket, f"change {ticket['changes']}")
        for node in nodes:
            self._check(ledger, node)
            node.close()

    def _check(self, ledger, api):
        book.check(ledger, api, f"&employee_id={ledger.employee}")
        sample = self._sample(ledger)
        book.check_replays(ledger, api, sample)
        for ticket in sample:
            found = json.loads(api.read(f"/tickets?q=%22{ticket['title']}%22&limit=10")[1])["items"]
            if [each["id"] for each in found] != [ticket["id"]]:
                raise book.Lost(f"a search for {ticket} found {found}")

    def _sample(self, ledger):
        """Of all that were made; the last ones are those of the newer version."""
        tickets = list(ledger.tickets.values())
        return [*tickets[:SAMPLE], *tickets[-SAMPLE:]]


def migrate_under_load(old, new, tickets, rng, folder, say):
    """Changes the tables of that many tickets while the old program serves, and takes it over with the new one."""
    return _Run(old, new, tickets, rng, folder, say).through()
