"""The processor time of a request as a chart."""

from xml.sax.saxutils import escape

from table import TITLES

PARTS = [("server_us", "server", "#3b7dd8"), ("database_us", "database", "#e08a1e"), ("generator_us", "generator", "#8a8f98")]
WIDTH, LABELS, NUMBERS = 900, 290, 110
ROW, BAR, TOP, BOTTOM = 34, 20, 62, 16

# Letters that are read on white and on black alike where a viewer does not tell which it has.
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #57606a }
  .title { font-weight: 600; font-size: 15px }
  @media (prefers-color-scheme: dark) { text { fill: #c9d1d9 } }
"""


def svg(result):
    """Horizontal bars, one for each workload. Those that take much longer than the others get a scale of their own."""
    rows = [(TITLES[name], [numbers[key] for key, _, _ in PARTS]) for name, numbers in result["workloads"].items()]
    longest = _scale([sum(values) for _, values in rows])
    height = TOP + ROW * len(rows) + BOTTOM
    shapes = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img">',
        "<title>Processor time of a request, in microseconds</title>", f"<style>{STYLE}</style>",
        f'<text class="title" x="8" y="22">Processor time of a request, µs ({result["data"]["tickets"]:,} tickets)</text>']
    for number, (_, name, colour) in enumerate(PARTS):
        x = LABELS + number * 110
        shapes.append(f'<rect x="{x}" y="36" width="12" height="12" rx="2" fill="{colour}"/>'
                      f'<text x="{x + 18}" y="47">{name}</text>')
    for number, (title, values) in enumerate(rows):
        shapes += _bar(TOP + ROW * number, title, values, longest)
    return "\n".join(shapes + ["</svg>"]) + "\n"


def _scale(totals):
    """The longest total, without those that are more than five times the one before."""
    ordered = sorted(totals)
    longest = ordered[0] if ordered else 1
    for total in ordered:
        if total > 5 * longest:
            break
        longest = total
    return max(longest, 1)


def _bar(y, title, values, longest):
    room = WIDTH - LABELS - NUMBERS
    total = sum(values)
    cut = total > longest
    scale = room / (total if cut else longest)
    yield f'<text x="{LABELS - 10}" y="{y + 15}" text-anchor="end">{escape(title)}</text>'
    x = float(LABELS)
    for (_, _, colour), value in zip(PARTS, values):
        yield f'<rect x="{x:.1f}" y="{y}" width="{value * scale:.1f}" height="{BAR}" fill="{colour}"/>'
        x += value * scale
    mark = " (not to scale)" if cut else ""
    yield f'<text x="{x + 6:.1f}" y="{y + 15}">{total:,.0f}{mark}</text>'
