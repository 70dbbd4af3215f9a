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
  # shellcheck source=/dev/null
  . /etc/hexdesk/hexdesk.env
  set +a
fi

umask 077
cd /
exec runuser -u hexdesk -- /opt/hexdesk/hexdesk "$@"
