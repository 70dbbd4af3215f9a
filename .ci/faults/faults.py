"""Puts a server of these sources through faults, and says what became of it."""

import argparse
import random
import shutil
import sys
import time

import crashes
import failovers
import ledger
import nodes
import server

TARGET = server.HOME / "target" / "faults"
PROGRAM = TARGET / "program"
SEED_OF_QUICK = 11


def crash(what):
    """A fault that ends something under writes."""
    def put_through(asked_for, rng, folder):
        with server.Server(PROGRAM, crashes.SETUP, "{}", folder / "server.log") as desk:
            return crashes.crash_again_and_again(desk, what, asked_for, rng, folder, say)
    return put_through


def failover(times, _, folder):
    return failovers.promote_standby(PROGRAM, times, folder, say)


def restart(requests, _, folder):
    return nodes.restart_in_turn(PROGRAM, folder, requests, say)


def revoke(seconds, _, folder):
    return nodes.revoke_across(PROGRAM, folder, 2 if seconds < 10 else 10, seconds, say)


# For each: what happens, and how many crashes, requests or seconds, quickly and in full.
FAULTS = {
    "kill-server": (crash(crashes.kill_server), 20, 200),
    "kill-database": (crash(crashes.kill_database), 5, 50),
    "failover": (failover, 1, 10),
    "restart-nodes": (restart, 5_000, 100_000),
    "revoke-across-nodes": (revoke, 2, 10),
}


def say(line):
    print(line, flush=True)


def run(name, asked, seed):
    fault, few, many = FAULTS[name]
    folder = TARGET / name
    folder.mkdir(parents=True)
    say(f"{name}: seed {seed}; ledger and logs in {folder.relative_to(server.HOME)}")
    began = time.monotonic()
    figures = fault(few if asked.quick else many, random.Random(seed), folder)
    say(f"ok    {name}: {figures}; {time.monotonic() - began:.0f} s")


def main():
    parser = argparse.ArgumentParser(
        prog="./dev faults",
        description="Kills the server, and its PostgreSQL, again and again while clients write, and then looks for all"
        " that they were told is saved: nothing may be missing, there twice, or there in part. Loses a primary database"
        " and promotes its standby. Restarts two nodes behind"
        " nginx in turn under load: no request may fail. Takes somebody's rights away on one node while the other one stands"
        " still: it has to know at once.")
    parser.add_argument("--quick", action="store_true", help="some of each, in some five minutes, always with the same seed")
    parser.add_argument("--seed", type=int, help="the same seed crashes at the same moments")
    parser.add_argument("--only", metavar="FAULT,...", type=lambda text: text.split(","), default=list(FAULTS),
                        help="only these: " + ", ".join(FAULTS))
    asked = parser.parse_args()
    for name in asked.only:
        if name not in FAULTS:
            parser.error(f"there is no fault {name}; there are {', '.join(FAULTS)}")
    seed = asked.seed if asked.seed is not None else SEED_OF_QUICK if asked.quick else random.randrange(2**32)
    shutil.rmtree(TARGET, ignore_errors=True)
    server.build(PROGRAM)
    for name in asked.only:
        try:
            run(name, asked, seed)
        except (ledger.Lost, server.Failed) as failure:
            say(f"FAIL  {name}: {failure}\nAgain: ./dev faults {'--quick ' if asked.quick else ''}--seed {seed} --only {name}")
            sys.exit(1)


if __name__ == "__main__":
    main()
