"""Writing an index: the difference into the one that answers, or everything into a new one.

Both end in a single commit that holds the documents and their stamp together, so a kill at any
moment leaves either the old commit or the new one. A writer lives only as long as one catch-up; it
is never used as a context manager (that would commit even when its body raises).
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import tantivy

from kbdesk.search.document import IndexDocument, Source, Stamp
from kbdesk.search.guard import guard
from kbdesk.search.opened import STAMP_RID, Opened, create, stamp_document
from kbdesk.search.schema import to_document

Progress = Callable[[int, int], None]  # documents written, documents to write

MEGABYTE = 1024 * 1024
BLOCK = 200  # documents between two reports of progress
# Measured with 7,024 real articles: tantivy took 6.0 s of CPU with one thread and 7.2 s with two,
# which overlap with ours; four times the heap took no less.
REBUILD_THREADS, REBUILD_HEAP = 2, 128 * MEGABYTE
UPDATE_THREADS, UPDATE_HEAP = 1, 32 * MEGABYTE
REBUILD_SHARE = 0.5  # of the index; beyond, a new one is hardly dearer and has no dead documents


@dataclass(frozen=True, slots=True)
class CatchUp:
    """How a catch-up ended: `done` is level; `busy` is that another process is at it."""

    done: bool
    added: int = 0
    removed: int = 0
    busy: bool = False
    rebuilt: bool = False

    def __add__(self, later: "CatchUp") -> "CatchUp":
        return CatchUp(
            done=later.done,
            added=self.added + later.added,
            removed=self.removed + later.removed,
            busy=later.busy,
            rebuilt=self.rebuilt or later.rebuilt,
        )


def update(opened: Opened, source: Source, target: Stamp, progress: Progress) -> CatchUp:
    """Bring the difference since the index's own stamp into it."""
    since = opened.stamp.seq
    total = source.changed_count(since)
    with _writing(opened.folder, opened.index, UPDATE_HEAP, UPDATE_THREADS) as writer:
        removed = _delete(writer, opened.folder, source.removed_since(since))
        changed = source.changed_since(since)
        added = _add(writer, opened, changed, total=total, progress=progress, replace=True)
        _finish(writer, opened.folder, opened.schema, target)
    return CatchUp(done=True, added=added, removed=removed)


def build(folder: Path, source: Source, target: Stamp, progress: Progress) -> CatchUp:
    """Write a whole new index into an empty folder."""
    index, schema = create(folder)
    total = source.changed_count(0)
    with _writing(folder, index, REBUILD_HEAP, REBUILD_THREADS) as writer:
        place = _Place(folder, schema)
        changed = source.changed_since(0)
        added = _add(writer, place, changed, total=total, progress=progress, replace=False)
        _finish(writer, folder, schema, target)
    return CatchUp(done=True, added=added, rebuilt=True)


def is_much(opened: Opened, source: Source) -> bool:
    """Say whether so much has changed that a new index is better than mending this one."""
    return source.changed_count(opened.stamp.seq) > REBUILD_SHARE * opened.searcher.num_docs


@dataclass(frozen=True, slots=True)
class _Place:
    folder: Path
    schema: tantivy.Schema


@contextlib.contextmanager
def _writing(
    folder: Path, index: tantivy.Index, heap: int, threads: int
) -> Iterator[tantivy.IndexWriter]:
    """Give a writer; when the body raises, nothing of it is kept."""
    with guard(folder):
        writer = index.writer(heap_size=heap, num_threads=threads)
    try:
        yield writer
    except BaseException:
        # Rolled back and used up here: a traceback would keep the writer, and its lock, alive.
        with contextlib.suppress(Exception), guard(folder):
            writer.rollback()
        with contextlib.suppress(Exception), guard(folder):
            writer.wait_merging_threads()
        raise
    with guard(folder):
        writer.wait_merging_threads()


def _delete(writer: tantivy.IndexWriter, folder: Path, rids: Iterable[int]) -> int:
    count = 0
    for rid in rids:
        with guard(folder):
            writer.delete_documents_by_term("rid", rid)
        count += 1
    return count


def _add(
    writer: tantivy.IndexWriter,
    place: Opened | _Place,
    documents: Iterator[IndexDocument],
    *,
    total: int,
    progress: Progress,
    replace: bool,
) -> int:
    done = 0
    while block := list(islice(documents, BLOCK)):
        with guard(place.folder):
            for document in block:
                if replace:
                    writer.delete_documents_by_term("rid", document.rid)
                writer.add_document(to_document(document, place.schema))
        done += len(block)
        progress(done, max(done, total))
    return done


def _finish(
    writer: tantivy.IndexWriter, folder: Path, schema: tantivy.Schema, target: Stamp
) -> None:
    with guard(folder):
        writer.delete_documents_by_term("rid", STAMP_RID)
        writer.add_document(stamp_document(target, schema))
        writer.commit()
