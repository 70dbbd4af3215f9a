"""What is acknowledged outlives crashes: of the server, and of its PostgreSQL."""

import json
import os
import signal
import time

import ledger as book

WRITERS = 6
USER, PASSWORD = "keeper", "Harness#Otter7Quill"
# Of a server that is back, and of one that is busy.
LONGEST_OUTAGE = 60
BEFORE_A_CRASH = (0.05, 1.5)
SAMPLE = 50
SETUP = json.dumps({"default_users": [
    {"username": USER, "password": PASSWORD, "first_name": "Fault", "last_name": "Keeper", "phone": "+99980000001",
     "email": "keeper@faults.example", "roles": ["admin"]}]})


def kill_server(desk):
    desk.kill()
    desk.launch()


def kill_database(desk):
    """All of PostgreSQL ends at once, as when the machine's memory is gone. The server has it launched again."""
    os.kill(int(desk.postmaster()[0]), signal.SIGKILL)


def new_employee(api):
    """The id of somebody to make tickets for."""
    person = {"first_name": "Ann", "last_name": "Employee", "phone": "+99970000001", "email": "ann@faults.example"}
    status, _, body = api.send("POST", "/employees", json.dumps(person))
    if status != 201:
        raise book.Lost(f"the employee was answered {status}: {body!r}")
    return json.loads(body)["id"]


def start_writers(desk, folder):
    """The ledger of clients that write from now on."""
    api = book.Api(desk.port)
    api.log_in(USER, PASSWORD)
    ledger = book.Ledger(folder / "ledger.ndjson")
    ledger.employee = new_employee(api)
    ledger.writers = [book.Writer(ledger, book.Api(desk.port, api.token), ledger.employee) for _ in range(WRITERS)]
    api.close()
    for writer in ledger.writers:
        writer.start()
    return ledger


def await_writes(ledger, count):
    """Until the server has done so much more: crashes of one that is away say nothing."""
    before, until = ledger.acknowledged, time.monotonic() + LONGEST_OUTAGE
    while ledger.acknowledged < before + count:
        for writer in ledger.writers:
            if writer.failure is not None:
                raise writer.failure
        if time.monotonic() > until:
            raise book.Lost(f"{ledger.acknowledged - before} writes were acknowledged within {LONGEST_OUTAGE} s")
        time.sleep(0.01)


def end_and_check(ledger, desk):
    """Lets the clients end what they have begun, and looks for all of it."""
    for writer in ledger.writers:
        writer.finish()
    for writer in ledger.writers:
        writer.join(LONGEST_OUTAGE)
        if writer.failure is not None:
            raise writer.failure
        if writer.is_alive():
            raise book.Lost(f"a writer still waits after {LONGEST_OUTAGE} s")
    api = book.Api(desk.port)
    api.log_in(USER, PASSWORD)
    book.check(ledger, api)
    book.check_replays(ledger, api, list(ledger.tickets.values())[:SAMPLE])
    book.check(ledger, api)
    api.close()
    ledger.close()


def crash_again_and_again(desk, crash, times, rng, folder, say):
    """Crashes under writes, each at a moment that the random generator gives; then looks for what was acknowledged."""
    ledger = start_writers(desk, folder)
    for number in range(times):
        await_writes(ledger, WRITERS)
        time.sleep(rng.uniform(*BEFORE_A_CRASH))
        crash(desk)
        if (number + 1) % 10 == 0 or number + 1 == times:
            say(f"  {number + 1} of {times}: {ledger.acknowledged} writes acknowledged, {ledger.repeated} sent again")
    await_writes(ledger, WRITERS)
    end_and_check(ledger, desk)
    return (f"{times} crashes, {len(ledger.tickets)} tickets and {ledger.acknowledged} writes acknowledged, all there, none"
            " twice;"
            f" {ledger.repeated} sent again, longest silence {ledger.longest_silence:.1f} s")
