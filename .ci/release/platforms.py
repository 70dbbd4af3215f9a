"""The machines that a release is for, and the Java that it brings along for them."""

import functools
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass

import server


@dataclass(frozen=True)
class Platform:
    """One kind of machine, by the names that others have for it."""

    name: str
    postgres: str
    system: str
    machines: tuple[str, ...]
    debian: str | None = None

    def is_of(self, release):
        """Whether a Java whose file `release` says so runs there."""
        return (release.get("OS_NAME"), release.get("OS_ARCH")) in [(self.system, each) for each in self.machines]


PLATFORMS = [
    Platform("linux-amd64", "linux-amd64", "Linux", ("x86_64", "amd64"), "amd64"),
    Platform("linux-arm64", "linux-arm64v8", "Linux", ("aarch64", "arm64"), "arm64"),
    Platform("macos-amd64", "darwin-amd64", "Darwin", ("x86_64", "amd64")),
    Platform("macos-arm64", "darwin-arm64v8", "Darwin", ("aarch64", "arm64")),
]

# What jdeps sees that the jars use.
USED = {
    "java.base", "java.compiler", "java.desktop", "java.instrument", "java.net.http", "java.scripting",
    "java.security.jgss", "java.sql", "jdk.attach", "jdk.jfr", "jdk.management", "jdk.security.auth", "jdk.unsupported",
}
# What it sees as well, and nobody calls: Javassist could change the classes of a program that runs.
UNUSED = {"jdk.jdi"}
# What is found by its name alone, which jdeps can't see.
BY_NAME = {
    # Keys of certificates on elliptic curves, by which a database may say who it is.
    "jdk.crypto.ec",
    # The file system within a jar.
    "jdk.zipfs",
    # Names of machines and folders of users, where JNDI is asked for them.
    "java.naming", "jdk.naming.dns",
    # What an operator asks a server of its state.
    "jdk.jcmd", "jdk.management.agent", "jdk.management.jfr",
    # Other calendars, and the names of days in them.
    "jdk.localedata",
}
MODULES = sorted(USED | BY_NAME)


def release_of(java):
    """What the file `release` of a Java says."""
    file = java / "release"
    if not file.exists():
        return {}
    lines = (line.partition("=") for line in file.read_text(encoding="utf-8").splitlines() if "=" in line)
    return {name: value.strip('"') for name, _, value in lines}


@functools.cache
def own_java():
    return pathlib.Path(server.java("java")).resolve().parent.parent


def used_modules(program):
    """What jdeps sees that a program's jars use, now."""
    with tempfile.TemporaryDirectory() as folder:
        jars = [_without_module(jar, pathlib.Path(folder))
                for jar in [program / "hexdesk.jar", *(program / "lib").iterdir()]]
        done = subprocess.run(
            [server.java("jdeps"), "--print-module-deps", "--ignore-missing-deps", "--multi-release", "25",
             "--class-path", f"{folder}/*", *sorted(jars)], capture_output=True, text=True)
    if done.returncode != 0:
        raise server.Failed(f"jdeps failed: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return set(done.stdout.strip().split(",")) - UNUSED


def _without_module(jar, folder):
    """The classes of a jar, without what it says of modules: all are on the class path here, and some name others."""
    copy = folder / jar.name
    with zipfile.ZipFile(jar) as whole, zipfile.ZipFile(copy, "w") as classes:
        for name in whole.namelist():
            if name.endswith(".class") and not name.endswith("module-info.class") or name == "META-INF/MANIFEST.MF":
                classes.writestr(name, whole.read(name))
    return copy


def link(given, platform, runtime):
    """Makes the folder `runtime` with a Java for that platform: of what was given for it, or of this machine's own."""
    shutil.rmtree(runtime, ignore_errors=True)
    if given is None:
        _link(runtime, [], release_of(own_java()))
        _share(runtime)
    elif (given / "java.base.jmod").exists():
        described = _run("jmod", "describe", given / "java.base.jmod")
        target = re.search(r"^platform (\w+)-(\w+)$", described, re.MULTILINE)
        system, machine = target.groups() if target else ("unknown", "unknown")
        _link(runtime, ["--module-path", given],
              {"OS_NAME": {"linux": "Linux", "macos": "Darwin"}.get(system, system), "OS_ARCH": machine})
    elif (given / "bin" / "java").exists():
        shutil.copytree(given, runtime, symlinks=True)
    else:
        raise server.Failed(f"{given} has neither java.base.jmod nor bin/java. Unpack the jmods of a JDK 25 for "
                            f"{platform.name}, or a JRE 25, and name its folder: --runtime {platform.name}=DIR")
    found = release_of(runtime)
    if not platform.is_of(found) or not found.get("JAVA_VERSION", "").startswith("25"):
        raise server.Failed(f"the Java of {given or own_java()} is no Java 25 for {platform.name}, but "
                            f"{found.get('JAVA_VERSION')} for {found.get('OS_NAME')} on {found.get('OS_ARCH')}")


def _run(tool, *words):
    done = subprocess.run([server.java(tool), *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise server.Failed(
            f"{tool} failed: {(done.stdout + done.stderr).strip()[-2000:]}\n"
            "It needs a whole JDK 25 that is as its maker packed it, such as https://adoptium.net's, "
            "or the jmods of the same version: --runtime PLATFORM=DIR")
    return done.stdout


def _link(runtime, from_modules, told):
    """Links, and lets the file `release` tell what jlink leaves out: whose Java it is, and for which machine."""
    _run("jlink", *from_modules, "--add-modules", ",".join(MODULES), "--no-header-files", "--no-man-pages",
         "--output", runtime)
    # What some packers lay beside the libraries, for who debugs the Java itself.
    for symbols in runtime.rglob("*.debuginfo"):
        symbols.unlink()
    names = ["IMPLEMENTOR", "JAVA_RUNTIME_VERSION", "OS_NAME", "OS_ARCH"]
    with (runtime / "release").open("a", encoding="utf-8") as release:
        release.writelines(f'{name}="{told[name]}"\n' for name in names if name in told)


def _share(runtime):
    """Adds what Java's own classes look like in memory with the launcher's options: a start reads that instead of them."""
    done = subprocess.run([runtime / "bin" / "java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xshare:dump"],
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise server.Failed(f"the Java that was linked can't write its classes: {(done.stdout + done.stderr)[-2000:]}")


def component(runtime):
    """That Java, for a bill of materials."""
    release = release_of(runtime)
    return {
        "type": "platform",
        "bom-ref": "java-runtime",
        "publisher": release.get("IMPLEMENTOR", "unknown"),
        "name": "Java runtime",
        "version": release.get("JAVA_RUNTIME_VERSION", release["JAVA_VERSION"]),
        "licenses": [{"license": {"id": "GPL-2.0-with-classpath-exception"}}],
        "properties": [{"name": "java:modules", "value": release.get("MODULES", "")}],
    }


def with_component(bill, runtime):
    """A bill of materials that names that Java, too."""
    told = json.loads(bill)
    told["components"].append(component(runtime))
    told.setdefault("dependencies", []).append({"ref": "java-runtime", "dependsOn": []})
    return json.dumps(told, ensure_ascii=False, indent=2).encode()
