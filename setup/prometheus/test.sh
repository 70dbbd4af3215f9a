#!/usr/bin/env bash
# Has Prometheus' own tool read all that is here and each expression of the dashboard, and tries the alerts.
set -euo pipefail
cd "$(dirname "$0")"

promtool check config prometheus.yml
promtool check rules --lint=all --lint-fatal alerts.yml
promtool test rules alerts.test.yml

# The tool reads rules alone, so each expression becomes one.
expressions=$(mktemp --suffix .yml)
trap 'rm -f "$expressions"' EXIT
python3 - ../grafana/hexdesk.json >"$expressions" <<'PYTHON'
import json, sys

rules = []
for panel in json.load(open(sys.argv[1]))["panels"]:
    for target in panel.get("targets", []):
        expression = target["expr"].replace("$__rate_interval", "5m").replace("$instance", ".*")
        rules.append({"record": f"panel:{panel['id']}:{target['refId']}", "expr": expression})
json.dump({"groups": [{"name": "dashboard", "rules": rules}]}, sys.stdout)
PYTHON
promtool check rules "$expressions"
