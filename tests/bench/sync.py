"""How long a sync takes, with the real server process over loopback and the real databases.

What is timed is a whole pass of the engine: asked, fetched, proved, applied and durable. Making
the texts searchable comes after, in the background on a desk, and is a row of its own. Bytes are
counted by a relay in passes that are not timed. Beside it stand, with the same texts and where they
are installed, Anki's own sync server (`python -m tests.support.anki_venv`) and PouchDB with its own
(`python -m tests.support.pouchdb_folder`); else they are left out by name.
"""

import json
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.figures import Cell, Report, Table, Target, ratio
from tests.bench.office_and_desks import Desk, House
from tests.bench.options import Options
from tests.bench.peers import pouchdb_sync
from tests.bench.spent import Relay, Spent, memory, middle, relay, spent
from tests.support import anki_venv
from tests.support.shared_data import CHECKOUT
from tests.support.sync_server import SyncServer

CHANGES = (1, 100, 1_000)
# what the design asks for at 10,000 articles; ten times the first two at 100,000
SNAPSHOT, PAGES = 0.35, 2.0  # seconds
NOTHING_BYTES, CHANGED, CHANGED_MB = 1024, 0.25, 1.5
MEMORY = 150.0  # MB
DOWNLOADS = 100
SEARCHABLE = 10_000  # articles made searchable in a full run; it takes minutes
COLUMNS = ["", "s", "client CPU s", "server CPU s", "wire KB", "articles/s", "s / Anki"]
Figures = dict[str, tuple[Spent, int]]  # by name of row: what it took, and the bytes that passed


def measure(options: Options) -> Report:
    """Fill a server, then fetch from it in every way; Anki after it."""
    report = Report("sync")
    for count in (10_000,) if options.quick else (10_000, options.articles):
        with TemporaryDirectory() as folder:
            rounds = options.samples(5, 3)
            ours, held = _Ours(Path(folder), rounds, searchable=not options.quick).measure(count)
        rounds = options.samples(3, 1)
        peers = {
            "Anki": _anki(count, rounds, report),
            "PouchDB": _pouchdb(count, min(rounds, 30_000 // count or 1), report),
        }
        rows = {name: figures for name, (figures, _) in peers.items()}
        report.tables.append(_table(count, ours, rows))
        report.tables.append(_memory(count, held, {name: m for name, (_, m) in peers.items() if m}))
        report.targets += _targets(count, ours, held[-1])
        if theirs := rows["Anki"].get("first"):
            beside = ratio(ours["snapshot"][0].seconds, theirs[0].seconds)
            report.targets.append(Target(f"{count:,} by snapshot, times Anki's", beside, 1))
    return report


class _Ours:
    """One server process with generated articles, and desks that sync with it."""

    def __init__(self, folder: Path, rounds: int, *, searchable: bool) -> None:
        self._folder = folder
        self._rounds = rounds
        self._searchable = searchable
        self._pid = 0
        self._figures: Figures = {}

    def measure(self, count: int) -> tuple[Figures, list[float]]:
        """Return the figures, and the server's memory: before, after, while many download, most."""
        server = SyncServer(self._folder / "server", log_level="INFO")  # as it ships
        server.start()
        server.add_person("ana", "author")
        self._pid = server.pid
        try:
            before = memory(server.pid)
            with closing(House(self._folder, server.url)) as house, relay(server.url) as way:
                self._fetch(house, way, server, count)
                after = memory(server.pid)
                with house.downloads(DOWNLOADS):
                    crowded = memory(server.pid)
            return self._figures, [before, after, crowded, memory(server.pid, "VmHWM")]
        finally:
            server.stop()

    def _fetch(self, house: House, way: Relay, server: SyncServer, count: int) -> None:
        self._keep("publish", [self._spent(lambda: house.publish(range(count)))], 0)
        self._first("pages", house, way, by_pages=True)
        server.run("snapshot")
        self._first("snapshot", house, way, by_pages=False)
        with house.desk() as desk, house.desk(url=way.url) as counted:
            desk.sync()
            counted.sync()
            if self._searchable and count <= SEARCHABLE:
                self._keep("searchable", [self._spent(desk.make_searchable)], 0)
            self._changes(house, way, desk, counted)

    def _first(self, name: str, house: House, way: Relay, *, by_pages: bool) -> None:
        several = []
        for _ in range(self._rounds):
            with house.desk(by_pages=by_pages) as desk:
                several.append(self._spent(desk.sync))
        with house.desk(by_pages=by_pages, url=way.url) as desk:
            self._keep(name, several, way.counted(desk.sync))

    def _changes(self, house: House, way: Relay, desk: Desk, counted: Desk) -> None:
        nothing = [self._spent(desk.sync) for _ in range(20)]
        self._keep("0", nothing, way.counted(counted.sync))
        for changed in CHANGES:
            several = []
            for _ in range(self._rounds):
                house.publish(range(changed))
                several.append(self._spent(desk.sync))
                passed = way.counted(counted.sync)
            self._keep(str(changed), several, passed)

    def _spent(self, act: Callable[[], object]) -> Spent:
        return spent(act, self._pid)

    def _keep(self, name: str, several: list[Spent], passed: int) -> None:
        self._figures[name] = middle(several), passed


def _anki(count: int, rounds: int, report: Report) -> tuple[Figures, list[float]]:
    """Measure Anki on the same texts; nothing where it is not installed."""
    command = [str(anki_venv.PYTHON), "-m", "tests.bench.peers.anki_sync"]
    if not anki_venv.PYTHON.is_file():
        report.skipped.append("Anki's sync server: python -m tests.support.anki_venv makes it")
        return {}, []
    done = subprocess.run(
        [*command, "measure", str(count), str(rounds)], cwd=CHECKOUT, capture_output=True, text=True
    )
    if done.returncode:
        report.skipped.append(f"Anki's sync server: {(done.stdout + done.stderr)[-400:].strip()}")
        return {}, []
    told: dict[str, Any] = json.loads(done.stdout)
    rows = {name: (Spent(*row[:3]), int(row[3])) for name, row in told["rows"].items()}
    return rows, told["memory"]


def _pouchdb(count: int, rounds: int, report: Report) -> tuple[Figures, list[float]]:
    if why := pouchdb_sync.missing():
        report.skipped.append(why)
        return {}, []
    return pouchdb_sync.measure(count, rounds)


def _table(count: int, ours: Figures, peers: dict[str, Figures]) -> Table:
    table = Table(f"{count:,} articles of 4 KB, durable on the desk; medians", COLUMNS)
    table.notes.append("Anki moves its collection as one file and does not wait for the disk")
    table.notes.append("PouchDB goes document by document and does not wait for the disk either")
    theirs = peers["Anki"]
    rows = [
        ("publish all, by an author", "publish", "publish", count),
        ("first sync by snapshot", "snapshot", "first", count),
        ("first sync by pages", "pages", "first", count),
        ("then searchable: read and indexed", "searchable", "", count),
        ("nothing new", "0", "0", 0),
        *((f"{changed:,} changed", str(changed), str(changed), changed) for changed in CHANGES),
    ]
    for title, name, peer, articles in rows:
        if name not in ours:
            continue
        figures, other = ours[name], theirs.get(peer)
        against = None if other is None else ratio(figures[0].seconds, other[0].seconds)
        table.rows.append([title, *_cells(figures, articles), against])
    for peer, held in peers.items():
        table.rows += _rows_of(peer, held, count)
    return table


def _rows_of(peer: str, figures: Figures, count: int) -> list[list[Cell]]:
    names = {"publish": "full upload", "first": "full download", "0": "nothing new"}
    rows: list[list[Cell]] = []
    for name, figure in figures.items():
        articles = int(name) if name.isdigit() else count
        title = f"{peer}: {names.get(name, f'{articles:,} changed')}"
        rows.append([title, *_cells(figure, articles), None])
    return rows


def _cells(figures: tuple[Spent, int], articles: int) -> list[Cell]:
    took, passed = figures
    wire = passed / 1024 if passed else None
    a_second = round(articles / took.seconds) if articles else None
    return [_fine(took.seconds), _fine(took.client), _fine(took.server), wire, a_second]


def _fine(seconds: float) -> str:
    return f"{seconds:.4f}" if seconds < 0.1 else f"{seconds:.2f}"


def _memory(count: int, ours: list[float], peers: dict[str, list[float]]) -> Table:
    columns = ["", "before", "after", f"{DOWNLOADS} downloads under way", "peak"]
    table = Table(f"memory of the server, MB, {count:,} articles", columns)
    table.rows.append(["kbdesk-server", *ours])
    for name, theirs in peers.items():
        table.rows.append([f"{name}'s server", *theirs[:2], None, theirs[2]])
    return table


def _targets(count: int, ours: Figures, peak: float) -> list[Target]:
    scale = count / 10_000
    thousand, passed = ours["1000"]
    return [
        Target(f"{count:,} by snapshot, s", ours["snapshot"][0].seconds, SNAPSHOT * scale),
        Target(f"{count:,} by pages, s", ours["pages"][0].seconds, PAGES * scale),
        Target(f"nothing new of {count:,}, bytes", ours["0"][1], NOTHING_BYTES),
        Target(f"1,000 changes of {count:,}, s", thousand.seconds, CHANGED),
        Target(f"1,000 changes of {count:,}, MB", passed / 1e6, CHANGED_MB),
        Target(f"server at {count:,}, peak MB", peak, MEMORY),
    ]
