"""Installs, upgrades, removes and purges a package in a Debian of its own: BASE FOLDER OLDER NEWER [thorough].

When it is not thorough, no cache for fast starts is made, which takes half a minute each time, and no server is started
after the upgrade.

`./dev release --test` runs this, in namespaces of its own.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import sandbox
import server
import trial

CONFIGURATION = "# Changed by whoever runs this.\napi:\n  title: Help desk of the trial\n"


class Machine:
    """The Debian, and what is done on it as root."""

    def __init__(self, root, thorough):
        self.root, self.thorough = root, thorough

    def variables(self):
        told = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8",
                "DEBIAN_FRONTEND": "noninteractive"}
        return told if self.thorough else told | {"HEXDESK_AOT": "off"}

    def run(self, *words):
        done = subprocess.run(["chroot", self.root, *words], env=self.variables(), capture_output=True, text=True,
                              stdin=subprocess.DEVNULL)
        said = done.stdout + done.stderr
        if done.returncode != 0:
            raise server.Failed(f"{' '.join(words)} ended with {done.returncode}\n{said}")
        return said

    def dpkg(self, *words):
        return self.run("dpkg", "--force-unsafe-io", *words)

    def serve(self, console):
        return trial.Running(["chroot", self.root, "hexdesk", "serve"], self.variables(), console)

    def path(self, name):
        return self.root / name.lstrip("/")

    def files(self):
        """All that there is, but for what dpkg and others write down of their doings."""
        skipped = {"var/lib/dpkg", "var/log", "var/cache", "var/backups"}
        found = set()
        for top in ["etc", "opt", "root", "srv", "usr", "var"]:
            for folder, folders, files in os.walk(self.root / top):
                below = os.path.relpath(folder, self.root)
                folders[:] = [each for each in folders if f"{below}/{each}" not in skipped]
                # Tools for users keep what there was before as `passwd-`.
                found.update(f"{below}/{each}" for each in [*folders, *files] if not each.endswith("-"))
        return found

    def named(self, file, number):
        lines = (line.split(":") for line in self.path(file).read_text(encoding="utf-8").splitlines())
        return next((words[0] for words in lines if int(words[2]) == number), number)

    def must(self, name, owner, mode):
        state = self.path(name).stat()
        user, group = self.named("/etc/passwd", state.st_uid), self.named("/etc/group", state.st_gid)
        found = f"{user}:{group} {state.st_mode & 0o7777:o}"
        if found != f"{owner} {mode:o}":
            raise server.Failed(f"{name} is {found}, not {owner} {mode:o}")


def expect(what, words):
    if not what:
        raise server.Failed(words)


def serve_and_work(machine, console, password, works):
    with machine.serve(console) as running:
        took = running.healthy()
        served = [words for words in sandbox.commands() if "serve" in words and words[0].endswith("/java")]
        expect(len(served) == 1 and served[0][0] == "/opt/hexdesk/runtime/bin/java", f"what runs is {served}")
        expect(any(word.startswith("-XX:AOTCache=") for word in served[0]) == machine.thorough, f"the cache: {served[0]}")
        if works:
            trial.work(running.url(), password)
        else:
            expect(trial.tickets(running.url(), password) == 1, "the ticket is gone")
        running.stop()
    return took


def main(base, folder, older, newer, thorough):
    machine = Machine(sandbox.overlaid(base, folder), thorough)
    sandbox.furnish(machine.root)
    # Where this machine itself is the base, its own Java must not help.
    for java in ["usr/lib/jvm", "opt"]:
        if (machine.root / java).exists():
            sandbox.mount("tmpfs", machine.root / java, "mode=755")
    for package in (older, newer):
        shutil.copy(package, machine.path("/tmp") / package.name)
    shutil.rmtree(machine.path("/run/systemd"), ignore_errors=True)
    before = machine.files()

    began = time.monotonic()
    machine.dpkg("-i", f"/tmp/{older.name}")
    print(f"         installed in {time.monotonic() - began:.1f} s{', with the cache' if thorough else ''}", flush=True)
    machine.must("/etc/hexdesk", "root:hexdesk", 0o750)
    machine.must("/etc/hexdesk/config.yml", "root:hexdesk", 0o640)
    machine.must("/etc/hexdesk/setup.yml", "root:hexdesk", 0o640)
    machine.must("/etc/hexdesk/hexdesk.env", "root:root", 0o600)
    machine.must("/var/lib/hexdesk", "hexdesk:hexdesk", 0o700)
    machine.must("/var/log/hexdesk", "hexdesk:hexdesk", 0o750)
    secret = machine.path("/etc/hexdesk/hexdesk.env").read_text()
    expect(re.search(r"^HEXDESK_JWT_SECRET=[0-9a-f]{64}$", secret, re.MULTILINE), "there is no secret")
    machine.run("hexdesk", "check")
    found = re.search(r"^User admin: created, password (\S+)", machine.run("hexdesk", "setup"), re.MULTILINE)
    expect(found, "setup showed no password")
    took = serve_and_work(machine, folder / "first.log", found.group(1), works=True)
    print(f"         the first 200 after {took}", flush=True)

    machine.path("/etc/hexdesk/config.yml").write_text(CONFIGURATION, encoding="utf-8")
    machine.dpkg("-i", f"/tmp/{newer.name}")
    expect(machine.path("/etc/hexdesk/config.yml").read_text() == CONFIGURATION, "the upgrade lost the configuration")
    expect(machine.path("/etc/hexdesk/hexdesk.env").read_text() == secret, "the upgrade lost the secret")
    machine.must("/etc/hexdesk/config.yml", "root:hexdesk", 0o640)
    expect(len(list(machine.path("/opt/hexdesk/aot").glob("*.aot"))) == int(thorough), "there is not one cache")
    if thorough:
        serve_and_work(machine, folder / "second.log", found.group(1), works=False)
    machine.run("dpkg", "--verify", "hexdesk")

    machine.dpkg("--remove", "hexdesk")
    expect(not machine.path("/opt/hexdesk").exists(), "the program is still there")
    expect(not machine.path("/usr/sbin/hexdesk").exists(), "the command is still there")
    expect(machine.path("/etc/hexdesk/config.yml").read_text() == CONFIGURATION, "removing took the configuration")
    expect(machine.path("/var/lib/hexdesk/cluster").exists(), "removing took the data")
    machine.dpkg("--purge", "hexdesk")
    left = sorted(machine.files() ^ before)
    expect(not left, f"the purge left, or took: {left}")
    expect(not list(machine.path("/var/log").glob("*hexdesk*")), "the logs are still there")
    expect("hexdesk" not in machine.path("/etc/passwd").read_text(), "the user is still there")
    print("         installed, upgraded, removed and purged, and nothing is left", flush=True)


if __name__ == "__main__":
    try:
        main(*(pathlib.Path(word) for word in sys.argv[1:5]), thorough="thorough" in sys.argv[5:])
    except server.Failed as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
