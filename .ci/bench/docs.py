"""Puts the table and the chart of a run into the documentation."""

import chart
import table
from server import HOME, Failed

PAGE = HOME / "docs" / "performance.md"
CHART = HOME / "docs" / "performance.svg"
BEGIN, END = "<!-- numbers -->", "<!-- end of numbers -->"


def write(result):
    """Replaces what is between the marks; what people wrote around it stays."""
    before, begin, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise Failed(f"{PAGE} has no place for the numbers, between {BEGIN} and {END}")
    PAGE.write_text(f"{before}{BEGIN}\n{section(result)}\n{END}{after}", encoding="utf-8")
    CHART.write_text(chart.svg(result), encoding="utf-8")


def section(result):
    machine, settings = result["machine"], result["settings"]
    return "\n\n".join([
        f"Commit {result['commit']}, {result['data']['tickets']:,} tickets, {settings['connections']} connections,"
        f" medians of {settings['rounds']} rounds of {settings['seconds']} s after {settings['warmup']} s of warming up."
        f" {machine['cpus']} processors ({machine['cpu_model']}), {machine['memory']} of memory, {machine['java']},"
        f" PostgreSQL {machine['postgres']}. The load of the machine before was {machine['load_before']:.1f}.",
        table.markdown(result),
        "![Processor time of a request](performance.svg)"])
