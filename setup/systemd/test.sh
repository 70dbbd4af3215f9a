#!/bin/sh
# Holds hexdesk.service to what systemd itself thinks of it: not a word of complaint, and little
# exposure. It needs no running systemd, only its program systemd-analyze.

set -eu

# Of 100 points, of which 0 is best; most services of a distribution have more than 90.
exposure=15

if ! command -v systemd-analyze >/dev/null; then
  echo "systemd-analyze is not installed, so hexdesk.service is not tested" >&2
  [ "${CI-}" != true ]
  exit
fi

unit=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)/hexdesk.service
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

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
