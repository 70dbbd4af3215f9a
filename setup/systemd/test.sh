#!/bin/sh
# Holds hexdesk.service to what systemd itself thinks of it: not a word of complaint, and little
# exposure. It needs no running systemd, only its program systemd-analyze. Then, as root, it runs
# hexdesk.sh, between pipes and at a terminal.

set -eu

# Of 100 points, of which 0 is best; most services of a distribution have more than 90.
exposure=15

here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# --- hexdesk.sh: nothing that runs as the service's user has the caller's terminal ----------------

fail() {
  printf 'hexdesk.sh: %s\n' "$*" >&2
  exit 1
}

if [ "$(id -u)" -ne 0 ]; then
  echo "hexdesk.sh is not tested, which takes root" >&2
  [ "${CI-}" != true ]
else
  chmod 755 "$folder"
  sed "s#-u hexdesk#-u nobody#; s#=hexdesk#=$(id -u nobody)#g; s#/opt/hexdesk/hexdesk#$folder/program#; s#/etc/hexdesk/#$folder/#" \
    "$here/hexdesk.sh" >"$folder/hexdesk.sh"
  cat >"$folder/program" <<'PROGRAM'
#!/bin/sh
case $1 in
  terminal)
    if (: </dev/tty) 2>/dev/null; then
      echo "has $(tty)"
    else
      echo 'has none'
    fi
    ;;
  pipe)
    cat
    echo 'a message' >&2
    exit 3
    ;;
  caller) printf '%s\n' "$HEXDESK_CALLER" ;;
  wait)
    trap 'echo ended; exit 7' TERM
    echo begun
    while :; do sleep 0.1; done
    ;;
esac
PROGRAM
  chmod 755 "$folder/program"

  # At a terminal, which `script` provides, it is another one than the caller's.
  printf 'tty\nsh %s/hexdesk.sh terminal\n' "$folder" >"$folder/session"
  script -qec "sh $folder/session" /dev/null </dev/null | tr -d '\r' >"$folder/words"
  outer=$(sed -n 1p "$folder/words")
  inner=$(sed -n 's/.*has \(.*\)/\1/p' "$folder/words")
  case $outer-$inner in
    /dev/*-/dev/*) [ "$outer" != "$inner" ] || fail "the command has the caller's terminal, $outer" ;;
    *) fail "no terminal of its own: $(cat "$folder/words")" ;;
  esac

  # With its output in a pipe it has none, though its caller does.
  printf 'sh %s/hexdesk.sh terminal | cat\n' "$folder" >"$folder/session"
  words=$(script -qec "sh $folder/session" /dev/null </dev/null | tr -d '\r')
  [ "$words" = 'has none' ] || fail "between pipes the command $words"

  # What goes through pipes is not changed, and the exit code is the command's.
  status=0
  printf 'one\ntwo' | sh "$folder/hexdesk.sh" pipe >"$folder/out" 2>"$folder/err" || status=$?
  [ "$status" -eq 3 ] || fail "the exit code is $status"
  [ "$(cat "$folder/out")" = "$(printf 'one\ntwo')" ] || fail "the output is changed"
  [ "$(cat "$folder/err")" = 'a message' ] || fail "the messages are $(cat "$folder/err")"

  # The command knows where its caller stands.
  mkdir "$folder/a caller"
  [ "$(cd "$folder/a caller" && sh "$folder/hexdesk.sh" caller </dev/null)" = "$folder/a caller" ] ||
    fail "the command does not know where its caller stands"

  # A signal ends the command, and what it says meanwhile is waited for.
  sh "$folder/hexdesk.sh" wait >"$folder/told" 2>/dev/null </dev/null &
  running=$!
  until [ -s "$folder/told" ]; do sleep 0.1; done
  kill -TERM "$running"
  status=0
  wait "$running" || status=$?
  [ "$status-$(tail -n 1 "$folder/told")" = 7-ended ] ||
    fail "after a signal the exit code is $status, and the words $(cat "$folder/told")"
  echo "hexdesk.sh keeps commands from the caller's terminal"
fi

# --- hexdesk.service -----------------------------------------------------------------------------

if ! command -v systemd-analyze >/dev/null; then
  echo "systemd-analyze is not installed, so hexdesk.service is not tested" >&2
  [ "${CI-}" != true ]
  exit
fi

unit=$here/hexdesk.service

# The program has to be there, but here it is not installed.
printf '#!/bin/sh\n' >"$folder/hexdesk"
chmod +x "$folder/hexdesk"
sed "s#/opt/hexdesk/hexdesk#$folder/hexdesk#" "$unit" >"$folder/hexdesk.service"

complaints=$(systemd-analyze verify "$folder/hexdesk.service" 2>&1) || true
if [ -n "$complaints" ]; then
  echo "systemd-analyze verify complains:" >&2
  echo "$complaints" >&2
  exit 1
fi
if ! report=$(systemd-analyze security --offline=true --threshold="$exposure" --no-pager "$unit"); then
  echo "hexdesk.service is exposed by more than $exposure points:" >&2
  echo "$report" | grep '^✗' >&2
  exit 1
fi
echo "$report" | grep 'Overall exposure'
