"""Percentiles, ratios and tables: how a run is told, on the screen and in JSON.

A percentile is the nearest rank, a value that was really measured. A ratio is always between two
figures of the same run on the same machine; a single time means nothing elsewhere.
"""

import json
import math
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

Cell = str | int | float | None


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest measured value that at least `share` (0 < share <= 1) do not pass."""
    if not values:
        raise ValueError("No value was measured.")
    if not 0 < share <= 1:
        raise ValueError(f"A share lies above 0 and at most at 1, not at {share}.")
    rank = math.ceil(round(share * len(values), 9))  # 0.95 * 20 is a hair above 19
    return sorted(values)[rank - 1]


def ratio(figure: float, floor: float) -> float:
    """Say how many times `floor` a figure is."""
    if floor <= 0:
        raise ValueError(f"Nothing can be measured against {floor}.")
    return figure / floor


@dataclass(frozen=True, slots=True)
class Spread:
    """How a series of measurements lies."""

    count: int
    p50: float
    p95: float
    p99: float
    worst: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        return cls(
            count=len(values),
            p50=median(values),
            p95=percentile(values, 0.95),
            p99=percentile(values, 0.99),
            worst=max(values),
        )

    def cells(self) -> list[Cell]:
        """Give the columns of a table: p50, p95, p99, worst, count."""
        return [self.p50, self.p95, self.p99, self.worst, self.count]


@dataclass(slots=True)
class Table:
    """Rows under a title; the first column is text, the others mostly numbers."""

    title: str
    columns: list[str]
    rows: list[list[Cell]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def text(self) -> str:
        lines = [self.columns, *([_cell(cell) for cell in row] for row in self.rows)]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.columns))]
        drawn = ["  ".join(_padded(line, widths)).rstrip() for line in lines]
        drawn.insert(1, "  ".join("-" * width for width in widths))
        return "\n".join([self.title, *drawn, *(f"  {note}" for note in self.notes)])


@dataclass(frozen=True, slots=True)
class Target:
    """A figure the design asks for, and where this run stands."""

    name: str
    figure: float
    at_most: float

    @property
    def met(self) -> bool:
        return self.figure <= self.at_most

    def text(self) -> str:
        verdict = "met" if self.met else "MISSED"
        return f"{verdict:6}  {self.name}: {_cell(self.figure)} (at most {_cell(self.at_most)})"


@dataclass(slots=True)
class Report:
    """All that one question brought: tables, targets, and what was left out and why."""

    what: str
    tables: list[Table] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def text(self) -> str:
        parts = [table.text() for table in self.tables]
        parts += [f"skipped: {reason}" for reason in self.skipped]
        parts += [target.text() for target in self.targets]
        return f"== {self.what} ==\n\n" + "\n\n".join(parts)


def machine() -> dict[str, object]:
    """Say where and when; a load above the number of cores makes every figure doubtful."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "system": platform.platform(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": list(os.getloadavg()) if hasattr(os, "getloadavg") else None,
    }


def save(reports: Sequence[Report], before: dict[str, object], file: Path) -> None:
    """Write the figures of a run as one JSON document; `before` is `machine()` at its start."""
    told = {
        "before": before,
        "after": machine(),
        "reports": [_as_json(report) for report in reports],
    }
    file.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _as_json(report: Report) -> dict[str, object]:
    whole = asdict(report)
    whole["targets"] = [{**asdict(target), "met": target.met} for target in report.targets]
    return whole


def _cell(cell: Cell) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, float):
        return f"{cell:,.2f}" if abs(cell) < 100 else f"{cell:,.0f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def _padded(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *others = line
    return [first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(others, widths[1:], strict=True))]
