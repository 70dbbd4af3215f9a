"""Puts the table and the chart of a run into the documentation."""

import chart
import table
from server import HOME, Failed

PAGE = HOME / "docs" / "performance.md"
CHART = HOME / "docs" / "performance.svg"


def write(result):
    """The table of a run, and its chart."""
    replace("numbers", "\n\n".join([
        circumstances(result), table.markdown(result), "![Processor time of a request](performance.svg)"]))
    CHART.write_text(chart.svg(result), encoding="utf-8")


def replace(name, text):
    """Replaces what is between the marks of this name; what people wrote around it stays."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, found, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    _, found_end, after = rest.partition(end)
    if not found or not found_end:
        raise Failed(f"{PAGE} has no place for the numbers, between {begin} and {end}")
    PAGE.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def circumstances(result):
    """What was measured, how, and on what."""
    machine, settings = result["machine"], result["settings"]
    return (
        f"Commit {result['commit']}, {result['data']['tickets']:,} tickets, {settings['connections']} connections,"
        f" medians of {settings['rounds']} rounds of {settings['seconds']} s after {settings['warmup']} s of warming up."
        f" {machine['cpus']} processors ({machine['cpu_model']}), {machine['memory']} of memory, {machine['java']},"
        f" PostgreSQL {machine['postgres']}. The load of the machine before was {machine['load_before']:.1f}.")
