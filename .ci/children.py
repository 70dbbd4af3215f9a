"""Processes that work for this one, several at a time."""

import subprocess
import threading


class Children:
    """Processes that work at this moment, to be ended with this one."""

    def __init__(self):
        self.running = set()
        self.lock = threading.Lock()
        self.ended = False

    def run(self, command, **arguments):
        with self.lock:
            if self.ended:
                raise SystemExit("ended")
            process = subprocess.Popen(command, **arguments)
            self.running.add(process)
        try:
            return process.wait()
        finally:
            with self.lock:
                self.running.discard(process)

    def end(self):
        with self.lock:
            self.ended = True
            for process in self.running:
                process.terminate()
