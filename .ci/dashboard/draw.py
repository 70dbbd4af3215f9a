#!/usr/bin/env python3
"""Draws the panels of the Grafana dashboard, with the numbers that a Prometheus has: draw.py URL MINUTES FILE.svg

It asks for the very expressions of setup/grafana/hexdesk.json, and draws plain lines. It is no picture of Grafana,
but of what its panels show. Needs Python 3.11 or later, and nothing else.
"""
import hashlib
import html
import json
import math
import pathlib
import sys
import time
import urllib.parse
import urllib.request

DASHBOARD = pathlib.Path(__file__).parents[2] / "setup/grafana/hexdesk.json"
COLUMN, ROW, GAP = 50, 30, 8
COLOURS = ["#3f7cac", "#d1603d", "#4d9078", "#b08ea2", "#c9a227", "#6a4c93", "#5c6b73", "#a23b72"]
STEPS = 120


def mark():
    """By which DashboardTest sees whether the picture is one of the present dashboard."""
    return f"setup/grafana/hexdesk.json, SHA-256 {hashlib.sha256(DASHBOARD.read_bytes()).hexdigest()}"


def ask(url, expression, start, end):
    expression = expression.replace("$__rate_interval", "1m").replace("$instance", ".*")
    query = urllib.parse.urlencode(
        {"query": expression, "start": start, "end": end, "step": (end - start) / STEPS})
    with urllib.request.urlopen(f"{url}/api/v1/query_range?{query}") as answer:
        return json.load(answer)["data"]["result"]


def legend(pattern, labels):
    for name, value in labels.items():
        pattern = pattern.replace("{{%s}}" % name, value)
    return pattern.strip() or "value"


def series_of(url, panel, start, end):
    found = []
    for target in panel.get("targets", []):
        for series in ask(url, target["expr"], start, end):
            points = [(float(t), float(v)) for t, v in series["values"] if not math.isnan(float(v))]
            if points:
                found.append((legend(target["legendFormat"], series["metric"]), points))
    return found


def amount(value, unit):
    if unit == "bytes":
        return f"{value / 2**20:,.0f} MiB"
    if unit == "percentunit":
        return f"{value:.0%}"
    if unit == "s":
        return f"{value:.2g} s" if value >= 1 else f"{value * 1000:.3g} ms"
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2g}"


def text(x, y, words, size=11, anchor="start", colour="#333", weight="normal"):
    return (f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"'
            f' font-weight="{weight}">{html.escape(words)}</text>')


def number(panel, series, x, y, w, h):
    out = []
    for k, (name, points) in enumerate(series):
        line = y + h / 2 + k * 30
        out.append(text(x + w / 2, line, amount(points[-1][1], "short"), 22, "middle", COLOURS[2], "bold"))
        out.append(text(x + w / 2, line + 16, name, 11, "middle"))
    return out


def lines(panel, series, x, y, w, h, start, end):
    unit = panel["fieldConfig"]["defaults"]["unit"]
    stacked = panel["fieldConfig"]["defaults"]["custom"]["stacking"]["mode"] == "normal"
    rows = math.ceil(len(series) / 2)
    left, top, right, bottom = x + 58, y + 30, x + w - 10, y + h - 18 - 13 * rows
    sums, drawn = {}, []
    for name, points in series:
        if stacked:
            base = [(t, sums.get(t, 0)) for t, _ in points]
            points = [(t, v + sums.get(t, 0)) for t, v in points]
            sums.update(points)
            drawn.append((name, points, base))
        else:
            drawn.append((name, points, None))
    most = max((v for _, points, _ in drawn for _, v in points), default=0) or 1
    place = lambda t, v: f"{left + (right - left) * (t - start) / (end - start):.1f},{bottom - (bottom - top) * v / most:.1f}"
    out = []
    for part in (0, 0.5, 1):
        line = bottom - (bottom - top) * part
        out.append(f'<path d="M{left},{line:.0f}H{right}" stroke="#ddd"/>')
        out.append(text(left - 5, line + 4, amount(most * part, unit), 10, "end", "#777"))
    for k, (name, points, base) in enumerate(drawn):
        colour = COLOURS[k % len(COLOURS)]
        path = " ".join(place(*point) for point in points)
        if base:
            back = " ".join(place(*point) for point in reversed(base))
            out.append(f'<polygon points="{path} {back}" fill="{colour}" fill-opacity=".25"/>')
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        column, line = x + 12 + k % 2 * w / 2, bottom + 20 + k // 2 * 13
        out.append(f'<rect x="{column:.0f}" y="{line - 8:.0f}" width="8" height="8" fill="{colour}"/>')
        out.append(text(column + 12, line, name[: int(w / 13)], 10, colour="#555"))
    return out


def main(url, minutes, file):
    end = time.time()
    start = end - 60 * float(minutes)
    panels = json.loads(DASHBOARD.read_text())["panels"]
    height = max(p["gridPos"]["y"] + p["gridPos"]["h"] for p in panels) * ROW + 2 * GAP
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{24 * COLUMN + GAP}" height="{height}"'
           ' font-family="sans-serif">', f"<!-- {mark()} -->", '<rect width="100%" height="100%" fill="#f4f5f5"/>']
    empty = []
    for panel in panels:
        place = panel["gridPos"]
        x, y = place["x"] * COLUMN + GAP, place["y"] * ROW + GAP
        w, h = place["w"] * COLUMN - GAP, place["h"] * ROW - GAP
        if panel["type"] == "row":
            out.append(text(x + 4, y + 16, panel["title"], 14, weight="bold"))
            continue
        out.append(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="#fff" stroke="#ccc" rx="3"/>')
        out.append(text(x + 10, y + 18, panel["title"], 12, weight="bold"))
        series = series_of(url, panel, start, end)
        if not series:
            empty.append(panel["title"])
        out += number(panel, series, x, y, w, h) if panel["type"] == "stat" else lines(panel, series, x, y, w, h, start, end)
    out.append("</svg>")
    pathlib.Path(file).write_text("\n".join(out) + "\n")
    if empty:
        sys.exit("Without any numbers: " + ", ".join(empty))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
