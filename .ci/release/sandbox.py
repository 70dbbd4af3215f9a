"""A machine of one's own for a trial: other mounts and processes, the same network, and no other Java."""

import os
import pathlib
import subprocess
import sys

import server

DEVICES = ["null", "zero", "full", "random", "urandom", "tty"]


def enter(script, *words):
    """Runs a script of this folder in namespaces of its own, as root there."""
    if os.geteuid() != 0:
        raise server.Failed("to try a package or an image takes root, as both are about users and mounts: "
                            "run it with sudo, or without --test")
    here = pathlib.Path(__file__).resolve().parent
    done = subprocess.run(["unshare", "--mount-proc", "--pid", "--ipc", "--uts", "--fork", "--kill-child",
                           sys.executable, "-B", here / script, *words],
                          env=os.environ | {"PYTHONPATH": f"{here}{os.pathsep}{here.parent}"})
    if done.returncode != 0:
        raise server.Failed(f"the trial failed; its messages are above ({script})")


def mount(kind, target, options="", source=None):
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", kind, "-o", options or "defaults", source or kind, target], check=True)


def furnish(root):
    """What every process expects: its own kind, and a few devices."""
    mount("proc", root / "proc")
    mount("tmpfs", root / "dev", "mode=755")
    for name in DEVICES:
        device = root / "dev" / name
        device.touch()
        subprocess.run(["mount", "--bind", f"/dev/{name}", device], check=True)
    (root / "dev" / "shm").mkdir()
    mount("tmpfs", root / "dev" / "shm", "mode=1777")
    for name, target in {"fd": "/proc/self/fd", "stdin": "fd/0", "stdout": "fd/1", "stderr": "fd/2"}.items():
        (root / "dev" / name).symlink_to(target)


def overlaid(base, folder):
    """A copy of a system on which changes cost nothing and are gone at the end."""
    mount("tmpfs", folder, "mode=755")
    upper, work, root = folder / "upper", folder / "work", folder / "root"
    for each in (upper, work, root):
        each.mkdir()
    mount("overlay", root, f"lowerdir={base},upperdir={upper},workdir={work}", "overlay")
    return root


def commands():
    """The command lines of all processes here."""
    for file in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield file.read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
