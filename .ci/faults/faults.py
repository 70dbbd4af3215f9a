"""Puts a server of these sources through faults, and says what became of it."""

import argparse
import concurrent.futures
import os
import random
import shutil
import signal
import sys
import time

import crashes
import failovers
import ledger
import migrations
import nodes
import server
from children import Children

TARGET = server.HOME / "target" / "faults"
PROGRAM = TARGET / "program"
SEED_OF_QUICK = 11
# Each is waiting half of the time, for a server that starts.
AT_ONCE = 2
# Servers live for seconds here: what the optimizing compiler makes would come too late.
JAVA_OPTIONS = "-XX:TieredStopAtLevel=1"


def crash(what):
    """A fault that ends something under writes."""
    def put_through(asked_for, rng, folder, say, _):
        with server.Server(PROGRAM, crashes.SETUP, "{}", folder / "server.log") as desk:
            return crashes.crash_again_and_again(desk, what, asked_for, rng, folder, say)
    return put_through


def failover(times, _, folder, say, __):
    return failovers.promote_standby(PROGRAM, times, folder, say)


def restart(requests, _, folder, say, __):
    return nodes.restart_in_turn(PROGRAM, folder, requests, say)


def revoke(seconds, _, folder, say, __):
    return nodes.revoke_across(PROGRAM, folder, 2 if seconds < 10 else 10, seconds, say)


def migrate(tickets, rng, folder, say, asked):
    old = migrations.program_of(asked.before or migrations.commit_before(), say)
    return migrations.migrate_under_load(old, PROGRAM, asked.tickets or tickets, rng, folder, say)


# For each: what happens, and how many crashes, requests, seconds or tickets, quickly and in full. Those that take longest
# come first.
FAULTS = {
    "migration": (migrate, 2_000, 1_000_000),
    "kill-server": (crash(crashes.kill_server), 20, 200),
    "restart-nodes": (restart, 5_000, 100_000),
    "revoke-across-nodes": (revoke, 2, 10),
    "failover": (failover, 1, 10),
    "kill-database": (crash(crashes.kill_database), 5, 50),
}
# Needs the history, and builds an earlier commit: quickly only when it is asked for by its name.
NOT_QUICK = {"migration"}


def run(name, asked, seed):
    """Puts a server through one of them; whether all went well."""
    def say(line):
        print(f"{name}: {line.strip()}", flush=True)

    fault, few, many = FAULTS[name]
    folder = TARGET / name
    folder.mkdir(parents=True)
    say(f"seed {seed}; ledger and logs in {folder.relative_to(server.HOME)}")
    began = time.monotonic()
    try:
        figures = fault(few if asked.quick else many, random.Random(seed), folder, say, asked)
    except (ledger.Lost, server.Failed) as failure:
        print(f"FAIL  {name}: {failure}\nAgain: ./dev faults {'--quick ' if asked.quick else ''}--seed {seed} --only {name}",
              flush=True)
        return False
    print(f"ok    {name}: {figures}; {time.monotonic() - began:.0f} s", flush=True)
    return True


def run_beside_each_other(asked, seed):
    """Each in a process of its own; whether all went well."""
    children = Children()

    def put_through(name):
        words = ["--quick"] if asked.quick else []
        words += [word for option, value in (("--tickets", asked.tickets), ("--before", asked.before)) if value
                  for word in (option, str(value))]
        return children.run([sys.executable, "-B", __file__, *words, "--seed", str(seed), "--only", name, "--built"]) == 0

    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            runs = [pool.submit(put_through, name) for name in asked.only]
            return all([run.result() for run in runs])
        finally:
            children.end()
            pool.shutdown(cancel_futures=True)


def main():
    parser = argparse.ArgumentParser(
        prog="./dev faults",
        description="Kills the server, and its PostgreSQL, again and again while clients write, and then looks for all"
        " that they were told is saved: nothing may be missing, there twice, or there in part. Loses a primary database"
        " and promotes its standby. Restarts two nodes behind"
        " nginx in turn under load: no request may fail. Takes somebody's rights away on one node while the other one stands"
        " still: it has to know at once. Changes the tables under load while the program of before serves: nobody may be"
        " refused.",
        epilog="--quick leaves migration out, unless --only names it (then on 2,000 tickets): the program of before is built"
        " first, once, which takes minutes; it is kept in target/programs.")
    parser.add_argument("--quick", action="store_true", help="some of each, in some minutes, always with the same seed")
    parser.add_argument("--seed", type=int, help="the same seed crashes at the same moments")
    parser.add_argument("--only", metavar="FAULT,...", type=lambda text: text.split(","),
                        help="only these: " + ", ".join(FAULTS))
    parser.add_argument("--tickets", type=int, metavar="N", help="how many there are when migration begins (1,000,000)")
    parser.add_argument("--before", metavar="COMMIT",
                        help="whose program migration starts from (the last that does not know the newest change set)")
    parser.add_argument("--built", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only is None:
        asked.only = [name for name in FAULTS if not (asked.quick and name in NOT_QUICK)]
    for name in asked.only:
        if name not in FAULTS:
            parser.error(f"there is no fault {name}; there are {', '.join(FAULTS)}")
    seed = asked.seed if asked.seed is not None else SEED_OF_QUICK if asked.quick else random.randrange(2**32)
    # Like Ctrl-C, so that the servers are stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    os.environ.setdefault("HEXDESK_JAVA_OPTS", JAVA_OPTIONS)
    if not asked.built:
        shutil.rmtree(TARGET, ignore_errors=True)
        server.build(PROGRAM)
    is_well = run(asked.only[0], asked, seed) if len(asked.only) == 1 else run_beside_each_other(asked, seed)
    sys.exit(0 if is_well else 1)


if __name__ == "__main__":
    main()
