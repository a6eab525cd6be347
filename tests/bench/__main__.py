"""`python -m tests.bench WHAT`: measure, print the tables, keep the figures with --json."""

import argparse
import importlib
from pathlib import Path

from tests.bench import figures
from tests.bench.options import LARGE, Options

BASES = ("real", "large", "both")
QUESTIONS = (
    "search", "index", "launch", "memory", "keystroke", "call", "sync", "server", "live", "board",
)  # fmt: skip


def main() -> None:
    """Answer the questions asked for, one after the other; missed targets are told, not failed."""
    asked = _parser().parse_args()
    options = Options(
        articles=asked.articles,
        quick=asked.quick,
        fresh=asked.fresh,
        which=asked.base,
        without=frozenset(name.lower() for name in asked.without),
    )
    before, reports = figures.machine(), []
    for what in QUESTIONS if asked.what == "all" else (asked.what,):
        report = importlib.import_module(f"tests.bench.{what}").measure(options)
        print(report.text(), end="\n\n", flush=True)
        reports.append(report)
        if asked.json:  # after each question: a run that is stopped keeps what it has
            figures.save(reports, before, asked.json)
    after = figures.machine()
    print(f"{after['cores']} cores, load before {before['load']}, after {after['load']}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("what", choices=(*QUESTIONS, "all"))
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures there")
    parser.add_argument(
        "--articles", type=int, default=LARGE, metavar="N", help="size of the large base"
    )
    parser.add_argument("--quick", action="store_true", help="fewer samples on the same bases")
    parser.add_argument("--fresh", action="store_true", help="fill our profiles again first")
    parser.add_argument(
        "--base", choices=BASES, default="both", help="which bases search and index are measured on"
    )
    parser.add_argument(
        "--without", action="append", default=[], metavar="PEER", help="leave a peer out of search"
    )
    return parser


if __name__ == "__main__":
    main()
