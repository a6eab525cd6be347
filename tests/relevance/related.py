"""Articles judged by hand: of the three offered at the end of one, are two useful next?

`related.jsonl` beside this file names, for fifty articles of the sample base, those that an agent
may well need after it: our own judgement, made by reading, before there was anything that offers.
`python -m tests.relevance.related` prints the figures.
"""

import json
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from kbdesk.services.workspace import Workspace
from tests.support.sample_profile import open_sample

FILE = Path(__file__).with_name("related.jsonl")
OFFERED = 3
USEFUL = 2  # of those offered
WANTED = 0.80  # of the articles


def read_judged() -> dict[str, frozenset[str]]:
    """Map each judged article to those that are useful after it."""
    rows = map(json.loads, FILE.read_text("utf-8").splitlines())
    return {row["id"]: frozenset(row["useful"]) for row in rows}


def useful(workspace: Workspace, judged: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Count, for each article, the useful ones among those offered."""
    return {
        id_: sum(card.article_id in wanted for card in workspace.related.of(id_, OFFERED))
        for id_, wanted in judged.items()
    }


def main() -> int:
    judged = read_judged()
    with tempfile.TemporaryDirectory() as folder, open_sample(Path(folder)) as workspace:
        start = time.perf_counter()
        counts = useful(workspace, judged)
        each = (time.perf_counter() - start) / len(judged)
        enough = sum(count >= USEFUL for count in counts.values()) / len(counts)
        mean = sum(counts.values()) / len(counts) / OFFERED
        print(f"{USEFUL} of {OFFERED} useful: {enough:.1%} of {len(counts)} articles")
        print(f"useful of all offered: {mean:.1%}; {each * 1000:.1f} ms each")
        for id_, count in counts.items():
            if count < USEFUL:
                offered = (card.article_id for card in workspace.related.of(id_, OFFERED))
                print(f"  {count} {id_}: {', '.join(offered)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
