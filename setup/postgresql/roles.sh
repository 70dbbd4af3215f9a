#!/bin/sh
# Makes the two roles of a PostgreSQL of your own: `roles.sh --help`.

set -eu

usage() {
  cat <<'USAGE'
Usage: roles.sh [--database NAME] [--owner NAME] [--server NAME]

Makes, or puts right, two roles in a PostgreSQL of your own:

  --owner NAME     owns the database and changes its tables (hexdesk_owner);
                   only `./hexdesk db`, `demo` and `reindex` log in by it
  --server NAME    reads and writes rows and owns nothing (hexdesk); the
                   server and all other commands log in by it
  --database NAME  the database (hexdesk), which is made where it is missing

Whoever has the server's password can't rewrite the history of tickets, nor
change tables, functions, triggers or anybody's rights.

A database that the server's role owns by now is handed over to the owner, with
all that is in it; nothing of its data is changed. It is safe to run this again,
and while Hexdesk is running. It says what it does.

It logs in by psql, as a superuser: run it as the user postgres on the machine
of the database, or set PGHOST, PGPORT, PGUSER, PGPASSWORD.

The passwords are HEXDESK_DB_OWNER_PASSWORD and HEXDESK_DB_PASSWORD. Where these
are not set, a role that is new gets one that is made up and shown once; one that
is there keeps its own.
USAGE
}

die() {
  printf 'roles.sh: %s\n' "$*" >&2
  exit 1
}

owner=hexdesk_owner
server=hexdesk
database=hexdesk
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h)
      usage
      exit
      ;;
    --owner | --server | --database)
      [ $# -ge 2 ] && [ -n "$2" ] || die "$1 needs a name"
      case $1 in
        --owner) owner=$2 ;;
        --server) server=$2 ;;
        *) database=$2 ;;
      esac
      shift 2
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
done
command -v psql >/dev/null || die "psql is missing (Debian, Ubuntu: apt install postgresql-client)"

folder=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
sql=$folder/roles.sql

# psql, which neither reads the caller's habits nor goes on after a failure.
run() {
  psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 "$@"
}

role_exists() {
  [ "$(printf "SELECT count(*) FROM pg_roles WHERE rolname = :'role';\n" |
    run --set=role="$1" --dbname=postgres)" = 1 ]
}

made_up() {
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}

if [ -z "${HEXDESK_DB_OWNER_PASSWORD-}" ] && ! role_exists "$owner"; then
  HEXDESK_DB_OWNER_PASSWORD=$(made_up)
  shown_owner=$HEXDESK_DB_OWNER_PASSWORD
fi
if [ -z "${HEXDESK_DB_PASSWORD-}" ] && ! role_exists "$server"; then
  HEXDESK_DB_PASSWORD=$(made_up)
  shown_server=$HEXDESK_DB_PASSWORD
fi
HEXDESK_DB_OWNER_PASSWORD=${HEXDESK_DB_OWNER_PASSWORD-}
HEXDESK_DB_PASSWORD=${HEXDESK_DB_PASSWORD-}
export HEXDESK_DB_OWNER_PASSWORD HEXDESK_DB_PASSWORD

if [ "$(printf "SELECT count(*) FROM pg_database WHERE datname = :'name';\n" |
  run --set=name="$database" --dbname=postgres)" = 0 ]; then
  printf "CREATE DATABASE :\"name\" ENCODING 'UTF8' TEMPLATE template0;\n" |
    run --set=name="$database" --dbname=postgres
  printf 'database %s is made\n' "$database"
fi

# By their environment, as others can read the arguments of programs; and not into the database's log.
settings() {
  cat <<'SETTINGS'
SET log_statement = 'none';
SET log_min_duration_statement = -1;
\getenv owner_password HEXDESK_DB_OWNER_PASSWORD
\getenv server_password HEXDESK_DB_PASSWORD
\o /dev/null
SELECT set_config('hexdesk.owner', :'owner', false), set_config('hexdesk.server', :'server', false),
       set_config('hexdesk.owner_password', :'owner_password', false),
       set_config('hexdesk.server_password', :'server_password', false);
\o
SETTINGS
}
words=$({ settings && cat "$sql"; } |
  run --set=owner="$owner" --set=server="$server" --dbname="$database" 2>&1) || die "nothing was changed:
$words"
printf '%s\n' "$words" | sed 's/^.*NOTICE:  //'

[ -z "${shown_owner-}" ] || printf 'HEXDESK_DB_OWNER_USER=%s\nHEXDESK_DB_OWNER_PASSWORD=%s\n' "$owner" "$shown_owner"
[ -z "${shown_server-}" ] || printf 'HEXDESK_DB_USER=%s\nHEXDESK_DB_PASSWORD=%s\n' "$server" "$shown_server"
