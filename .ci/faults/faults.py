"""Puts a server of these sources through faults, and says what became of it."""

import argparse
import random
import shutil
import sys
import time

import crashes
import ledger
import server

TARGET = server.HOME / "target" / "faults"
PROGRAM = TARGET / "program"
SEED_OF_QUICK = 11

# For each: what happens, and how often, quickly and in full.
CRASHES = {"kill-server": (crashes.kill_server, 20, 200), "kill-database": (crashes.kill_database, 5, 50)}


def say(line):
    print(line, flush=True)


def run(name, asked, seed):
    crash, few, many = CRASHES[name]
    folder = TARGET / name
    folder.mkdir(parents=True)
    say(f"{name}: seed {seed}; ledger and logs in {folder.relative_to(server.HOME)}")
    began = time.monotonic()
    with server.Server(PROGRAM, crashes.SETUP, "{}", folder / "server.log") as desk:
        figures = crashes.crash_again_and_again(
            desk, crash, few if asked.quick else many, random.Random(seed), folder, say)
    say(f"ok    {name}: {figures}; {time.monotonic() - began:.0f} s")


def main():
    parser = argparse.ArgumentParser(
        prog="./dev faults",
        description="Kills the server, and its PostgreSQL, again and again while clients write, and then looks for all"
        " that they were told is saved: nothing may be missing, there twice, or there in part.")
    parser.add_argument("--quick", action="store_true", help="some of each, in two minutes, always with the same seed")
    parser.add_argument("--seed", type=int, help="the same seed crashes at the same moments")
    parser.add_argument("--only", metavar="FAULT,...", type=lambda text: text.split(","), default=list(CRASHES),
                        help="only these: " + ", ".join(CRASHES))
    asked = parser.parse_args()
    for name in asked.only:
        if name not in CRASHES:
            parser.error(f"there is no fault {name}; there are {', '.join(CRASHES)}")
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
