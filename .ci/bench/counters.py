"""What the server, PostgreSQL and the load generator each take of processors and memory."""

import contextlib
import os
import pathlib
import subprocess
import tempfile

TICKS = os.sysconf("SC_CLK_TCK")
PROC = pathlib.Path("/proc")


def _fields(pid):
    # The second field, the name, may hold anything but ends with the last parenthesis.
    return (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()


def children(pid):
    """The processes that this one has started and that are still there."""
    found = []
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if int(_fields(entry.name)[1]) == pid:
                    found.append(int(entry.name))
    return found


def cpu_seconds(pid):
    """Of the process itself, user and system."""
    return sum(map(int, _fields(pid)[11:13])) / TICKS


def family_cpu_seconds(pid):
    """Of the process and its children, those that have ended since included."""
    total = sum(map(int, _fields(pid)[11:15])) / TICKS
    for child in children(pid):
        with contextlib.suppress(OSError):
            total += cpu_seconds(child)
    return total


def resident_bytes(pid):
    """What the process holds of the memory."""
    for line in (PROC / str(pid) / "status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def family_bytes(pid):
    """What the process and its children hold; what they share counts once. None where we may not look."""
    total = 0
    try:
        for each in [pid, *children(pid)]:
            for line in (PROC / str(each) / "smaps_rollup").read_text(encoding="utf-8").splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
    except OSError:
        return None
    return total


class Usage:
    """Processor time from its making until `end`; the generator's is told by who ran it."""

    def __init__(self, server):
        self._server = server.pid
        self._postmaster = int(server.postmaster()[0])
        self._before = self._now()
        self.server = self.database = self.generator = 0.0

    def _now(self):
        return cpu_seconds(self._server), family_cpu_seconds(self._postmaster)

    def end(self, generator):
        now = self._now()
        self.server, self.database = (after - before for after, before in zip(now, self._before))
        self.generator = generator

    def per_request(self, requests):
        """Microseconds of each for one request."""
        each = {"server_us": self.server, "database_us": self.database, "generator_us": self.generator}
        return {name: seconds * 1e6 / max(requests, 1) for name, seconds in each.items()}


def run_measured(command, usage, **arguments):
    """Runs a generator to its end: what it printed, and the usage meanwhile."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, **arguments)
        try:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            if process.returncode is None:
                process.terminate()
                process.wait()
        usage.end(used.ru_utime + used.ru_stime)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}:\n{text}")
    return text, usage
