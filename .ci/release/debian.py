"""Makes a Debian package: the program with its Java in /opt/hexdesk, and the service that runs it."""

import gzip
import hashlib
import io
import pathlib
import re

from archive import Tree

HERE = pathlib.Path(__file__).resolve().parent / "debian"
SCRIPTS = ["preinst", "postinst", "prerm", "postrm"]
CONFIGURED = ["/etc/hexdesk/config.yml", "/etc/hexdesk/setup.yml"]
# What is somewhere else here, or runs it in another way.
NOT_OF_DEBIAN = ("setup/systemd/", "setup/containers/", "setup/kubernetes/", "setup/setup.yml.template")
# What the Java and PostgreSQL's programs are linked with.
NEEDED = "adduser, init-system-helpers, libc6 (>= 2.28), libgcc-s1, libstdc++6, util-linux"


def version_of(version):
    """As Debian orders versions: what comes before a release has a tilde."""
    return version.replace("-SNAPSHOT", "~snapshot")


def name_of(version, architecture):
    return f"hexdesk_{version_of(version)}_{architecture}.deb"


def _copyright(sources):
    licence = (sources / "LICENSE").read_text(encoding="utf-8").strip().splitlines()
    years = next(re.search(r"\d{4}(-\d{4})?", line).group() for line in licence if "Copyright" in line)
    text = "\n".join(f" {line.strip() or '.'}" for line in licence)
    return (HERE / "copyright").read_text(encoding="utf-8").replace("@YEARS@", years).replace("@LICENCE@", text)


def files(sources, program):
    """All that the package installs, from the tree that the archive of the same platform has."""
    packed = Tree()
    read = Tree()
    for name, file in program.files.items():
        if name in ("hexdesk", "hexdesk.jar") or name.startswith(("lib/", "runtime/")):
            packed.files[f"opt/hexdesk/{name}"] = file
        elif name.startswith("setup/") and not name.startswith(NOT_OF_DEBIAN):
            packed.files[f"usr/share/hexdesk/{name.removeprefix('setup/')}"] = file
        elif name.startswith("docs/") or name in ("README.md", "SECURITY.md", "config.yml.template"):
            read.files[name] = file
    packed.links = {f"opt/hexdesk/{name}": target for name, target in program.links.items()}
    packed = packed.joined(read.at("usr/share/doc/hexdesk"))
    packed.add("usr/share/doc/hexdesk/copyright", _copyright(sources).encode())
    changes = (sources / "CHANGELOG.md").read_bytes()
    packed.add("usr/share/doc/hexdesk/changelog.gz", gzip.compress(changes, 9, mtime=0))
    packed.add("usr/lib/systemd/system/hexdesk.service", sources / "setup" / "systemd" / "hexdesk.service",
               executable=False)
    packed.add("usr/sbin/hexdesk", sources / "setup" / "systemd" / "hexdesk.sh", executable=True)
    # Secrets may come to stand in them: nobody else reads them from the first moment on.
    packed.files["etc/hexdesk/config.yml"] = (HERE / "config.yml", 0o640)
    packed.files["etc/hexdesk/setup.yml"] = (sources / "setup" / "setup.yml.template", 0o640)
    packed.folders["etc/hexdesk"] = 0o750
    return packed


def _content(source):
    return source if isinstance(source, bytes) else source.read_bytes()


def control(version, architecture, packed):
    """What the package says of itself, and what runs when it comes and goes."""
    told = Tree()
    installed = sum(len(_content(source)) for source, _ in packed.files.values()) // 1024
    told.add("control", f"""Package: hexdesk
Version: {version_of(version)}
Architecture: {architecture}
Maintainer: Hexdesk's contributors <hexdesk@localhost>
Installed-Size: {installed}
Depends: {NEEDED}
Suggests: nginx, postgresql (>= 15)
Section: net
Priority: optional
Description: headless help desk
 The REST back end on which a support department records and works tickets
 for the people it supports. It brings a Java and a PostgreSQL of its own; the
 latter is left aside where it is told of another one.
""".encode())
    sums = (f"{hashlib.md5(_content(source), usedforsecurity=False).hexdigest()}  {name}\n"
            for name, (source, _) in sorted(packed.files.items()) if f"/{name}" not in CONFIGURED)
    told.add("md5sums", "".join(sums).encode())
    told.add("conffiles", "".join(f"{name}\n" for name in CONFIGURED).encode())
    for name in SCRIPTS:
        told.add(name, HERE / name, executable=True)
    return told


def _compressed(tree, moment, level):
    out = io.BytesIO()
    tree.tar_gz(out, moment, level, "./")
    return out.getvalue()


def package(file, sources, program, version, architecture, moment, level):
    """Writes the package: an archive of ar's, with a tar of what it says and one of what it installs."""
    packed = files(sources, program)
    members = [("debian-binary", b"2.0\n"),
               ("control.tar.gz", _compressed(control(version, architecture, packed), moment, level)),
               ("data.tar.gz", _compressed(packed, moment, level))]
    with file.open("wb") as out:
        out.write(b"!<arch>\n")
        for name, content in members:
            out.write(f"{name:<16}{moment:<12}{0:<6}{0:<6}{0o100644:<8o}{len(content):<10}`\n".encode())
            out.write(content + b"\n" * (len(content) % 2))
