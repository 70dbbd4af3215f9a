"""A server of these sources with a database of its own, started as an operator would start it."""

import contextlib
import os
import pathlib
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request

HOME = pathlib.Path(__file__).resolve().parent.parent
STARTED_WITHIN = 120
STOPPED_WITHIN = 60
OWN_DATABASE = ["HEXDESK_DB_URL", "HEXDESK_DB_DIRECT_URL", "HEXDESK_DB_USER", "HEXDESK_DB_PASSWORD",
                "HEXDESK_DB_OWNER_USER"]


class Failed(Exception):
    """What ends a run, in words for who started it."""


def build(program, sources=HOME):
    """Builds when it must, and takes a copy, so that a run has one program whatever is built meanwhile."""
    subprocess.run([sources / "hexdesk", "--version"], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(program, ignore_errors=True)
    program.mkdir(parents=True)
    built = sources / "bootstrap" / "target"
    shutil.copy(sources / "hexdesk", program)
    shutil.copy(built / "hexdesk.jar", program)
    shutil.copytree(built / "lib", program / "lib")


def java(tool):
    """A tool of the JDK that the server runs with."""
    home = subprocess.run([HOME / "hexdesk", "--java-home"], check=True, capture_output=True, text=True).stdout.strip()
    return pathlib.Path(home) / "bin" / tool


def environment(folder):
    """The variables by which an operator tells the server where everything is."""
    own = os.environ | {
        "HEXDESK_CONFIG": str(folder / "config.yml"),
        "HEXDESK_SETUP": str(folder / "setup.yml"),
        "HEXDESK_DATA": str(folder / "data"),
        "HEXDESK_LOGS": str(folder / "logs"),
        "HEXDESK_JWT_SECRET": secrets.token_urlsafe(48),
    }
    for variable in OWN_DATABASE:
        own.pop(variable, None)
    return own


def stop(process):
    """Ends a process of ours in order, and by force when that takes too long."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_ports(count):
    """Ports that are free at this moment; all are held until the last is found, so that they differ."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def postmaster(data):
    """The lines of PostgreSQL's own file on its process: the first is its id, the fourth its port."""
    return (data / "cluster" / "postmaster.pid").read_text(encoding="utf-8").splitlines()


class Server:
    """A server with these users, this configuration and more variables, in a folder that goes when it stops. Its log stays."""

    def __init__(self, program: pathlib.Path, setup: str, config: str, log: pathlib.Path,
                 more: dict[str, str] | None = None):
        # PostgreSQL may run as somebody else, who can't read everybody's folders but this kind.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hexdesk-"))
        self.folder.chmod(0o755)
        self._program, self._setup, self._config, self._log = program, setup, config, log
        self._more = more or {}
        self.port, self.admin_port = free_ports(2)
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def __enter__(self):
        (self.folder / "setup.yml").write_text(self._setup, encoding="utf-8")
        (self.folder / "config.yml").write_text(self._config, encoding="utf-8")
        self._variables = environment(self.folder) | {
            "HEXDESK_LOGS": str(self._log.parent / "logs"),
            "HEXDESK_PORT": str(self.port),
            "HEXDESK_ADMIN_PORT": str(self.admin_port),
        } | self._more
        try:
            self._log.write_bytes(b"")
            self.launch()
        except BaseException:
            self.__exit__()
            raise
        return self

    def launch(self):
        """Starts it, for the first time or after it has ended, on what it has kept."""
        with self._log.open("ab") as console:
            self.process = subprocess.Popen(
                [self._program / "hexdesk", "serve"], env=self._variables, stdout=console, stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL, start_new_session=True)
        self._wait_for_health()

    def kill(self):
        """Ends it as a crash would. Its database, when it has one of its own, is left to itself."""
        self.process.kill()
        self.process.wait()

    def postmaster(self):
        """What the embedded PostgreSQL says of its process."""
        return postmaster(self.folder / "data")

    def _wait_for_health(self):
        until = time.monotonic() + STARTED_WITHIN
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise Failed("the server did not start\n" + self._log.read_text(encoding="utf-8"))
            with contextlib.suppress(OSError):
                with urllib.request.urlopen(f"http://127.0.0.1:{self.admin_port}/healthcheck", timeout=5):
                    return
            time.sleep(0.2)
        raise Failed(f"the server was not healthy within {STARTED_WITHIN} s; see {self._log}")

    def __exit__(self, *_):
        if self.process is not None:
            stop(self.process)
        shutil.rmtree(self.folder, ignore_errors=True)
