"""The numbers as tables."""

import workloads

COLUMNS = [
    ("requests/s", "rate", lambda value: f"{value:,.0f}" if value >= 100 else f"{value:.1f}"),
    ("server µs", "server_us", lambda value: f"{value:,.0f}"),
    ("database µs", "database_us", lambda value: f"{value:,.0f}"),
    ("generator µs", "generator_us", lambda value: f"{value:,.0f}"),
    ("p50 ms", "p50_ms", lambda value: f"{value:.2f}"),
    ("p99 ms", "p99_ms", lambda value: f"{value:.2f}"),
    ("p99.9 ms", "p999_ms", lambda value: f"{value:.2f}"),
    ("at rate", "fixed_rate", lambda value: f"{value:,.0f}" if value >= 100 else f"{value:.1f}"),
    ("statements", "statements", lambda value: f"{value:.2f}"),
    ("allocated KiB", "allocated_bytes", lambda value: f"{value / 1024:,.1f}"),
    ("server MiB", "server_bytes", lambda value: f"{value / 2**20:,.0f}"),
    ("errors", "errors", lambda value: f"{value:,}"),
]
COMPARED = COLUMNS[:3] + COLUMNS[4:7] + COLUMNS[8:10]
TITLES = {workload.name: workload.title for workload in workloads.ALL}


def line(name, numbers):
    """One workload while the run goes on."""
    return f"{name:11}" + "  ".join(f"{title} {text(numbers[key])}" for title, key, text in COLUMNS)


def grid(header, rows):
    lines = [header, ["---"] + ["--:"] * (len(header) - 1), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def markdown(result):
    """All workloads, and below them what was measured besides."""
    rows = [[TITLES[name]] + [text(numbers[key]) for _, key, text in COLUMNS]
            for name, numbers in result["workloads"].items()]
    tables = [grid(["workload"] + [title for title, _, _ in COLUMNS], rows)] if rows else []
    beside = [[name, key.replace("_", " "), f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"]
              for name in ("start", "bound", "export", "argon2", "flood", "greedy", "overload")
              for key, value in result.get(name, {}).items() if isinstance(value, (int, float))]
    if beside:
        tables.append(grid(["besides", "what", "value"], beside))
    return "\n\n".join(tables)


def ratios(result, earlier):
    """Each number divided by the earlier one."""
    rows = []
    for name, numbers in result["workloads"].items():
        before = earlier.get("workloads", {}).get(name)
        if before:
            rows.append([TITLES[name]] + [
                f"{numbers[key] / before[key]:.2f}" if before.get(key) else "-" for _, key, _ in COMPARED])
    return f"Against {earlier.get('commit')}:\n\n" + grid(["workload"] + [title for title, _, _ in COMPARED], rows)
