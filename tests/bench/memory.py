"""Memory of a desk that has been used, against an empty window: 200 searches, 30 articles read.

Four figures, because one alone misleads. `rss` is what task managers show; it counts the pages of
the mapped index and of Qt's libraries, which the system takes back whenever it likes. `private`
(clean and dirty) is what no other process shares. `anonymous` is what only ending the process gives
back. The target is held against rss, the one people see; anonymous says what was really spent.
"""

import json

from tests.bench import bases
from tests.bench.figures import Report, Table, Target, ratio
from tests.bench.options import Options
from tests.bench.queries import ways
from tests.bench.screens import Environment, ProgramFailed, run, screens

AT_MOST = 1.5
FIGURES = ("rss", "pss", "private", "anonymous")
SEARCHES, READINGS = 200, 30


def measure(options: Options) -> Report:
    """Use both windows on each display."""
    report = Report("memory")
    profile = str(bases.fill_profile(bases.real(), fresh=options.fresh).root)
    queries = bases.CACHE / "queries.json"
    queries.write_text(json.dumps(ways(SEARCHES)[0].queries), "utf-8")
    use = (profile, str(queries), str(SEARCHES), str(READINGS))
    with screens() as found:
        for name, environment in found.items():
            try:
                floor = _told("empty_window", environment)["used"]
                ours = _told("our_window", environment, *use)
            except (ProgramFailed, KeyError) as failure:
                report.skipped.append(f"memory on {name}: {failure}")
                continue
            report.tables.append(_table(name, floor, ours))
            if name == "offscreen":
                report.targets += [_target(f, ours["used"], floor) for f in ("rss", "anonymous")]
    return report


Figures = dict[str, float]


def _told(module: str, environment: Environment, *arguments: str) -> dict[str, Figures]:
    _, line = run(module, "memory", *arguments, environment=environment)
    told: dict[str, Figures] = json.loads(line)
    return told


def _table(screen: str, floor: Figures, ours: dict[str, Figures]) -> Table:
    table = Table(f"memory · {screen} (MB)", ["", *FIGURES])
    table.rows.append(["empty window (floor)", *(floor[f] for f in FIGURES)])
    for moment, figures in ours.items():
        table.rows.append([f"kbdesk, {moment}", *(figures[f] for f in FIGURES)])
    ratios = [ratio(ours["used"][f], floor[f]) for f in FIGURES]
    table.rows.append(["used / floor", *ratios])
    return table


def _target(figure: str, used: Figures, floor: Figures) -> Target:
    return Target(f"memory / empty window, {figure}", ratio(used[figure], floor[figure]), AT_MOST)
