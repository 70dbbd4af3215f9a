#!/bin/sh
# Runs a command of Hexdesk as the service would, with its settings and as its user:
#
#   sudo hexdesk db status
#
# Install it as /usr/local/sbin/hexdesk. As root itself, a command would leave files behind that the
# service can't write.

set -eu

export HEXDESK_CONFIG=/etc/hexdesk/config.yml
export HEXDESK_DATA=/var/lib/hexdesk
export HEXDESK_SETUP=/etc/hexdesk/setup.yml
export HEXDESK_LOGS=/var/log/hexdesk
if [ -f /etc/hexdesk/hexdesk.env ]; then
  set -a
  # Without the line ends of other systems, as systemd reads it.
  settings=$(tr -d '\r' </etc/hexdesk/hexdesk.env)
  eval "$settings"
  set +a
fi

umask 077
# Files are named from where the caller stands.
export HEXDESK_CALLER="$PWD"
cd /
# The command never has the caller's terminal: on kernels that let it, it could type there, as root. At a
# terminal it gets one of its own. Between pipes it gets none at all, for a terminal would change what goes
# through them; a session of its own sees to that, and signals are handed on to it.
if [ -t 0 ] && [ -t 1 ] && [ -t 2 ]; then
  exec runuser --pty -u hexdesk -- /opt/hexdesk/hexdesk "$@"
fi
exec 3<&0
HOME=/var/lib/hexdesk setsid -w setpriv --reuid=hexdesk --regid=hexdesk --init-groups /opt/hexdesk/hexdesk "$@" <&3 3<&- &
command=$!
exec 3<&-
# What runs in the background takes no notice of SIGINT.
trap 'kill -TERM "$command"' HUP INT TERM
status=0
wait "$command" || status=$?
# A signal ends the waiting, not yet the command.
while kill -0 "$command" 2>/dev/null; do
  status=0
  wait "$command" || status=$?
done
exit "$status"
