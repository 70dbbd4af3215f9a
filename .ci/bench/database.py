"""The server's PostgreSQL, asked by psql and pgbench past the server."""

import collections
import os
import re
import subprocess

from counters import Usage, run_measured
from server import Failed


class Database:
    """The database of a running server. What changes its settings is the superuser's; the load is the server's role's."""

    def __init__(self, server):
        self._server = server

    def _environment(self, role):
        return os.environ | {
            "PGHOST": "127.0.0.1", "PGPORT": self._server.postmaster()[3], "PGDATABASE": "hexdesk", "PGUSER": role,
            "PGPASSFILE": str(self._server.folder / "data" / "pgpass"), "PGSSLMODE": "disable"}

    def _psql(self, role, *commands):
        each = [word for command in commands for word in ("-c", command)]
        answer = subprocess.run(
            ["psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", *each],
            env=self._environment(role), capture_output=True, text=True)
        if answer.returncode != 0:
            raise Failed("psql failed: " + answer.stderr)
        return [line.split("\t") for line in answer.stdout.splitlines()]

    def rows(self, query):
        """What the query selects, as texts."""
        return self._psql("hexdesk", query)

    def settle(self):
        """Lets what was written before be no burden of what is measured next."""
        self._psql("postgres", "VACUUM ANALYZE", "CHECKPOINT")

    def count_statements(self):
        """Counts from zero, BEGIN and COMMIT too."""
        self._psql(
            "postgres", "CREATE EXTENSION IF NOT EXISTS pg_stat_statements",
            "ALTER SYSTEM SET pg_stat_statements.track = 'top'", "SELECT pg_reload_conf()")
        # A server process looks at new settings before its next statement, and ours is younger than most.
        self._psql("postgres", "SELECT pg_sleep(0.2)", "SELECT pg_stat_statements_reset()")

    def counted(self):
        """Ends the counting: how often each statement of the server ran."""
        found = self._psql(
            "postgres",
            "SELECT calls, regexp_replace(query, '\\s+', ' ', 'g') FROM pg_stat_statements"
            " WHERE userid = 'hexdesk'::regrole",
            "ALTER SYSTEM RESET pg_stat_statements.track", "SELECT pg_reload_conf()")
        calls = collections.Counter()
        # The last row is the reload's.
        for count, query in found[:-1]:
            calls[query] += int(count)
        # The driver keeps COMMIT prepared, and of a prepared one PostgreSQL counts the first alone. Each BEGIN has an end.
        for end in ("COMMIT", "ROLLBACK"):
            calls.pop(end, None)
        if "BEGIN" in calls:
            calls["COMMIT or ROLLBACK"] = calls["BEGIN"]
        return [(count, query) for query, count in calls.most_common()]

    def bound(self, query, tickets, seconds, clients):
        """Runs the server's own query without the server: as fast as anything in front of this database could be."""
        script = self._server.folder / "bound.sql"
        script.write_text(f"\\set id random(1, {tickets})\n{query.replace('$1', ':id')};\n", encoding="utf-8")
        command = ["pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "1", "-T", str(seconds), "-f", script]
        output, usage = run_measured(command, Usage(self._server), env=self._environment("hexdesk"))
        done = int(re.search(r"transactions actually processed: (\d+)", output).group(1))
        rate = float(re.search(r"tps = ([\d.]+)", output).group(1))
        return {"rate": rate} | usage.per_request(done)

    def copy_seconds(self, columns, seconds):
        """How long PostgreSQL itself takes to write these columns of all tickets."""
        command = f"COPY (SELECT {', '.join(columns)} FROM tickets ORDER BY id) TO STDOUT (FORMAT csv)"
        began = seconds()
        subprocess.run(["psql", "-XqAt", "-c", command], env=self._environment("hexdesk"),
                       stdout=subprocess.DEVNULL, check=True)
        return seconds() - began
