"""Unpacks an image and runs its command as an engine would, with nothing to write to but what it asks for:
FILE FOLDER VERSION.

`./dev release --test` runs this, in namespaces of its own.
"""

import io
import json
import pathlib
import platform
import shutil
import subprocess
import sys
import tarfile

import sandbox
import server
import trial

ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


class Container:
    """What an image has, laid out and made read-only."""

    def __init__(self, file, folder, architecture):
        sandbox.mount("tmpfs", folder, "mode=755")
        self.root = folder / "root"
        self.root.mkdir()
        with tarfile.open(file) as layout:
            def read(digest):
                return layout.extractfile(f"blobs/sha256/{digest.removeprefix('sha256:')}").read()

            index = json.loads(layout.extractfile("index.json").read())
            manifests = json.loads(read(index["manifests"][0]["digest"]))["manifests"]
            manifest = json.loads(read(next(each["digest"] for each in manifests
                                            if each["platform"]["architecture"] == architecture)))
            self.config = json.loads(read(manifest["config"]["digest"]))["config"]
            for layer in manifest["layers"]:
                with tarfile.open(fileobj=io.BytesIO(read(layer["digest"]))) as tar:
                    tar.extractall(self.root, filter="fully_trusted")
        subprocess.run(["mount", "--bind", self.root, self.root], check=True)
        sandbox.furnish(self.root)
        sandbox.mount("tmpfs", self.root / "tmp", "mode=1777")
        for volume in self.config["Volumes"]:
            sandbox.mount("tmpfs", self.root / volume.lstrip("/"), "mode=775")
        subprocess.run(["mount", "-o", "remount,ro,bind", self.root], check=True)
        self.variables = dict(each.split("=", 1) for each in self.config["Env"])

    def command(self, *words, user=None):
        """As an engine would run it: as that user, without a way to more rights."""
        user = user or self.config["User"]
        script = 'cd "$1" && shift && exec "$@"'
        return [shutil.which("setpriv"), "--no-new-privs", shutil.which("chroot"), f"--userspec={user}", "--groups=", self.root, "/usr/bin/sh", "-c",
                script, "sh", self.config["WorkingDir"], *words]

    def run(self, *words, user=None, **more):
        done = subprocess.run(self.command(*words, user=user), env=self.variables | more, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout + done.stderr

    def serve(self, console, user=None, **more):
        command = self.config["Entrypoint"] + self.config["Cmd"]
        return trial.Running(self.command(*command, user=user), self.variables | more, console)


def expect(what, words):
    if not what:
        raise server.Failed(words)


def status_of(running):
    text = pathlib.Path(f"/proc/{running.process.pid}/status").read_text(encoding="utf-8")
    return dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)


def main(file, folder, version):
    container = Container(file, folder, ARCHITECTURES[platform.machine()])
    code, said = container.run("/opt/hexdesk/hexdesk", "--version")
    expect(code == 0 and version in said, f"hexdesk --version ended with {code}: {said}")
    health = container.config["Healthcheck"]["Test"][1:]
    with container.serve(folder / "own.log", HEXDESK_HOST="127.0.0.1") as own:
        took = own.healthy()
        print(f"         the first 200 after {took}, with its own PostgreSQL", flush=True)
        password = own.password()
        trial.work(own.url(), password)
        code, said = container.run(*health, HEXDESK_PORT=str(own.port))
        expect(code == 0, f"the health check ended with {code}: {said}")
        status = status_of(own)
        user = container.config["User"].partition(":")[0]
        expect(set(status["Uid"].split()) == {user}, f"it runs as {status['Uid']}")
        expect(int(status["CapEff"], 16) == 0, f"it has capabilities: {status['CapEff']}")

        # Somebody whom the image does not know, with a database of their own: that of the first.
        kept = container.root / "var/lib/hexdesk/data"
        port = server.postmaster(kept)[3]
        secret = (kept / "pgpass").read_text(encoding="utf-8").strip().split(":")[-1]
        (container.root / "tmp/other").mkdir(mode=0o777)
        (container.root / "tmp/other").chmod(0o777)
        elsewhere = {f"HEXDESK_{name}": f"/tmp/other/{file}" for name, file in
                     {"CONFIG": "config.yml", "SETUP": "setup.yml", "LOGS": "logs"}.items()}
        with container.serve(folder / "other.log", user="1234567:0", HEXDESK_HOST="127.0.0.1",
                             HEXDESK_DB_URL=f"jdbc:postgresql://127.0.0.1:{port}/hexdesk", HEXDESK_DB_PASSWORD=secret,
                             **elsewhere) as other:
            took = other.healthy()
            print(f"         the first 200 after {took}, as another user with a database that is there", flush=True)
            expect(trial.tickets(other.url(), password) == 1, "the other server sees other data")
            other.stop()
        own.stop()
    code, _ = container.run(*health, HEXDESK_PORT="1")
    expect(code != 0, "the health check is content with nothing")


if __name__ == "__main__":
    try:
        main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3])
    except server.Failed as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
