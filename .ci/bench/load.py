"""Drives the server: as fast as it goes with wrk, and at a fixed rate with a generator of ours."""

import json
import os
import pathlib
import subprocess

import counters
from desk import TARGET, USERNAME
from server import HOME, Failed, java

HERE = pathlib.Path(__file__).resolve().parent
BENCHMARKS = HOME / "benchmarks" / "target" / "benchmarks.jar"
GENERATOR = "dev.hexdesk.benchmarks.load.FixedRate"


class Load:
    """Requests for one server, which lie in a file with the tokens beside it: of one user, or of several who ask in turn."""

    def __init__(self, server, connections, name="requests", username=USERNAME, others=()):
        self._server = server
        self._usernames = [username, *others]
        self._connections = connections
        self._requests = server.folder / f"{name}.txt"
        self._token = server.folder / f"{name}-token.txt"

    def send(self, requests):
        """What is sent from now on, made of what there is when all that was sent before is done."""
        self._server.await_quiet()
        self._token.write_text("".join(self._server.token(name) + "\n" for name in self._usernames), encoding="utf-8")
        with self._requests.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(str(request) + "\n" for request in requests)

    def probe(self):
        """The status that the first of the requests is answered with."""
        with self._requests.open(encoding="utf-8", newline="\n") as file:
            start, headers, body = file.readline().rstrip("\n").split("\t")
        method, path = start.split(" ")
        given = dict(header.split(": ", 1) for header in headers.split("\1") if header)
        given["Authorization"] = "Bearer " + self._token.read_text(encoding="utf-8").splitlines()[0]
        return self._server.get(path, given, method, body)[0]

    def start_wrk(self, seconds, connections=None):
        """The command that sends as much as the server takes, and its variables."""
        command = ["wrk", "-t1", f"-c{connections or self._connections}", f"-d{seconds}s", "--timeout", "10s",
                   "-s", HERE / "replay.lua", self._server.url]
        return command, os.environ | {"BENCH_REQUESTS": str(self._requests), "BENCH_TOKEN": str(self._token)}

    def saturate(self, seconds, connections=None):
        """As much as the server takes: the rate, and what each request cost."""
        command, variables = self.start_wrk(seconds, connections)
        output, usage = counters.run_measured(command, counters.Usage(self._server), env=variables)
        result = json.loads(output.rpartition("RESULT ")[2])
        return result | {"rate": result["requests"] / result["seconds"]} | usage.per_request(result["requests"])

    def at_rate(self, rate, seconds):
        """So many requests a second whatever the server does: how long each took from when it was to be sent."""
        command = [
            java("java"), "-XX:+UseSerialGC", "-Xmx512m", "-cp", BENCHMARKS, GENERATOR, self._server.url,
            self._token, self._requests, f"{rate:.1f}", str(seconds), str(self._connections)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return json.loads(output)


def build_generator():
    """Builds the module of the benchmarks when one of its sources is newer than its last build."""
    sources = [HOME / "pom.xml", *HOME.glob("*/pom.xml"), *HOME.glob("*/src/main/**/*.java")]
    if BENCHMARKS.exists() and all(file.stat().st_mtime <= BENCHMARKS.stat().st_mtime for file in sources):
        return
    print("Building the benchmarks", flush=True)
    variables = os.environ | {"JAVA_HOME": str(java("java").parent.parent)}
    # Whatever was built without changes keeps its old time.
    built = subprocess.run(
        ["./mvnw", "-q", "-Pbenchmarks", "-DskipTests", "-Dspotbugs.skip", "-pl", "benchmarks", "-am", "package"],
        cwd=HOME, env=variables, stdin=subprocess.DEVNULL)
    if built.returncode != 0:
        raise Failed("the benchmarks could not be built; Maven's messages are above")
    TARGET.mkdir(parents=True, exist_ok=True)
    BENCHMARKS.touch()
