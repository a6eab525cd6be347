"""How fast the index is built: ours from a filled store, against raw Tantivy on the same documents.

The floor gets each document as two strings already in memory, into two fields with Tantivy's own
French analyser, in one commit. Ours reads the store as well, weighs six fields apart and keeps
every word twice, as it stands and as a stem, so that quotes and typing find what is written.
Beside both stands `kbdesk import`, from Markdown files to a level index, a process of its own.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import tantivy
from tantivy import Document, Filter, SchemaBuilder, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from kbdesk.paths import Profile
from kbdesk.search.index import SearchIndex
from kbdesk.services.workspace import Workspace
from kbdesk.store.articles import Articles
from tests.bench import bases
from tests.bench.figures import Report, Table, Target, ratio
from tests.bench.options import Options
from tests.support.shared_data import CHECKOUT

IMPORT_SECONDS = 60.0  # for the 7,024 real articles
HEAP = 128 * 1024 * 1024
THREADS = 1
Texts = list[tuple[str, str]]


def measure(options: Options) -> Report:
    """Build the index of both bases, ours and the floor by turns, and import the real one."""
    report = Report("index")
    for base in bases.chosen(options):
        bases.fill_profile(base, fresh=options.fresh)
        with Workspace(base.profile) as workspace:
            rounds = 3 if base.count is None and not options.quick else 1
            report.tables.append(_builds(base, workspace.articles, rounds))
    seconds, count = _import_real()
    report.tables.append(_imported(seconds, count))
    report.targets.append(
        Target(f"`kbdesk import` of {count:,} real articles, s", seconds, IMPORT_SECONDS)
    )
    return report


def _builds(base: bases.Base, articles: Articles, rounds: int) -> Table:
    texts = [(d.title, "\n".join((*d.headings, *d.body))) for d in articles.changed_since(0)]
    sides: dict[str, Callable[[Path], None]] = {
        "raw Tantivy, title and text (floor)": lambda folder: _raw(folder, texts),
        "reading the store alone": lambda folder: _read(articles),
        "kbdesk, from the store": lambda folder: _ours(folder, articles),
    }
    spent: dict[str, list[float]] = {name: [] for name in sides}
    sizes: dict[str, float] = {}
    for _ in range(rounds):
        for name, build in sides.items():
            with TemporaryDirectory(dir=base.folder) as folder:
                spent[name].append(_seconds(build, Path(folder)))
                sizes[name] = _megabytes(Path(folder))
    return _table(base, len(texts), spent, sizes)


def _table(
    base: bases.Base, count: int, spent: dict[str, list[float]], sizes: dict[str, float]
) -> Table:
    table = Table(
        f"index · {base.name} · {count:,} articles, median of {len(next(iter(spent.values())))}",
        ["", "seconds", "articles/s", "MB", "time / floor"],
    )
    floor = median(next(iter(spent.values())))
    for name, seconds in spent.items():
        middle = median(seconds)
        table.rows.append([name, middle, count / middle, sizes[name], ratio(middle, floor)])
    return table


def _raw(folder: Path, texts: Texts) -> None:
    builder = SchemaBuilder()
    for field in ("title", "text"):
        builder.add_text_field(field, tokenizer_name="french", index_option="position")
    schema = builder.build()
    index = tantivy.Index(schema, path=str(folder))
    index.register_tokenizer("french", _french())
    writer = index.writer(heap_size=HEAP, num_threads=THREADS)
    for title, text in texts:
        writer.add_document(Document.from_dict({"title": [title], "text": [text]}, schema))
    writer.commit()
    writer.wait_merging_threads()


def _french() -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(40))
    builder = builder.filter(Filter.lowercase()).filter(Filter.stopword("french"))
    return builder.filter(Filter.ascii_fold()).filter(Filter.stemmer("french")).build()


def _read(articles: Articles) -> None:
    for _ in articles.changed_since(0):
        pass


def _ours(folder: Path, articles: Articles) -> None:
    with closing(SearchIndex(folder / "index")) as index:
        index.catch_up(articles)


def _import_real() -> tuple[float, int]:
    folder = bases.CACHE / "import"
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "kbdesk", "--profile", str(folder)]
    start = time.perf_counter()
    subprocess.run(
        [*command, "import", str(bases.source())], cwd=CHECKOUT, check=True, capture_output=True
    )
    seconds = time.perf_counter() - start
    with Workspace(Profile(folder)) as workspace:
        count = workspace.articles.count()
    shutil.rmtree(folder)
    return seconds, count


def _imported(seconds: float, count: int) -> Table:
    table = Table("import · Markdown files to a level index", ["", "seconds", "articles/s"])
    table.rows.append(["kbdesk import", seconds, count / seconds])
    return table


def _seconds(build: Callable[[Path], None], folder: Path) -> float:
    start = time.perf_counter()
    build(folder)
    return time.perf_counter() - start


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
