"""From the start of the process to a search box that can be typed into, against an empty window.

Both are Python programs with a line edit in a main window; ours has the real base open. They start
by turns, after one start each that does not count (it fills the file caches).
"""

from statistics import median

from tests.bench import bases
from tests.bench.figures import Report, Spread, Table, Target, ratio
from tests.bench.options import Options
from tests.bench.screens import Environment, ProgramFailed, run, screens

AT_MOST = 1.3
FLOOR = "empty window (floor)"
OURS = "kbdesk, search box taking keys"
WHOLE = "kbdesk, whole desk, base open"


def measure(options: Options) -> Report:
    """Start both on each display."""
    report = Report("launch")
    profile = str(bases.fill_profile(bases.real(), fresh=options.fresh).root)
    with screens() as found:
        for name, environment in found.items():
            try:
                spent = _by_turns(profile, environment, options.samples(21, 7))
            except ProgramFailed as failure:
                report.skipped.append(f"launch on {name}: {failure}")
                continue
            report.tables.append(_table(name, spent))
            if name == "offscreen":
                figure = ratio(median(spent[OURS]), median(spent[FLOOR]))
                report.targets.append(Target("launch / empty window", figure, AT_MOST))
    return report


def _by_turns(profile: str, environment: Environment, rounds: int) -> dict[str, list[float]]:
    spent: dict[str, list[float]] = {FLOOR: [], OURS: [], WHOLE: []}
    for _ in range(rounds + 1):
        spent[FLOOR].append(_milliseconds("empty_window", environment, "launch"))
        spent[OURS].append(_milliseconds("our_window", environment, "launch", profile))
        spent[WHOLE].append(_milliseconds("our_window", environment, "whole", profile))
    return {side: values[1:] for side, values in spent.items()}


def _milliseconds(module: str, environment: Environment, *arguments: str) -> float:
    spawned, painted = run(module, *arguments, environment=environment)
    return (int(painted) - spawned) / 1e6


def _table(screen: str, spent: dict[str, list[float]]) -> Table:
    table = Table(
        f"launch · {screen} · process start to painted search box (milliseconds)",
        ["", "p50", "p95", "p99", "worst", "starts", "p50 / floor"],
    )
    floor = median(spent[FLOOR])
    for side, values in spent.items():
        spread = Spread.of(values)
        table.rows.append([side, *spread.cells(), ratio(spread.p50, floor)])
    return table
