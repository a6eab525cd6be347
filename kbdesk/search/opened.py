"""One index folder, opened: what it holds is a snapshot until it is reloaded."""

import json
from dataclasses import dataclass
from pathlib import Path

import tantivy

from kbdesk.errors import IndexTrouble
from kbdesk.search.document import Stamp
from kbdesk.search.folders import signature
from kbdesk.search.guard import guard
from kbdesk.search.schema import FORMAT, build_schema, register_analyzers

LABEL_BYTES = 256  # of 16,384: a label then takes 5 µs instead of 16, the file half as much again
STAMP_RID = 0  # no row of the store has it


class OutdatedIndex(IndexTrouble):
    """A sound index whose documents have another shape than this kbdesk writes."""


@dataclass(slots=True)
class Opened:
    """An index with the searcher of its last commit."""

    folder: Path
    index: tantivy.Index
    schema: tantivy.Schema
    searcher: tantivy.Searcher
    stamp: Stamp
    commit: object  # changes when any process commits

    def reload(self) -> None:
        """Move on to the last commit, whoever made it."""
        with guard(self.folder):
            commit = _commit_of(self.folder)
            self.index.reload()
            searcher = self.index.searcher()
            self.stamp = _stamp_of(searcher, self.schema)
            self.searcher, self.commit = searcher, commit

    def is_behind(self) -> bool:
        """Say whether there is a newer commit on the disk."""
        return _commit_of(self.folder) != self.commit


def create(folder: Path) -> tuple[tantivy.Index, tantivy.Schema]:
    """Make a new, empty index in an empty folder."""
    with guard(folder):
        tantivy.Index(build_schema(), path=str(folder))
        _store_one_by_one(folder / "meta.json")
    return _known(folder)


def _store_one_by_one(meta: Path) -> None:
    """Have each label stored in a block of its own: to read one is to unpack its block.

    The binding has no word for it; the file is the one from which tantivy reads its settings.
    """
    said = json.loads(meta.read_text("utf-8"))
    said["index_settings"]["docstore_blocksize"] = LABEL_BYTES
    meta.write_text(json.dumps(said), "utf-8")


def _known(folder: Path) -> tuple[tantivy.Index, tantivy.Schema]:
    with guard(folder):
        schema = build_schema()
        index = tantivy.Index(schema, path=str(folder))
        register_analyzers(index)
        return index, schema


def open_index(folder: Path) -> Opened:
    """Open an index that this kbdesk can search; raises `OutdatedIndex` or `IndexTrouble`."""
    commit = _commit_of(folder)
    if commit == (None,):
        # Opening would quietly make an empty index here.
        raise IndexTrouble(f"There is no index in {folder}.")
    try:
        index, schema = _known(folder)
    except IndexTrouble as trouble:
        if "schema does not match" in str(trouble.__cause__):
            raise OutdatedIndex("The search index has another shape.") from trouble
        raise
    with guard(folder):
        index.config_reader("manual")
        index.reload()
        searcher = index.searcher()
        stamp = _stamp_of(searcher, schema)
    if stamp.format != FORMAT:
        raise OutdatedIndex("The search index was written by another version.")
    return Opened(folder, index, schema, searcher, stamp, commit)


def stamp_document(stamp: Stamp, schema: tantivy.Schema) -> tantivy.Document:
    """Spell out the one document that says what the others are."""
    return tantivy.Document.from_dict({"rid": STAMP_RID, "stamp": stamp.write()}, schema)


def _commit_of(folder: Path) -> object:
    return signature(folder / "meta.json")


def _stamp_of(searcher: tantivy.Searcher, schema: tantivy.Schema) -> Stamp:
    query = tantivy.Query.term_query(schema, "rid", STAMP_RID)
    hits = searcher.search(query, limit=1).hits
    if not hits:
        raise ValueError("The index carries no stamp.")
    return Stamp.read(str(searcher.doc(hits[0][1])["stamp"][0]))
