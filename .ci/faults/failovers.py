"""A primary and its synchronous standby: the primary dies under writes, the standby is promoted, and the server goes on."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import crashes
import ledger as book
import server

WRITES_BEFORE = 200
WRITES_AFTER = 200
# PostgreSQL refuses to run as root.
ACCOUNT = "nobody"
HBA = "local all all trust\nhost all all 127.0.0.1/32 trust\nhost replication all 127.0.0.1/32 trust\n"
SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "wal_keep_size=512MB", "hot_standby=on"]


class Postgres:
    """A server of the programs that Hexdesk brings along, in a folder of its own."""

    def __init__(self, programs, folder):
        self._programs, self._data, self.log = programs, folder / "data", folder / "postgres.log"
        self.port, = server.free_ports(1)
        self._process = None
        folder.mkdir()
        if os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT)

    def _run(self, *command, **arguments):
        who = {"user": ACCOUNT, "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
        return subprocess.run(command, check=True, capture_output=True, text=True, cwd="/", **who, **arguments)

    def create(self):
        """An empty cluster with the role and the database that Hexdesk wants."""
        self._run(self._programs / "initdb", "-D", self._data, "-U", "postgres", "--auth=trust", "--encoding=UTF8",
                  "--locale=C.UTF-8", "--no-sync")
        self._run(self._programs / "postgres", "--single", "-D", self._data, "postgres",
                  input="CREATE ROLE hexdesk LOGIN\nCREATE DATABASE hexdesk OWNER hexdesk\n")
        (self._data / "pg_hba.conf").write_text(HBA, encoding="utf-8")

    def copy(self, primary):
        """The same cluster, which follows the primary from the moment of the copy on."""
        self._run("cp", "-a", primary._data, self._data)
        (self._data / "standby.signal").touch()
        (self._data / "postgresql.auto.conf").write_text(
            f"primary_conninfo = 'host=127.0.0.1 port={primary.port} user=postgres application_name=standby'\n",
            encoding="utf-8")

    def start(self, *settings):
        options = [word for setting in [*SETTINGS, f"port={self.port}", *settings] for word in ("-c", setting)]
        who = {"user": ACCOUNT, "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._data, *options], stdout=log, stderr=log, cwd="/", **who)
        until = time.monotonic() + server.STARTED_WITHIN
        while "ready" not in self._state():
            if self._process.poll() is not None or time.monotonic() > until:
                raise server.Failed("PostgreSQL did not start\n" + self.log.read_text(encoding="utf-8"))
            time.sleep(0.1)

    def _state(self):
        """The last line of its own file says how far it is: `ready`, or `standby` where it only reads."""
        try:
            lines = (self._data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except OSError:
            return ""
        return lines[7].replace("standby", "ready") if len(lines) > 7 else ""

    def promote(self):
        self._run(self._programs / "pg_ctl", "promote", "-D", self._data)

    def kill(self):
        self._process.kill()
        self._process.wait()

    def stop(self):
        if self._process is not None:
            server.stop(self._process)


def programs(program, folder):
    """What Hexdesk unpacks when it starts a PostgreSQL of its own."""
    with server.Server(program, crashes.SETUP, "{}", folder / "unpacking.log") as desk:
        unpacked, = (desk.folder / "data").glob("postgresql-*")
        shutil.copytree(unpacked, folder / unpacked.name, symlinks=True)
    return folder / unpacked.name / "bin"


def promote_standby(program, times, report, say):
    """Loses the primary under writes, so many times, each with a new pair."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="hexdesk-failover-"))
    folder.chmod(0o755)
    try:
        unpacked = programs(program, folder)
        silences, writes = [], 0
        for number in range(times):
            pair = folder / str(number)
            pair.mkdir()
            silence, acknowledged = _promote_once(program, unpacked, pair, report / str(number))
            say(f"  {number + 1} of {times}: {acknowledged} writes acknowledged, none for {silence:.1f} s")
            silences.append(silence)
            writes += acknowledged
        return (f"{times} primaries lost, {writes} writes acknowledged, all there, none twice;"
                f" the longest time without any was {max(silences):.1f} s")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _promote_once(program, programs, folder, report):
    report.mkdir()
    primary, standby = Postgres(programs, folder / "primary"), Postgres(programs, folder / "standby")
    try:
        primary.create()
        standby.copy(primary)
        primary.start("synchronous_standby_names=standby")
        standby.start()
        hosts = f"127.0.0.1:{primary.port},127.0.0.1:{standby.port}"
        with server.Server(program, crashes.SETUP, "{}", report / "server.log", {
                "HEXDESK_DB_URL": f"jdbc:postgresql://{hosts}/hexdesk?targetServerType=primary&hostRecheckSeconds=2",
                "HEXDESK_DB_USER": "hexdesk", "HEXDESK_DB_PASSWORD": "unasked"}) as desk:
            ledger = crashes.start_writers(desk, report)
            crashes.await_writes(ledger, WRITES_BEFORE)
            primary.kill()
            standby.promote()
            crashes.await_writes(ledger, WRITES_AFTER)
            crashes.end_and_check(ledger, desk)
            return ledger.longest_silence, ledger.acknowledged
    finally:
        standby.stop()
        primary.stop()
