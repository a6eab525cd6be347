"""How long a search takes: ours beside SQLite FTS5, Xapian and Whoosh, turn by turn.

The service's time holds more than a peer's: it reads the rows, finds the passage of each hit and
marks the words. The engine's is what the peers do too: the ranked ids. Each peer is asked for any
of the words and for all of them; ours decides between the two by itself.
"""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from random import Random

from tests.bench import bases, queries, sides
from tests.bench.figures import Report, Spread, Table, Target, ratio
from tests.bench.options import LARGE, Options

SERVICE_P95 = 5.0  # milliseconds, at 100,000 articles
WARM_UP = 20  # queries before anything counts
BUDGET = 120_000.0  # milliseconds one row may cost; the quick run takes a sixth


@dataclass(slots=True)
class Row:
    """One side asked in one manner."""

    side: str
    asked: sides.Asked
    every: bool
    label: str
    spent: list[float] = field(default_factory=list)
    warming: list[float] = field(default_factory=list)
    total: float = 0.0  # milliseconds, warm-up included

    def ask(self, text: str, *, typing: bool, counts: bool) -> None:
        took, _ = self.asked.ask(text, typing=typing, every=self.every)
        self.total += took
        if counts:
            self.spent.append(took)
        else:
            self.warming.append(took)

    def spread(self) -> Spread:
        """Return how its times lie; of the warm-up, when that used up all the time."""
        return Spread.of(self.spent or self.warming)


def measure(options: Options) -> Report:
    """Measure the bases asked for, one after the other."""
    report = Report("search")
    for base in bases.chosen(options):
        _measure_base(base, options, report)
    return report


def _measure_base(base: bases.Base, options: Options, report: Report) -> None:
    bases.fill_profile(base, fresh=options.fresh)
    with ExitStack() as stack:
        running = [
            (side, stack.enter_context(sides.running(side, python, base)))
            for side, python in _present(base, options, report)
        ]
        for way in queries.ways(options.samples(600, 200)):
            rows = list(_rows(running, way))
            _take_turns(rows, way, BUDGET / (6 if options.quick else 1))
            report.tables.append(_table(base, way, rows))
            if base.count == LARGE:
                report.targets.append(_target(way, rows[0]))


def _present(
    base: bases.Base, options: Options, report: Report
) -> Iterable[tuple[sides.Side, str]]:
    for side in (*sides.OURS, *sides.PEERS):
        if side.name.lower() in options.without:
            report.skipped.append(f"{side.name} on {base.name}: left out as asked")
            continue
        found = side.python()
        if found is None:
            report.skipped.append(
                f"{side.name} on {base.name}: not installed (tests/bench/peers.txt)"
            )
            continue
        if side in sides.PEERS:
            side.built(found[0], base)
        yield side, found[0]


def _rows(running: Iterable[tuple[sides.Side, sides.Asked]], way: queries.Way) -> Iterable[Row]:
    for side, asked in running:
        if side in sides.OURS:
            yield Row(side.name, asked, False, side.name)
            continue
        for every in way.every:
            yield Row(
                side.name, asked, every, f"{side.name}, {'all words' if every else 'any word'}"
            )


def _take_turns(rows: list[Row], way: queries.Way, budget: float) -> None:
    """Ask every side each query before the next one, in a changing order."""
    random = Random(3)
    for n, text in enumerate((*way.queries[:WARM_UP], *way.queries)):
        for row in random.sample(rows, len(rows)):
            if row.total < budget:
                row.ask(text, typing=way.typing, counts=n >= WARM_UP)


def _table(base: bases.Base, way: queries.Way, rows: list[Row]) -> Table:
    table = Table(
        f"search · {base.name} · {way.name} (milliseconds)",
        ["", "p50", "p95", "p99", "worst", "queries", "p50 / engine", "p95 / engine"],
    )
    engine = rows[1].spread()
    for row in rows:
        spread = row.spread()
        against: list[float] = [ratio(spread.p50, engine.p50), ratio(spread.p95, engine.p95)]
        table.rows.append([row.label, *spread.cells(), *against])
    if any(len(row.spent) < len(way.queries) for row in rows):
        table.notes.append("A row with fewer queries used up its time and was asked no more.")
    return table


def _target(way: queries.Way, service: Row) -> Target:
    p95 = service.spread().p95
    return Target(f"search p95 in the service, {way.name}, ms", p95, SERVICE_P95)
