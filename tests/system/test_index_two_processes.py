"""Two real processes on one profile: both catch up, both search, neither waits nor fails."""

import json
import subprocess
import sys
from pathlib import Path

from kbdesk.search.document import Stamp
from kbdesk.search.index import SearchIndex
from kbdesk.search.schema import FORMAT
from tests.support.bases import many, open_base
from tests.support.shared_data import CHECKOUT

DESK = """
import json, sys
from pathlib import Path
from kbdesk.search.index import SearchIndex
from tests.support.bases import article, open_base

folder, name, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
kb, articles = open_base(folder)
index = SearchIndex(folder / "index")
told = {"done": 0, "busy": 0, "fewest": 10**9}
for n in range(rounds):
    articles.put_all([article(f"{name}-{n}")])
    outcome = index.catch_up(articles)
    told["busy" if outcome.busy else "done"] += 1
    if index.stamp() is not None:
        told["fewest"] = min(told["fewest"], len(index.rids()))
while index.catch_up(articles).busy:
    pass
told["last"] = len(index.rids())
print(json.dumps(told))
"""
ROUNDS, START = 25, 40


def test_two_desks_write_and_search_one_profile(tmp_path: Path) -> None:
    """Each adds articles one by one and catches up after each; every search sees a whole index."""
    kb, articles = open_base(tmp_path)
    articles.put_all(many(START))
    index = SearchIndex(tmp_path / "index")
    index.catch_up(articles)
    desks = [
        subprocess.Popen(
            [sys.executable, "-c", DESK, str(tmp_path), name, str(ROUNDS)],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("un", "deux")
    ]
    done = 0
    for desk in desks:
        out, err = desk.communicate(timeout=120)
        assert (desk.returncode, err) == (0, "")
        told = json.loads(out)
        assert told["done"] + told["busy"] == ROUNDS
        done += told["done"]
        assert told["fewest"] >= START
        assert told["last"] >= START + ROUNDS
    assert done
    assert index.catch_up(articles).done
    assert index.stamp() == Stamp(FORMAT, *articles.head())
    assert len(index.rids()) == articles.count() == START + 2 * ROUNDS
    index.close()
    kb.close()


def test_two_desks_that_start_at_once_build_one_index(tmp_path: Path) -> None:
    """Both find nothing; one builds, the other is told it is busy, and then sees the result."""
    kb, articles = open_base(tmp_path)
    articles.put_all(many(300))
    desks = [
        subprocess.Popen(
            [sys.executable, "-c", DESK, str(tmp_path), name, "0"],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("un", "deux")
    ]
    for desk in desks:
        out, err = desk.communicate(timeout=120)
        assert (desk.returncode, err) == (0, "")
        assert '"last": 300' in out
    folders = [place for place in (tmp_path / "index").iterdir() if place.is_dir()]
    assert len(folders) == 1
    kb.close()
