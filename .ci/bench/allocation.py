"""How much memory the server's Java allocates, from what JFR records of its garbage collections."""

import json
import subprocess
import time

from server import java

# Nothing but the heap before and after each collection: the rest of a recording would allocate, too.
RECORDING = """<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0">
  <event name="jdk.GCHeapSummary"><setting name="enabled">true</setting></event>
</configuration>
"""


class Recording:
    """Between its beginning and its end, a collection at each, all that the heap grew by from one collection to the next."""

    def __init__(self, server):
        self._server = server
        self._file = server.folder / f"heap-{time.monotonic_ns()}.jfr"
        self.bytes = None

    def _jcmd(self, *words):
        subprocess.run([java("jcmd"), str(self._server.pid), *words], check=True, capture_output=True)

    def __enter__(self):
        settings = self._server.folder / "heap.jfc"
        settings.write_text(RECORDING, encoding="utf-8")
        self._jcmd("JFR.start", "name=heap", f"settings={settings}")
        self._jcmd("GC.run")
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self._jcmd("GC.run")
            self._jcmd("JFR.stop", "name=heap", f"filename={self._file}")
            self.bytes = self._allocated()

    def _allocated(self):
        printed = subprocess.run(
            [java("jfr"), "print", "--json", "--events", "jdk.GCHeapSummary", self._file],
            check=True, capture_output=True, text=True).stdout
        events = [event["values"] for event in json.loads(printed)["recording"]["events"]]
        events.sort(key=lambda event: (event["gcId"], event["when"] != "Before GC"))
        used = [(event["when"], event["heapUsed"]) for event in events]
        return sum(before - after for (left, after), (right, before) in zip(used, used[1:])
                   if left == "After GC" and right == "Before GC")
