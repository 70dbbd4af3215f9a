"""Makes an image for containers without an engine: a layout of the Open Container Initiative, in one file."""

import gzip
import hashlib
import io
import json
import lzma
import pathlib
import shutil
import subprocess
import tarfile
import time
import urllib.request
from dataclasses import dataclass

import server
from archive import Tree

HERE = pathlib.Path(__file__).resolve().parent / "image"
CACHE = server.HOME / "target" / "release" / "debian"
MIRRORS = ["https://deb.debian.org/debian", "https://snapshot.debian.org/archive/debian/20261130T000000Z"]
USER = 65532
SECOND = 1_000_000_000

# What the launcher and the embedded PostgreSQL call, of busybox; and a little for who looks in.
APPLETS = ["cat", "cut", "dirname", "env", "grep", "head", "id", "ls", "mkdir", "ps", "readlink", "rm", "sed", "setsid",
           "sh", "sha256sum", "sleep", "stat", "tail", "uname", "wget"]
# Of packages that have more than is of use here.
WANTED = {
    "busybox-static": ("usr/bin/busybox", "usr/share/doc/"),
    "util-linux": ("usr/bin/setpriv", "usr/share/doc/util-linux/copyright"),
    "libc-bin": ("usr/bin/getconf", "usr/bin/locale", "usr/lib/locale/", "usr/share/doc/libc-bin/copyright"),
}
NOT_WANTED = ("usr/share/man/", "usr/share/lintian/", "usr/share/locale/", "usr/share/gdb/",
              "usr/share/bash-completion/")

VARIABLES = {
    "PATH": "/opt/hexdesk/bin:/usr/bin",
    "LANG": "C.UTF-8",
    # Where a library is unpacked that passwords are hashed with; whoever this runs as can write there.
    "HOME": "/tmp",
    "HEXDESK_HOST": "0.0.0.0",
    "HEXDESK_CONFIG": "/var/lib/hexdesk/config.yml",
    "HEXDESK_SETUP": "/var/lib/hexdesk/setup.yml",
    "HEXDESK_DATA": "/var/lib/hexdesk/data",
    "HEXDESK_LOGS": "/var/lib/hexdesk/logs",
}


@dataclass(frozen=True)
class Package:
    """One of Debian's, by its very bytes."""

    architecture: str
    name: str
    version: str
    sha256: str
    path: str

    def fetched(self, only_tried):
        """The file. What is only tried may be what this machine's own Debian has of that name."""
        file = CACHE / self.path.rsplit("/", 1)[1]
        if file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() == self.sha256:
            return file
        CACHE.mkdir(parents=True, exist_ok=True)
        problems = []
        for mirror in MIRRORS:
            try:
                with urllib.request.urlopen(f"{mirror}/{self.path}", timeout=60) as answer:
                    content = answer.read()
            except OSError as problem:
                problems.append(f"{mirror}: {problem}")
                continue
            if hashlib.sha256(content).hexdigest() == self.sha256:
                file.write_bytes(content)
                return file
            problems.append(f"{mirror}: other bytes")
        words = (f"{self.path} could not be had ({'; '.join(problems)}). Where Debian has a newer version, write that "
                 "into .ci/release/image/packages.txt, as docs/releasing.md tells")
        if only_tried and (own := self._of_this_machine()):
            print(f"{words}. Tried with {own.name}", flush=True)
            return own
        raise server.Failed(words)

    def _of_this_machine(self):
        folder = CACHE / "own"
        shutil.rmtree(folder / self.name, ignore_errors=True)
        (folder / self.name).mkdir(parents=True)
        if shutil.which("apt-get") is None:
            return None
        subprocess.run(["apt-get", "download", "--quiet=2", self.name], cwd=folder / self.name,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return next((folder / self.name).glob("*.deb"), None)

    def wants(self, name):
        return not name.startswith(NOT_WANTED) and "/gconv/" not in name and (
            self.name not in WANTED or name.startswith(WANTED[self.name]))

    def add_to(self, tree, only_tried):
        with tarfile.open(fileobj=io.BytesIO(_data_of(self.fetched(only_tried).read_bytes()))) as data:
            for entry in data:
                name = entry.name.removeprefix("./").rstrip("/")
                # Debian's folders of old are links by now.
                for old in ["bin", "sbin", "lib", "lib64"]:
                    if name.startswith(old + "/"):
                        name = "usr/" + name
                if not name or not self.wants(name):
                    continue
                if entry.issym():
                    tree.links[name] = entry.linkname
                elif entry.isfile():
                    # Nothing here gives whoever runs it the rights of another.
                    tree.files[name] = (data.extractfile(entry).read(), entry.mode & 0o755)
                elif entry.islnk():
                    tree.files[name] = tree.files[entry.linkname.removeprefix("./")]


def _data_of(package):
    """The tar of what a package installs."""
    at = 8
    while at < len(package):
        name = package[at:at + 16].decode().strip().rstrip("/")
        size = int(package[at + 48:at + 58])
        content = package[at + 60:at + 60 + size]
        if name.startswith("data.tar"):
            if name.endswith(".xz"):
                return lzma.decompress(content)
            if name.endswith(".gz"):
                return gzip.decompress(content)
            if name.endswith(".zst"):
                return subprocess.run(["zstd", "-dc"], input=content, check=True, capture_output=True).stdout
            return content
        at += 60 + size + size % 2
    raise server.Failed("a Debian package without a data.tar")


def packages(architecture):
    lines = (HERE / "packages.txt").read_text(encoding="utf-8").splitlines()
    found = [Package(*line.split()) for line in lines if line and not line.startswith("#")]
    return [each for each in found if each.architecture == architecture]


def system(architecture, only_tried):
    """What is below: a C library, a shell, and names for who runs this."""
    base = Tree()
    for package in packages(architecture):
        package.add_to(base, only_tried)
    for name in ["bin", "sbin", "lib", "lib64"]:
        base.links[name] = f"usr/{name}"
    for name in ["usr/sbin", "usr/lib64"]:
        base.folders[name] = 0o755
    for applet in APPLETS:
        base.links[f"usr/bin/{applet}"] = "busybox"
    nobody = "/usr/sbin/nologin"
    base.add("etc/passwd", f"root:x:0:0:root:/root:{nobody}\nhexdesk:x:{USER}:0::/tmp:{nobody}\n".encode())
    base.add("etc/group", f"root:x:0:\nhexdesk:x:{USER}:\n".encode())
    base.add("etc/nsswitch.conf", b"passwd: files\ngroup: files\nhosts: files dns\n")
    told = [f"{each.name} {each.version}\n" for each in packages(architecture)]
    base.add("usr/share/doc/packages.txt", "".join(told).encode())
    base.folders |= {"tmp": 0o1777, "proc": 0o555, "sys": 0o555, "dev": 0o755, "run": 0o755, "root": 0o700}
    return base


def program(packed):
    """Hexdesk itself, and a folder for what it keeps."""
    top = Tree()
    for name, file in packed.files.items():
        if name in ("hexdesk", "hexdesk.jar", "LICENSE") or name.startswith("lib/"):
            top.files[f"opt/hexdesk/{name}"] = file
    top.links["opt/hexdesk/bin/hexdesk"] = "../hexdesk"
    top.add("opt/hexdesk/bin/healthy", HERE / "healthy", executable=True)
    return top


def kept():
    """Whoever it runs as is of root's group there, also where that is a random number as OpenShift gives one."""
    return Tree(folders={"var/lib/hexdesk": 0o775})


def runtime(packed):
    """The Java, which changes less often than the program: a layer of its own."""
    tree = Tree()
    tree.files = {f"opt/hexdesk/{name}": file for name, file in packed.files.items() if name.startswith("runtime/")}
    tree.links = {f"opt/hexdesk/{name}": to for name, to in packed.links.items() if name.startswith("runtime/")}
    return tree


class Layout:
    """The layout as it grows: what it has by its sums."""

    def __init__(self):
        self.tree = Tree()

    def blob(self, content, kind, **more):
        digest = hashlib.sha256(content).hexdigest()
        self.tree.add(f"blobs/sha256/{digest}", content)
        return {"mediaType": kind, "digest": f"sha256:{digest}", "size": len(content)} | more

    def json(self, told, kind, **more):
        return self.blob(json.dumps(told, sort_keys=True).encode(), kind, **more)


def _layer(layout, tree, moment, level):
    out = io.BytesIO()
    tree.tar(out, moment)
    plain = out.getvalue()
    packed = gzip.compress(plain, level, mtime=0)
    return (f"sha256:{hashlib.sha256(plain).hexdigest()}",
            layout.blob(packed, "application/vnd.oci.image.layer.v1.tar+gzip"))


def _image(layout, platform, packed, labels, moment, level, only_tried):
    layers, changes, history = [], [], []
    created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))
    for words, tree in [("Debian's C library and busybox", system(platform.debian, only_tried)), ("Java", runtime(packed)),
                        ("Hexdesk", program(packed).joined(kept()))]:
        change, layer = _layer(layout, tree, moment, level)
        changes.append(change)
        layers.append(layer)
        history.append({"created": created, "created_by": words})
    config = layout.json({
        "architecture": platform.debian,
        "os": "linux",
        "created": created,
        "config": {
            "User": f"{USER}:0",
            "Env": [f"{name}={value}" for name, value in VARIABLES.items()],
            "Entrypoint": ["/opt/hexdesk/hexdesk"],
            "Cmd": ["serve"],
            "WorkingDir": "/opt/hexdesk",
            "ExposedPorts": {"8080/tcp": {}, "8081/tcp": {}},
            "Volumes": {"/var/lib/hexdesk": {}},
            "StopSignal": "SIGTERM",
            "Labels": labels,
            # Engines that ask containers themselves; Kubernetes has probes.
            "Healthcheck": {"Test": ["CMD", "/opt/hexdesk/bin/healthy"], "Interval": 10 * SECOND,
                            "Timeout": 6 * SECOND, "StartPeriod": 60 * SECOND, "Retries": 3},
        },
        "rootfs": {"type": "layers", "diff_ids": changes},
        "history": history,
    }, "application/vnd.oci.image.config.v1+json")
    return layout.json({"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
                        "config": config, "layers": layers, "annotations": labels},
                       "application/vnd.oci.image.manifest.v1+json",
                       platform={"architecture": platform.debian, "os": "linux"})


def write(file, images, version, commit, moment, level, only_tried):
    """Writes one file with the images of all these platforms, each of which has the tree of its archive."""
    layout = Layout()
    labels = {
        "org.opencontainers.image.title": "Hexdesk",
        "org.opencontainers.image.description": "A headless help desk",
        "org.opencontainers.image.licenses": "MIT",
        "org.opencontainers.image.version": version,
        "org.opencontainers.image.revision": commit,
    }
    made = [_image(layout, platform, packed, labels, moment, level, only_tried) for platform, packed in images]
    index = layout.json({"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json",
                         "manifests": made, "annotations": labels}, "application/vnd.oci.image.index.v1+json",
                        annotations={"org.opencontainers.image.ref.name": version,
                                     "io.containerd.image.name": f"docker.io/library/hexdesk:{version}"})
    layout.tree.add("oci-layout", b'{"imageLayoutVersion":"1.0.0"}')
    layout.tree.add("index.json", json.dumps({"schemaVersion": 2, "manifests": [index],
                                              "mediaType": "application/vnd.oci.image.index.v1+json"}).encode())
    with file.open("wb") as out:
        layout.tree.tar(out, moment)
