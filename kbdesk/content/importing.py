"""The front door for content: a folder or file of any format we read, out as articles.

Two passes. The first one learns the id of every page, so that links resolve whatever their order
and a duplicate is refused before anything is parsed; the second reads and parses, page by page.
With `workers` the second pass runs in other processes, which pays from some hundred pages on.
"""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from posixpath import splitext
from typing import TYPE_CHECKING

from kbdesk.content.anchors import checked_path, lookup_key
from kbdesk.content.articles import read_article
from kbdesk.content.assets import Asset
from kbdesk.content.crossings import Crossings, Ends
from kbdesk.content.files import Folder, look_into
from kbdesk.content.loss_report import Entry, LossReport, refusal
from kbdesk.content.sources import Entity, Source, SourcePage
from kbdesk.content.targets import Place
from kbdesk.core.articles import Article
from kbdesk.errors import BadContent, Trouble

if TYPE_CHECKING:
    from concurrent.futures import Future

BATCH = 64
WORTH_WORKERS = 300
Opener = Callable[[Folder, LossReport], Source]


@dataclass(slots=True)
class BaseIn:
    """An import under way: `report` is complete once `articles` and `assets` have been walked."""

    articles: Iterator[Article]
    assets: Iterator[Asset]
    entities: tuple[Entity, ...]
    report: LossReport
    total: int  # pages there are, refused ones included
    format: str


@dataclass(frozen=True, slots=True)
class _Job:
    """What the second pass needs to know of the first, small enough to be sent elsewhere."""

    ids: Mapping[str, str]
    files: frozenset[str]
    space: str


@dataclass(slots=True)
class _Outcome:
    articles: list[Article] = field(default_factory=list)
    ends: list[Ends] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def read_base(
    path: Path,
    *,
    format: str | None = None,  # noqa: A002  # what the command line calls it
    space: str | None = None,
    known: Mapping[str, str] | None = None,
    workers: int = 1,
) -> BaseIn:
    """Open a folder or file for import; nothing is parsed before `articles` is walked.

    `format` is one of FORMATS, else seen from the files; `space` is where articles go that name
    none; `known` maps the paths already in the base to their ids, for links to them.
    """
    folder = look_into(path)
    name = format or sniff(folder)
    if name not in FORMATS:
        raise Trouble(f"“{name}” is no format of import.", f"Choose from {', '.join(FORMATS)}.")
    report = LossReport(folder.entries)
    source = _opener(name)(folder, report)
    report.extend(source.entries)
    total = len(source.pages)
    pages, ids = _identities(source.pages, report)
    job = _Job({**(known or {}), **ids}, source.files, space or "base")
    outcomes = _outcomes(pages, job, workers)
    brought: list[Asset] = []
    return BaseIn(
        _articles(outcomes, report, brought),
        _assets(source.assets, brought),
        tuple(source.entities),
        report,
        total,
        name,
    )


def sniff(folder: Folder) -> str:
    """Tell the format of a folder from the endings of its files; Markdown wins when it is there."""
    endings = {splitext(path)[1].lower() for path in folder.files}
    found = next((name for name, own in _ENDINGS.items() if endings & own), None)
    if found is None:
        raise Trouble(
            "There is nothing here that kbdesk can import.", "Give a folder of .md files."
        )
    return found


_ENDINGS = {
    "markdown": {".md"},
    "docx": {".docx"},
    "zendesk": {".json"},
    "html": {".html", ".htm"},
    "csv": {".csv"},
}
FORMATS = tuple(_ENDINGS)


def _opener(name: str) -> Opener:
    """Load the importer of a format now, not at start-up: the converters cost 200 ms to load."""
    if name == "markdown":
        from kbdesk.content.from_markdown import open_markdown  # start-up: loaded when asked for

        return open_markdown
    if name == "html":
        from kbdesk.content.from_html import open_html  # start-up: loads bs4

        return open_html
    if name == "docx":
        from kbdesk.content.from_docx import open_docx  # start-up: loads mammoth

        return open_docx
    if name == "csv":
        from kbdesk.content.from_csv import open_csv  # start-up: loads bs4

        return open_csv
    from kbdesk.content.from_zendesk import open_zendesk  # start-up: loads bs4

    return open_zendesk


def _identities(
    pages: Iterable[SourcePage], report: LossReport
) -> tuple[list[SourcePage], dict[str, str]]:
    """Learn the id of each page; those without one, or with another's, stay out."""
    kept: list[SourcePage] = []
    ids: dict[str, str] = {}
    owners: dict[str, str] = {}
    for page in pages:
        try:
            checked_path(page.path)
            identity = page.identity()
            if identity in owners:
                sentence = f"The id “{identity}” is already that of {owners[identity]}."
                raise BadContent(sentence, field="id", remedy="Give each article its own id.")
        except BadContent as error:
            report.add(_told_of_origin(refusal(error, _shown(page.path)), page))
            continue
        owners[identity] = page.path
        ids[lookup_key(page.path)] = identity
        kept.append(page)
    return kept, ids


def _shown(path: str) -> str:
    return path.encode(errors="replace").decode()


def _outcomes(pages: list[SourcePage], job: _Job, workers: int) -> Iterator[_Outcome]:
    batches = [pages[start : start + BATCH] for start in range(0, len(pages), BATCH)]
    if workers > 1 and len(pages) >= WORTH_WORKERS:
        return _elsewhere(batches, job, workers)
    return (_read_batch(batch, job) for batch in batches)


def _elsewhere(batches: list[list[SourcePage]], job: _Job, workers: int) -> Iterator[_Outcome]:
    """Parse in other processes, in order, a few batches ahead of whoever consumes.

    Fresh processes, never forks: the desk has threads, and a fork copies their locks.
    """
    from concurrent.futures import ProcessPoolExecutor  # late: few ever import that much
    from concurrent.futures.process import BrokenProcessPool  # late: as above
    from multiprocessing import get_context  # late: as above

    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (job,))
    running: deque[Future[_Outcome]] = deque()
    try:
        for batch in batches:
            running.append(pool.submit(_read_there, batch))
            if len(running) > 2 * workers:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    except BrokenProcessPool:
        raise Trouble("A process of the import was stopped.", "Import again.") from None
    finally:
        pool.shutdown(cancel_futures=True)


_job_here = _Job({}, frozenset(), "base")  # of this process, when it is a worker


def _begin(job: _Job) -> None:
    global _job_here  # noqa: PLW0603  # the only way to give a worker what all its batches share
    _job_here = job


def _read_there(batch: list[SourcePage]) -> _Outcome:
    return _read_batch(batch, _job_here)


def _read_batch(batch: Iterable[SourcePage], job: _Job) -> _Outcome:
    outcome = _Outcome()
    with _collector_at_rest():
        for page in batch:
            try:
                _read_page(page, job, outcome)
            except BadContent as error:
                outcome.entries.append(_told_of_origin(refusal(error, page.path), page))
    return outcome


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Stop the cycle collector for one batch: it takes an eighth of the time and finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_page(page: SourcePage, job: _Job, outcome: _Outcome) -> None:
    found = page.read()
    files = job.files.union(asset.path for asset in found.assets) if found.assets else job.files
    parsed = read_article(found.text, Place(page.path, job.ids, files), space=job.space)
    told = [*(refusal(fault, page.path) for fault in parsed.faults), *parsed.entries]
    outcome.entries += (*found.entries, *(_told_of_origin(entry, page) for entry in told))
    if not parsed.faults:
        outcome.articles.append(parsed.article)
        outcome.ends.append(_ends_of_origin(parsed.ends, page))
        outcome.assets += found.assets


def _told_of_origin(entry: Entry, page: SourcePage) -> Entry:
    """Tell a converted page's losses of the file it came from: nobody has seen our Markdown."""
    if page.origin == page.path:
        return entry
    return replace(entry, path=_shown(page.origin), line=page.line)


def _ends_of_origin(ends: Ends, page: SourcePage) -> Ends:
    if page.origin == page.path or not ends.crossings:
        return ends
    told = (replace(one, entry=_told_of_origin(one.entry, page)) for one in ends.crossings)
    return replace(ends, crossings=tuple(told))


def _articles(
    outcomes: Iterable[_Outcome], report: LossReport, brought: list[Asset]
) -> Iterator[Article]:
    crossings = Crossings()
    for outcome in outcomes:
        report.extend(outcome.entries)
        for ends in outcome.ends:
            report.extend(crossings.take(ends))
        brought += outcome.assets
        yield from outcome.articles


def _assets(own: Iterator[Asset], brought: list[Asset]) -> Iterator[Asset]:
    """Give the images of the folder, then those that the pages brought; walk it after them."""
    yield from own
    yield from brought
