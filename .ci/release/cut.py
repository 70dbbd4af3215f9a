"""Cuts a version: gives it its name everywhere, makes its API the one that clients rely on, and tags that commit."""

import datetime
import re
import subprocess

import server

UNRELEASED = "## [Unreleased]\n"
# Where the version stands that is being worked on, besides the POMs.
NAMED = ["setup/containers/compose.yaml", "setup/kubernetes/kustomization.yaml", "setup/kubernetes/setup.yaml"]


def git(*words):
    done = subprocess.run(["git", *words], cwd=server.HOME, capture_output=True, text=True)
    if done.returncode != 0:
        raise server.Failed(f"git {' '.join(words)}: {done.stderr.strip()}")
    return done.stdout.strip()


def following(version):
    """The version that is worked on after this one."""
    major, minor, _ = version.split(".")
    return f"{major}.{int(minor) + 1}.0"


def rename(before, after):
    """Writes another version where the one before stands."""
    for file in [server.HOME / "pom.xml", *sorted(server.HOME.glob("*/pom.xml"))]:
        text = file.read_text(encoding="utf-8")
        wanted = f"<version>{before}</version>"
        if text.count(wanted) != 1:
            raise server.Failed(f"{file.relative_to(server.HOME)} does not have {wanted} once")
        file.write_text(text.replace(wanted, f"<version>{after}</version>"), encoding="utf-8")
    plain_before, plain_after = before.removesuffix("-SNAPSHOT"), after.removesuffix("-SNAPSHOT")
    for name in NAMED:
        file = server.HOME / name
        pattern = rf"(hexdesk:|newTag: ){re.escape(plain_before)}\b"
        text, found = re.subn(pattern, rf"\g<1>{plain_after}", file.read_text(encoding="utf-8"))
        if not found:
            raise server.Failed(f"{name} does not name {plain_before}")
        file.write_text(text, encoding="utf-8")


def name_changes(version):
    """Gives what stands in the changelog as not yet released the version's name."""
    file = server.HOME / "CHANGELOG.md"
    text = file.read_text(encoding="utf-8")
    before, heading, after = text.partition(UNRELEASED)
    if not heading or not after.partition("\n## ")[0].strip():
        raise server.Failed("CHANGELOG.md tells of nothing that is unreleased")
    file.write_text(f"{before}{UNRELEASED}\n## [{version}] - {datetime.date.today()}\n{after}", encoding="utf-8")


def release_api():
    """Makes the present API the one that clients rely on; fails where it breaks theirs and does not say so."""
    passes = [["-Dopenapi.update=true", "-Dopenapi.release=true"]]
    if (server.HOME / "docs" / "openapi-released.yaml").exists():
        passes.insert(0, [])
    for words in passes:
        done = subprocess.run(
            ["sh", "./mvnw", "-B", "-q", "-pl", "bootstrap", "-am", "-Dtest=ApiDescriptionTest,ReleasedApiTest",
             "-Djacoco.skip", *words, "test"], cwd=server.HOME, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise server.Failed("the API can't be released; what the tests say is above")


def cut(version, current, key, say):
    """Makes two commits: the version with its tag, and the beginning of the next one."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise server.Failed(f"a version is called like 0.1.0, not {version}")
    if git("status", "--porcelain"):
        raise server.Failed("commit what is not committed, or drop it: a version is cut of what is committed")
    if git("tag", "--list", f"v{version}"):
        raise server.Failed(f"there is a version {version} already: git show v{version}")
    if not current.endswith("-SNAPSHOT"):
        raise server.Failed(f"pom.xml has {current}, so a version was cut and the next one has not begun")
    try:
        # The API first: the build asks for the released document once the changelog names a version.
        say("Making the API the one that clients rely on")
        release_api()
        say(f"Naming {version}")
        rename(current, version)
        name_changes(version)
        git("add", "--all")
        git("commit", "--quiet", "--message", f"Release {version}")
        sign = ["--sign", "--local-user", key] if key else ["--annotate"]
        git("tag", *sign, "--message", f"Hexdesk {version}", f"v{version}")
    except server.Failed:
        git("reset", "--quiet", "--hard")
        git("clean", "--quiet", "--force", "docs")
        raise
    after = f"{following(version)}-SNAPSHOT"
    say(f"Beginning {after}")
    rename(version, after)
    git("commit", "--quiet", "--all", "--message", f"Begin {after.removesuffix('-SNAPSHOT')}")
    print(f"""The version {version} is cut: git show v{version}
What is left to do:
  git checkout v{version} && .ci/run && git checkout -
  ./dev release --of v{version} --test{' --sign ' + key if key else ''}
  git push --follow-tags
Until it is pushed it can be taken back: git tag --delete v{version} && git reset --hard HEAD~2""")
