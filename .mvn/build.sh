#!/bin/sh
# Builds Hexdesk where a source is newer than the last build, with the JDK of JAVA_HOME. Of several
# that are started at the same time one builds, and the others wait for it.

set -eu

cd "$(dirname "$0")/.."
jar=bootstrap/target/hexdesk.jar

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "hexdesk: $*"
  exit 1
}

# All that goes into the jar. Folders count too: deleting a file changes nothing else.
is_stale() {
  [ ! -f "$jar" ] || [ -n "$(find pom.xml .mvn config.yml.template setup/setup.yml.template \
    ./*/pom.xml ./*/src/main -newer "$jar" 2>/dev/null | head -n 1)" ]
}

# A link is made together with what it says: the process that builds.
lock() {
  lock=target/hexdesk-build.lock
  tries=0
  waiting=
  mkdir -p target || die "cannot build: $PWD/target cannot be made"
  until ln -s "process-$$" "$lock" 2>/dev/null; do
    if ! builder=$(readlink "$lock"); then
      # It is gone by now, or nothing can be made there at all.
      tries=$((tries + 1))
      [ "$tries" -le 3 ] || die "cannot build: $PWD/target cannot be written"
      sleep 1
    elif kill -0 "${builder#process-}" 2>/dev/null || [ -d "/proc/${builder#process-}" ]; then
      [ -n "$waiting" ] || say "Waiting for another build, $builder" \
        "(if there is none, remove $PWD/$lock)"
      waiting=yes
      sleep 1
    else
      rm -f "$lock"
    fi
  done
  trap 'rm -f "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

build() {
  say "Building Hexdesk (the first time it downloads libraries, which takes some minutes)"
  # Sources may change while Maven works: the build is as old as its beginning.
  touch target/hexdesk-build.start
  # Maven's own libraries do what a Java 25 warns of.
  quiet="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  MAVEN_OPTS="$quiet ${MAVEN_OPTS-}" sh ./mvnw -q -B -Dmaven.test.skip package </dev/null >&2 ||
    die "the build failed; its messages are above"
  touch -r target/hexdesk-build.start "$jar"
  rm -f target/hexdesk-build.start
}

if is_stale; then
  lock
  # Whom we waited for has perhaps done it.
  if is_stale; then
    build
  fi
fi
