"""Two nodes over one database: restarted in turn behind nginx under load, no request fails; and one that stood still knows
at once what was decided meanwhile."""

import contextlib
import http.client
import json
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
import uuid

import crashes
import ledger as book
import server

CLIENTS = 8
# Of ten requests of a client, the last is a write.
OF_TEN = 10
TIMEOUT = 30
# What operations.md promises, and a machine that has other work.
KNOWN_WITHIN = 2
BEHIND_PROXY = json.dumps({"proxies": {"trusted": ["127.0.0.1"]}})
NGINX = """
daemon off;
{user}
worker_processes 1;
pid nginx.pid;
error_log error.log warn;
events {{ worker_connections 512; }}
http {{
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  include site.conf;
}}
"""


class Nginx:
    """Debian's nginx with the site that is shipped, for these nodes, on a port and with a certificate of its own."""

    def __init__(self, folder, ports):
        self.folder = folder / "nginx"
        self.folder.mkdir()
        self.port, plain = server.free_ports(2)
        self.certificate = self.folder / "certificate.pem"
        key = self.folder / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", self.certificate],
            check=True, capture_output=True)
        site = (server.HOME / "setup" / "nginx" / "hexdesk.conf").read_text(encoding="utf-8")
        for shipped, tried in {
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port} ssl http2;",
            "listen [::]:443 ssl http2;": "",
            "listen 80;": f"listen 127.0.0.1:{plain};",
            "listen [::]:80;": "",
            "/etc/letsencrypt/live/hexdesk.example.org/fullchain.pem": str(self.certificate),
            "/etc/letsencrypt/live/hexdesk.example.org/privkey.pem": str(key),
            "server_name hexdesk.example.org": "server_name localhost",
            "/var/log/nginx/": f"{self.folder}/",
            "server 127.0.0.1:8080 max_fails=0;":
                "\n".join(f"server 127.0.0.1:{port} max_fails=0;" for port in ports),
        }.items():
            if shipped not in site:
                raise server.Failed(f"setup/nginx/hexdesk.conf no longer has {shipped}")
            site = site.replace(shipped, tried)
        (self.folder / "site.conf").write_text(site, encoding="utf-8")
        root = pathlib.Path("~").expanduser() == pathlib.Path("/root")
        (self.folder / "nginx.conf").write_text(NGINX.format(user="user root;" if root else ""), encoding="utf-8")

    def __enter__(self):
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        self._process = subprocess.Popen(
            [program, "-p", self.folder, "-e", self.folder / "error.log", "-c", self.folder / "nginx.conf"])
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError as not_yet:
                if self._process.poll() is not None:
                    raise server.Failed((self.folder / "error.log").read_text(encoding="utf-8")) from not_yet
                time.sleep(0.05)

    def __exit__(self, *_):
        server.stop(self._process)


class Client(threading.Thread):
    """Reads, and writes now and then, over a connection that it keeps; each request is sent once."""

    def __init__(self, nginx, token, employee, ticket, wanted):
        super().__init__(daemon=True)
        self._trust = ssl.create_default_context(cafile=str(nginx.certificate))
        self._port, self._token, self._employee, self._ticket = nginx.port, token, employee, ticket
        self._wanted = wanted
        self.answered = 0
        self.made = []
        self.failures = []
        self.slowest = 0.0

    def run(self):
        connection = None
        while self.answered + len(self.failures) < self._wanted:
            if connection is None:
                connection = http.client.HTTPSConnection("localhost", self._port, timeout=TIMEOUT, context=self._trust)
            began = time.monotonic()
            try:
                self._one(connection)
                self.answered += 1
            except (OSError, http.client.HTTPException, book.Lost) as failure:
                self.failures.append(f"{type(failure).__name__}: {failure}")
                connection.close()
                connection = None
            self.slowest = max(self.slowest, time.monotonic() - began)

    def _one(self, connection):
        headers = {"Authorization": "Bearer " + self._token, "Content-Type": "application/json"}
        if self.answered % OF_TEN == OF_TEN - 1:
            title = str(uuid.uuid4())
            body = json.dumps({"title": title, "description": "Made while nodes restart", "employee_id": self._employee})
            connection.request("POST", "/api/v1/tickets", body, headers | {"Idempotency-Key": f'"{title}"'})
            wanted = 201
        else:
            title = None
            path = f"/api/v1/tickets/{self._ticket}" if self.answered % 2 else "/api/v1/tickets?limit=5"
            connection.request("GET", path, headers=headers)
            wanted = 200
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != wanted:
            raise book.Lost(f"{answer.status}: {body[:300]!r}")
        if title:
            self.made.append(title)


def _node(program, folder, database, secret, name):
    """A node that has its tables in the database of another server."""
    host, port, base, user, password = (
        (database.folder / "data" / "pgpass").read_text(encoding="utf-8").splitlines()[-1].split(":"))
    return server.Server(program, crashes.SETUP, BEHIND_PROXY, folder / f"{name}.log", {
        "HEXDESK_DB_URL": f"jdbc:postgresql://127.0.0.1:{database.postmaster()[3]}/hexdesk",
        "HEXDESK_DB_USER": user, "HEXDESK_DB_PASSWORD": password, "HEXDESK_JWT_SECRET": secret})


@contextlib.contextmanager
def _two_nodes(program, folder):
    """The nodes; the database is a third server's, which nobody asks."""
    secret = uuid.uuid4().hex * 2
    with server.Server(program, crashes.SETUP, "{}", folder / "database.log", {"HEXDESK_JWT_SECRET": secret}) as database, \
            _node(program, folder, database, secret, "node-1") as one, \
            _node(program, folder, database, secret, "node-2") as two:
        yield one, two


def restart_in_turn(program, folder, requests, say):
    """Restarts one node after the other, each when the one before is back, until so many requests were sent."""
    with _two_nodes(program, folder) as (one, two), Nginx(folder, [one.port, two.port]) as nginx:
        api = book.Api(one.port)
        api.log_in(crashes.USER, crashes.PASSWORD)
        employee = crashes.new_employee(api)
        _, _, body = api.send("POST", "/tickets", json.dumps(
            {"title": "To be read", "description": "Again and again", "employee_id": employee}))
        clients = [Client(nginx, api.token, employee, json.loads(body)["id"], requests // CLIENTS) for _ in range(CLIENTS)]
        api.close()
        for client in clients:
            client.start()
        restarts = 0
        while restarts < 2 or any(client.is_alive() for client in clients):
            node = (one, two)[restarts % 2]
            server.stop(node.process)
            node.launch()
            restarts += 1
            if restarts % 10 == 0:
                say(f"  {restarts} restarts, {sum(client.answered for client in clients)} requests answered")
        for client in clients:
            client.join()
        failures = [failure for client in clients for failure in client.failures]
        if failures:
            raise book.Lost(f"{len(failures)} of {requests} requests failed in {restarts} restarts: {failures[:5]}")
        api.log_in(crashes.USER, crashes.PASSWORD)
        made = sorted(title for client in clients for title in client.made)
        found = sorted(title for title in book.all_titles(api) if title != "To be read")
        api.close()
        if made != found:
            raise book.Lost(f"{len(made)} tickets were made, {len(found)} are there, {len(set(found))} different ones")
        return (f"{sum(client.answered for client in clients)} requests in {restarts} restarts, none failed;"
                f" {len(made)} tickets made, each once; the slowest took {max(client.slowest for client in clients):.1f} s")


def revoke_across(program, folder, times, seconds, say):
    """Takes somebody's rights away on one node, while the other one works and while it stands still.

    What stands still is the process, as on a machine that is frozen or moved: its memory is as old as that when it goes on.
    """
    with _two_nodes(program, folder) as (one, two):
        keeper, leaver = book.Api(two.port), book.Api(one.port)
        keeper.log_in(crashes.USER, crashes.PASSWORD)
        person = {"username": "leaver", "password": crashes.PASSWORD, "first_name": "Lea", "last_name": "Ver",
                  "phone": "+99980000002", "email": "leaver@faults.example", "roles": ["support"]}
        address = f"/users/{json.loads(_expect(keeper, 201, 'POST', '/users', json.dumps(person)))['id']}"
        leaver.log_in("leaver", crashes.PASSWORD)
        slowest = 0.0
        for number in range(times):
            slowest = max(slowest, _until(leaver, 200), _revoked_at_work(keeper, leaver, address))
            _disable(keeper, address, False)
            slowest = max(slowest, _until(leaver, 200))
            _revoked_asleep(one, keeper, leaver.token, address, seconds)
            _disable(keeper, address, False)
            say(f"  {number + 1} of {times}: known to the other node after {slowest:.2f} s at most")
        if slowest > KNOWN_WITHIN:
            raise book.Lost(f"the other node knew after {slowest:.2f} s; it has to within {KNOWN_WITHIN} s")
        return (f"{times} times; known to the other node after {slowest:.2f} s at most,"
                f" and at once when it had stood still for {seconds} s")


def _expect(api, status, method, path, body=None):
    answered, _, answer = api.send(method, path, body)
    if answered != status:
        raise book.Lost(f"{method} {path} was answered {answered}: {answer[:300]!r}")
    return answer


def _disable(keeper, address, disabled):
    _expect(keeper, 200, "PATCH", address, json.dumps({"disabled": disabled}))


def _until(leaver, status):
    began = time.monotonic()
    while leaver.send("GET", "/tickets?limit=1")[0] != status:
        if time.monotonic() > began + TIMEOUT:
            raise book.Lost(f"no answer {status} within {TIMEOUT} s")
        time.sleep(0.01)
    return time.monotonic() - began


def _revoked_at_work(keeper, leaver, address):
    _disable(keeper, address, True)
    return _until(leaver, 403)


def _revoked_asleep(node, keeper, token, address, seconds):
    """The request is there before the node goes on, so that nothing has been heard by then."""
    leaver = book.Api(node.port, token)
    _expect(leaver, 200, "GET", "/tickets?limit=1")
    node.process.send_signal(signal.SIGSTOP)
    try:
        _disable(keeper, address, True)
        answers = []
        asking = threading.Thread(target=lambda: answers.append(leaver.send("GET", "/tickets?limit=1", None)))
        time.sleep(seconds)
        asking.start()
        time.sleep(0.2)
    finally:
        node.process.send_signal(signal.SIGCONT)
    asking.join(TIMEOUT)
    if [answer[0] for answer in answers] != [403]:
        raise book.Lost(f"who was disabled while the node stood still got {answers}")
    leaver.close()
