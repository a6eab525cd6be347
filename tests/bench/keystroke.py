"""From a key struck to its results on the screen, and how long the window ever stands still.

On the large base. First key by key, each after the results of the one before are painted; then
twelve letters at eight a second, as people type, while a timer of 5 ms shows every stall of the
GUI thread. At the end the list must be the one that the whole text finds.
"""

import json
from dataclasses import dataclass

from tests.bench import bases
from tests.bench.figures import Report, Spread, Table, Target
from tests.bench.options import Options
from tests.bench.queries import ways
from tests.bench.screens import ProgramFailed, run, screens

PAINTED_P95 = 16.0  # milliseconds: one frame at 60 Hz
STALL = 50.0  # milliseconds
LETTERS = 12


@dataclass(frozen=True, slots=True)
class Told:
    """What our_window says after it was typed into."""

    patient: list[float]  # milliseconds from key to painted results, each after the one before
    paced: list[float]  # the same at eight letters a second, of the letters whose answer was shown
    keys: int  # letters typed at that pace
    stalls: list[list[float]]  # milliseconds by which each 5 ms tick came late, one list a text
    same: list[bool]  # whether the list at the end is that of the whole text


def measure(options: Options) -> Report:
    """Type into the window of the large base."""
    report = Report("keystroke")
    base = bases.made(options.articles)
    profile = str(bases.fill_profile(base, fresh=options.fresh).root)
    texts = _texts(options.samples(40, 12))
    file = bases.CACHE / "texts.json"
    file.write_text(json.dumps(texts), "utf-8")
    with screens() as found:
        for name, environment in found.items():
            try:
                _, line = run("our_window", "type", profile, str(file), environment=environment)
            except ProgramFailed as failure:
                report.skipped.append(f"keystroke on {name}: {failure}")
                continue
            told = Told(**json.loads(line))
            report.tables += [_painted(name, base, told), _typed(name, told)]
            report.targets += _targets(told) if name == "offscreen" else []
    return report


def _texts(count: int) -> list[str]:
    """Take twelve letters of a question each: the beginning, as a person would type it."""
    questions = ways(count * 2)[0].queries
    return [text[:LETTERS] for text in questions if len(text) >= LETTERS][:count]


def _painted(screen: str, base: bases.Base, told: Told) -> Table:
    table = Table(
        f"keystroke · {screen} · {base.name} · key struck to results painted (milliseconds)",
        ["", "p50", "p95", "p99", "worst", "keys"],
    )
    table.rows.append(["each after the one before", *Spread.of(told.patient).cells()])
    table.rows.append(["at 8 a second", *Spread.of(told.paced).cells()])
    if passed := told.keys - len(told.paced):
        table.notes.append(f"{passed} of {told.keys} answers were passed over for a later letter.")
    return table


def _typed(screen: str, told: Told) -> Table:
    table = Table(
        f"typing · {screen} · {LETTERS} letters at 8 a second (milliseconds)",
        ["", "p50", "p95", "p99", "worst", "texts"],
    )
    table.rows.append(["longest stall of a text", *Spread.of(list(map(max, told.stalls))).cells()])
    table.notes.append(f"{sum(told.same)} of {len(told.same)} lists are those of the final text.")
    return table


def _targets(told: Told) -> list[Target]:
    return [
        Target("key to painted results p95, ms", Spread.of(told.patient).p95, PAINTED_P95),
        Target("the same at 8 letters a second, ms", Spread.of(told.paced).p95, PAINTED_P95),
        Target("longest stall while typing, ms", max(map(max, told.stalls)), STALL),
        Target("lists that are not of the final text", float(told.same.count(False)), 0.0),
    ]
