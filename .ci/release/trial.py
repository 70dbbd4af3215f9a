"""Tries what was made as somebody would who has downloaded it: unpacks it, runs it, and works with it."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

import server

# What a system has that has next to nothing: no Java among it.
TOOLS = ["sh", "cat", "cut", "dirname", "getconf", "grep", "head", "ls", "readlink", "rm", "sed", "setpriv", "setsid",
         "sha256sum", "stat", "uname"]
STARTED_WITHIN = 120


def bare_path(folder):
    """A folder for PATH where there is no Java."""
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        if found is not None:
            (folder / tool).symlink_to(found)
    return folder


class Running:
    """A server that was started by its own command, until it has stopped in order."""

    def __init__(self, command, variables, console, folder=None):
        self.port, self.admin_port = server.free_ports(2)
        self.console = console
        own = {"HEXDESK_PORT": str(self.port), "HEXDESK_ADMIN_PORT": str(self.admin_port)}
        self.began = time.monotonic()
        with console.open("wb") as out:
            self.process = subprocess.Popen(command, env=variables | own, stdout=out, stderr=subprocess.STDOUT,
                                            stdin=subprocess.DEVNULL, start_new_session=True, cwd=folder)

    def __enter__(self):
        return self

    def healthy(self):
        """Waits for the first 200; how long that took, in words."""
        while time.monotonic() < self.began + STARTED_WITHIN:
            if self.process.poll() is not None:
                raise server.Failed(f"it did not start\n{self.words()}")
            with contextlib.suppress(OSError, urllib.error.URLError):
                with urllib.request.urlopen(f"{self.url()}/health", timeout=5):
                    return f"{time.monotonic() - self.began:.1f} s{self.worked()}"
            time.sleep(0.05)
        raise server.Failed(f"it was not healthy within {STARTED_WITHIN} s\n{self.words()}")

    def worked(self):
        """The processor's time that Java has taken itself: a busy machine makes everything last, but not that."""
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists() or "(java)" not in stat.read_text(encoding="utf-8"):
            return ""
        words = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        return f" ({(int(words[11]) + int(words[12])) / os.sysconf('SC_CLK_TCK'):.1f} s of a processor)"

    def url(self):
        return f"http://127.0.0.1:{self.port}/api/v1"

    def words(self):
        text = self.console.read_text(encoding="utf-8", errors="replace")
        return re.sub(r"password \S+", "password ***", text)

    def password(self):
        """Of the user admin, whom a first start makes."""
        text = self.console.read_text(encoding="utf-8")
        found = re.search(r"^User admin: created, password (\S+)", text, re.MULTILINE)
        if not found:
            raise server.Failed(f"the first start showed no password\n{self.words()}")
        return found.group(1)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(server.STOPPED_WITHIN)
        if status not in (143, -signal.SIGTERM):
            raise server.Failed(f"it ended with {status}\n{self.words()}")

    def __exit__(self, *_):
        server.stop(self.process)


class Desk:
    """The API, as the administrator uses it."""

    def __init__(self, url, password):
        self._url = url
        form = urllib.parse.urlencode({"username": "admin", "password": password}).encode()
        with urllib.request.urlopen(f"{url}/token", form, timeout=30) as answer:
            self._token = json.load(answer)["access_token"]

    def ask(self, path, body=None):
        request = urllib.request.Request(f"{self._url}/{path}", None if body is None else json.dumps(body).encode(), {
            "Authorization": f"Bearer {self._token}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


def work(url, password):
    """Logs in, and records an employee and their ticket."""
    desk = Desk(url, password)
    employee = desk.ask("employees", {"first_name": "Zoë", "last_name": "O’Neil", "phone": "+442071838750",
                                      "email": "zoe@example.com"})
    ticket = desk.ask("tickets", {"employee_id": employee["id"], "title": "The printer is on fire",
                                  "description": "Second floor."})
    if ticket["status"] != "new":
        raise server.Failed(f"the first ticket is {ticket}")


def tickets(url, password):
    """How many tickets there are, up to a page of them."""
    return len(Desk(url, password).ask("tickets")["items"])


def archive(file, folder, version, say, thorough, java=None):
    """Unpacks an archive and runs it by the README's command: with its own Java where there is no other, or with this
    one.
    """
    # PostgreSQL runs as somebody else where this is root.
    folder.chmod(0o755)
    say(f"Trying {file.name}")
    began = time.monotonic()
    subprocess.run(["tar", "-xzf", file, "-C", folder], check=True)
    unpacked = time.monotonic() - began
    home = folder / f"hexdesk-{version}"
    bare = {"PATH": str(bare_path(folder / "path"))}
    if java is not None:
        bare["HEXDESK_JAVA_HOME"] = str(java)
    wanted = java or home / "runtime"
    hexdesk = [str(home / "bin" / "hexdesk")]

    def said(word):
        return subprocess.run([*hexdesk, word], env=bare, check=True, capture_output=True, text=True).stdout.strip()

    found = said("--java-home")
    if found != str(wanted):
        raise server.Failed(f"it would run with the Java in {found}, not in {wanted}")
    told = said("--version")
    if version not in told:
        raise server.Failed(f"it says that it is {told}")
    with Running(["./hexdesk", "serve"], bare, folder / "first.log", home) as first:
        took = first.healthy()
        if pathlib.Path(f"/proc/{first.process.pid}").exists():
            runs = os.readlink(f"/proc/{first.process.pid}/exe")
            if runs != str(wanted / "bin" / "java"):
                raise server.Failed(f"it runs with {runs}")
        work(first.url(), first.password())
        first.stop()
    say(f"Unpacked in {unpacked:.1f} s, the first 200 after {took}")
    if not thorough:
        return
    with Running([*hexdesk, "serve"], bare, folder / "second.log") as second:
        say(f"After the second start, the first 200 after {second.healthy()}")
        second.stop()
    began = time.monotonic()
    made = subprocess.run([*hexdesk, "aot"], env=bare, capture_output=True, text=True)
    if made.returncode != 0:
        raise server.Failed(f"the cache could not be made\n{made.stderr}")
    made_in = time.monotonic() - began
    with Running([*hexdesk, "serve"], bare, folder / "third.log") as third:
        took = third.healthy()
        say(f"From the cache, which was made in {made_in:.0f} s, the first 200 after {took}")
        third.stop()
