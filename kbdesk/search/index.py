"""The search index of a profile: a cache that may be thrown away at any time, and never blocks.

Opening is instant and never writes. `catch_up` makes the index level with the store: by the
difference, or, where the index is missing, damaged, of another shape, of another base or far
behind, by a new one built aside while the old one goes on answering. Whichever process holds the
writer lock does the work; any other one is told `busy` and goes on searching what is there. Every
search looks (two stats) whether some process has committed or switched since.
"""

import contextlib
import logging
import threading
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import tantivy

from kbdesk.errors import IndexTrouble
from kbdesk.search import catch_up as writing
from kbdesk.search.catch_up import CatchUp, Progress
from kbdesk.search.checksums import faults_in
from kbdesk.search.document import Source, Stamp
from kbdesk.search.folders import Folders, signature
from kbdesk.search.guard import IndexBusy, guard
from kbdesk.search.opened import Opened, OutdatedIndex, open_index
from kbdesk.search.schema import FORMAT
from kbdesk.search.writer_lock import writer_lock

__all__ = ["CatchUp", "Progress", "SearchIndex", "State"]

log = logging.getLogger(__name__)


class State(StrEnum):
    """What the index is good for now."""

    READY = "ready"  # it answers; whether it is level, its stamp tells
    BUILDING = "building"  # a new one is being built by this process; an old one may still answer
    MISSING = "missing"
    OUTDATED = "outdated"  # of another shape: it cannot answer this kbdesk
    DAMAGED = "damaged"


class SearchIndex:
    """The index in a folder; safe to use from several threads and processes."""

    def __init__(self, folder: Path) -> None:
        self._folders = Folders(folder)
        self._guarding = threading.RLock()
        self._opened: Opened | None = None
        self._pointer: object = None
        self._state = State.MISSING
        self._building = False
        self._generation = 0
        self._proven = -1  # the generation whose files were found sound
        self._closed = False
        self.refresh()

    # what is there

    def state(self) -> State:
        return State.BUILDING if self._building else self._state

    def stamp(self) -> Stamp | None:
        """Return up to where the index has read its store, None when nothing answers."""
        with self._guarding:
            self.refresh()
            return self._opened.stamp if self._opened else None

    @property
    def generation(self) -> int:
        """A number that grows whenever the searcher changes: for whoever keeps something of it."""
        return self._generation

    def searcher(self) -> tantivy.Searcher:
        """Return a snapshot of the last commit of any process; raises `IndexTrouble` if none."""
        return self.opened().searcher

    def opened(self) -> Opened:
        """Return the index that answers, with its schema; raises `IndexTrouble` if none does."""
        with self._guarding:
            self.refresh()
            if self._opened is None:
                raise IndexTrouble("The search index is not there.", "It is being made again.")
            return self._opened

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Search inside: what tantivy throws becomes `IndexTrouble`, and real damage is noted.

        A fault counts as damage only when the checksums of the files agree: a query that tantivy
        cannot bear must not throw a sound index away.
        """
        try:
            with guard(self._folders.root):
                yield
        except IndexTrouble as trouble:
            if self._is_unsound():
                self._give_up(trouble)
            raise

    def faults(self) -> list[str]:
        """Read every file of the index; return a sentence for each that is not what was written."""
        current = self._folders.current()
        return [] if current is None else faults_in(current)

    def rids(self) -> set[int]:
        """Return the rows of all articles in the index: for checks, not for searching."""
        searcher = self.searcher()
        with self.guarded():
            count = max(searcher.num_docs, 1)
            hits = searcher.search(tantivy.Query.all_query(), limit=count).hits
            found = searcher.fast_field_values("rid", [address for _, address in hits])
        return {int(rid) for rid in found if rid}

    # what makes it level

    def catch_up(
        self, source: Source, progress: Progress | None = None, *, check: bool = False
    ) -> CatchUp:
        """Make the index level with `source`; with `check`, first prove every file of it sound.

        `close()` from another thread ends it early: then nothing of it is kept, and it is not done.
        """
        self._refuse_closed()
        with guard(self._folders.root):
            self._folders.make()
        with self._writer_lock() as free:
            if not free:
                return CatchUp(done=False, busy=True)
            self.refresh(again=True)
            with guard(self._folders.root):
                self._folders.sweep()  # what a killed rebuild left
            if check and self.faults():
                self._drop(State.DAMAGED)
            try:
                outcome = self._level(source, self._watched(progress))
                if not self._is_level(source):
                    # Somebody wrote meanwhile, was told `busy` and relies on us.
                    outcome += self._level(source, self._watched(progress))
                return outcome
            except IndexBusy:
                return CatchUp(done=False, busy=True)
            except _ClosedMeanwhile:
                return CatchUp(done=False)

    def refresh(self, *, again: bool = False) -> None:
        """Move on to what any process committed last; `again` also retries what would not open."""
        with self._guarding:
            pointer = signature(self._folders.pointer)
            if self._closed or (pointer == self._pointer and not again and not self._behind()):
                return
            try:
                self._move_on(pointer)
            except OutdatedIndex:
                self._drop(State.OUTDATED)
            except IndexTrouble as trouble:
                if signature(self._folders.pointer) != pointer:
                    self.refresh()  # another process has just switched, and swept what we opened
                    return
                log.info("The search index cannot be used: %s", trouble.sentence)
                self._drop(State.DAMAGED)

    def close(self) -> None:
        """Let go of the files; may be called again."""
        with self._guarding:
            self._closed = True
            self._opened = None

    # within

    def _behind(self) -> bool:
        return self._opened is not None and self._opened.is_behind()

    def _move_on(self, pointer: object) -> None:
        current = self._folders.current()
        if current is None:
            # Nothing, or a pointer that leads nowhere: the same to us.
            self._pointer = pointer
            self._drop(State.MISSING)
        elif self._opened is not None and self._opened.folder == current:
            self._pointer = pointer
            if self._opened.is_behind():
                self._opened.reload()
                self._generation += 1
        else:
            self._pointer = pointer
            self._opened = open_index(current)
            self._state = State.READY
            self._generation += 1

    def _is_unsound(self) -> bool:
        """Check the files once for each commit: a bad query may come with every key pressed."""
        if self._proven == self._generation:
            return False
        if self.faults():
            return True
        self._proven = self._generation
        return False

    def _drop(self, state: State) -> None:
        if self._opened is not None:
            self._generation += 1
        self._opened = None
        self._state = state

    def _give_up(self, trouble: IndexTrouble) -> None:
        """Leave a damaged index unnamed, so that every process gets a new one."""
        log.warning("The search index is damaged and will be made again: %s", trouble.sentence)
        with self._guarding:
            self._drop(State.DAMAGED)
            with contextlib.suppress(OSError), writer_lock(self._folders.lock) as free:
                if free:
                    self._folders.forget()

    def _watched(self, progress: Progress | None) -> Progress:
        def tell(done: int, total: int) -> None:
            if self._closed:
                raise _ClosedMeanwhile
            if progress is not None:
                progress(done, total)

        return tell

    def _is_level(self, source: Source) -> bool:
        stamp = self.stamp()
        return stamp is not None and (stamp.epoch, stamp.seq) == source.head()

    def _level(self, source: Source, progress: Progress) -> CatchUp:
        target = Stamp(FORMAT, *source.head())
        opened = self._opened
        if opened is not None and opened.stamp == target:
            return CatchUp(done=True)
        if opened is None or _foreign(opened.stamp, target) or writing.is_much(opened, source):
            return self._rebuild(source, target, progress)
        try:
            outcome = writing.update(opened, source, target, progress)
        except IndexBusy:
            raise
        except IndexTrouble as trouble:
            log.info("The search index is made anew: %s", trouble.sentence)
            return self._rebuild(source, target, progress)
        self.refresh()
        return outcome

    def _rebuild(self, source: Source, target: Stamp, progress: Progress) -> CatchUp:
        self._building = True
        try:
            with guard(self._folders.root):
                folder = self._folders.fresh()
            outcome = writing.build(folder, source, target, progress)
            with guard(self._folders.root):
                self._folders.point_to(folder)
        finally:
            self._building = False
            self.refresh(again=True)
            with guard(self._folders.root):
                self._folders.sweep()
        return outcome

    @contextlib.contextmanager
    def _writer_lock(self) -> Iterator[bool]:
        with contextlib.ExitStack() as stack:
            with guard(self._folders.root):
                free = stack.enter_context(writer_lock(self._folders.lock))
            yield free

    def _refuse_closed(self) -> None:
        if self._closed:
            raise RuntimeError("The search index has been closed.")


class _ClosedMeanwhile(Exception):
    """Ends a catch-up whose index has been closed."""


def _foreign(here: Stamp, target: Stamp) -> bool:
    """Say whether an index speaks of another base, or of a future that the base has lost."""
    return here.epoch != target.epoch or here.seq > target.seq
