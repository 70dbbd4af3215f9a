"""What the numbers were taken on."""

import os
import pathlib
import platform
import subprocess

from server import HOME, java


def describe():
    """Processors, memory, Java, and how busy all was at the beginning."""
    return {"cpus": os.cpu_count(), "cpu_model": _field("/proc/cpuinfo", "model name"),
            "memory": _field("/proc/meminfo", "MemTotal"), "system": platform.platform(), "java": _java(),
            "load_before": os.getloadavg()[0]}


def commit():
    """The commit of the sources, with a mark where they were changed since."""
    said = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=HOME, capture_output=True, text=True)
    return said.stdout.strip() or None


def _field(file, name):
    for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
        if line.startswith(name):
            return line.partition(":")[2].strip()
    return None


def _java():
    said = subprocess.run([java("java"), "-version"], capture_output=True, text=True).stderr
    return said.splitlines()[1].strip()
