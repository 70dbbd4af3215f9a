"""Makes clients in several languages from the API documents that a server of these sources serves, compiles them, and
has a program in each language walk a journey with its client.

`./dev clients` runs this; `./dev clients --help` explains it.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field

import server

HERE = pathlib.Path(__file__).resolve().parent
TARGET = server.HOME / "target" / "clients"
PROGRAM = TARGET / "program"
MADE = TARGET / "made"
REPORTS = TARGET / "reports"
DOCUMENTS = ["openapi.json", "openapi-3.0.json"]

JARS = ["jackson-databind-nullable", "httpmime", "httpclient", "httpcore"]

USERNAME = "journeys"
PASSWORD = "Harness#Otter7Quill"
SETUP = {"default_users": [
    {"username": USERNAME, "password": PASSWORD, "first_name": "Jules", "phone": "+380440000003",
     "email": "journeys@clients.example", "roles": ["manager"]}]}

# Java's two and Go's take a processor each.
AT_ONCE = 2
TOO_LONG = 300


@dataclass(frozen=True)
class Client:
    """One client: who makes it, and the commands that compile it and walk the journey, each in its folder."""

    name: str
    makes: list = field(default_factory=list)
    compiles: list = field(default_factory=list)
    walks: list = field(default_factory=list)
    variables: Callable[[], dict] = dict

    @property
    def folder(self):
        return MADE / self.name


def clients():
    bin_of_npm = TARGET / "node_modules" / ".bin"
    python = TARGET / "venv" / "bin" / "python"
    # What the server has of them, and what was fetched besides.
    jars = os.pathsep.join([f"{PROGRAM}/lib/*", *(f"{TARGET}/jars/{name}.jar" for name in JARS)])
    compile_all = 'find src/main -name "*.java" | xargs "$0" "$@" Journey.java'
    go = {"GOMODCACHE": str(TARGET / "go"), "GOFLAGS": "-mod=readonly -modcacherw", "GOWORK": "off",
          "GOTOOLCHAIN": "local"}
    return [
        Client("java",
               compiles=["sh", "-c", compile_all, server.java("javac"), "-proc:none", "-d", "classes", "-cp", jars],
               walks=[server.java("java"), "-cp", os.pathsep.join(["classes", jars]), "Journey"]),
        Client("go", compiles=["go", "build", "-o", "journey", "."], walks=["./journey"], variables=lambda: go),
        Client("oapi-codegen", makes=["go", "generate", "./client"], compiles=["go", "build", "-o", "journey", "."],
               walks=["./journey"], variables=lambda: go),
        Client("typescript-fetch", compiles=[bin_of_npm / "tsc"], walks=["node", "out/journey.js"]),
        Client("openapi-typescript",
               makes=[bin_of_npm / "openapi-typescript", MADE / "openapi.json", "--output", "api.d.ts"],
               compiles=[bin_of_npm / "tsc"], walks=["node", "out/journey.js"]),
        Client("python", compiles=[python, "-m", "compileall", "-q", "hexdesk", "journey.py"],
               walks=[python, "journey.py"]),
        Client("csharp"),
    ]


def fetch_documents(url):
    for document in DOCUMENTS:
        with urllib.request.urlopen(f"{url}/api/v1/{document}", timeout=60) as answer:
            (MADE / document).write_bytes(answer.read())


def generate(chosen):
    """All that openapi-generator makes, by one Java: it takes longer to start than to write a client."""
    files = [HERE / "generators" / f"{client.name}.json" for client in chosen]
    files = [file for file in files if file.exists()]
    if files:
        run("generate", "openapi-generator", MADE, [
            server.java("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "-jar", TARGET / "jars" / "openapi-generator-cli.jar",
            "batch", "--fail-fast", "--threads", str(AT_ONCE), "--root-dir", MADE, *files])


def run(step, name, folder, command, variables=None):
    """Runs one step, which may say what it likes as long as it succeeds."""
    report = REPORTS / f"{name}-{step}.txt"
    with report.open("wb") as console:
        try:
            status = subprocess.run(
                command, cwd=folder, env=os.environ | (variables or {}), stdout=console, stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL, timeout=TOO_LONG).returncode
        except (subprocess.TimeoutExpired, FileNotFoundError) as problem:
            raise server.Failed(f"{name}: {step} failed: {problem}") from problem
    if status != 0:
        said = report.read_text(encoding="utf-8", errors="replace")[-4000:]
        raise server.Failed(f"{name}: {step} failed\n{said}")


def walk(client, url):
    """Compiles one client and walks the journey with it; what it did, in words."""
    began = time.monotonic()
    variables = client.variables() | {"DESK_URL": url, "DESK_USERNAME": USERNAME, "DESK_PASSWORD": PASSWORD}
    done = ["generated"]
    for step, command, past in [("generate", client.makes, None), ("compile", client.compiles, "compiled"),
                                ("walk", client.walks, "journey walked")]:
        if command:
            run(step, client.name, client.folder, command, variables)
            if past:
                done.append(past)
    return f"{', '.join(done)} ({time.monotonic() - began:.0f} s)"


def check_page():
    """Whether docs/clients.md tells of the versions that are tried."""
    page = (server.HOME / "docs" / "clients.md").read_text(encoding="utf-8")
    pom = (server.HOME / "pom.xml").read_text(encoding="utf-8")
    tools = (HERE / "journeys" / "oapi-codegen" / "go.mod").read_text(encoding="utf-8")
    of_npm = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    versions = {
        "openapi-generator": re.search(r"<openapi-generator.version>(.*)</", pom)[1],
        "oapi-codegen": re.search(r"/oapi-codegen/v2 v(\S+)", tools)[1],
        "openapi-typescript": of_npm["openapi-typescript"],
        "openapi-fetch": of_npm["openapi-fetch"],
    }
    for name, version in versions.items():
        if f"{name} {version}" not in page:
            raise server.Failed(f"docs/clients.md does not tell of {name} {version}, which is tried")


def lay_out(chosen):
    """Puts each journey where its client is made."""
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir(parents=True)
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir()
    for client in chosen:
        journey = HERE / "journeys" / client.name
        if journey.is_dir():
            shutil.copytree(journey, client.folder)


def check_all(chosen):
    check_page()
    server.build(PROGRAM)
    lay_out(chosen)
    failed = []
    with server.Server(PROGRAM, json.dumps(SETUP), "{}", REPORTS / "server.log") as desk:
        fetch_documents(desk.url)
        generate(chosen)
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            runs = [(client, pool.submit(walk, client, desk.url)) for client in chosen]
            for client, outcome in runs:
                try:
                    print(f"ok    {client.name:19} {outcome.result()}", flush=True)
                except server.Failed as problem:
                    failed.append(client.name)
                    print(f"FAIL  {problem}", flush=True)
    return failed


def arguments(names):
    parser = argparse.ArgumentParser(
        prog="./dev clients",
        description="Starts a server of these sources, makes clients from the API documents that it serves, compiles "
        "them, and has a program in each language walk a journey with its client: it logs in, creates, lists all "
        "pages, changes by the version seen, comes too late, and deletes. The programs are in .ci/clients/journeys; "
        "what each step said is in target/clients/reports.")
    parser.add_argument("--only", action="append", choices=names, metavar="CLIENT",
                        help="only this client; may be given several times: " + ", ".join(names))
    return parser.parse_args()


def main():
    every = clients()
    asked = arguments([client.name for client in every])
    # Like Ctrl-C, so that the server is stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began = time.monotonic()
    chosen = [client for client in every if not asked.only or client.name in asked.only]
    try:
        failed = check_all(chosen)
    except server.Failed as problem:
        sys.exit(f"dev clients: {problem}")
    print(f"Clients: {len(chosen) - len(failed)} passed, {len(failed)} failed, after {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
