"""A table of articles (CSV): one a row, columns named in English or French, any separator.

Columns we know become fields; the others are kept in the front matter under their own names.
"""

import csv
import io
from collections.abc import Iterator
from posixpath import splitext

from kbdesk.content.anchors import anchor
from kbdesk.content.files import MAX_TEXT, Folder, read_text
from kbdesk.content.loss_report import Entry, LossReport, Severity, refusal
from kbdesk.content.records import RecordPage, free_path
from kbdesk.content.sources import Source, not_taken
from kbdesk.errors import BadContent

_NAMES = {
    "title": "title", "titre": "title", "name": "title", "question": "title",
    "body": "body", "content": "body", "contenu": "body", "texte": "body", "text": "body",
    "html": "body", "markdown": "body", "answer": "body", "reponse": "body",
    "summary": "summary", "resume": "summary", "tags": "tags", "labels": "tags",
    "label-names": "tags", "mots-cles": "tags", "keywords": "tags",
    "category": "category", "categorie": "category", "section": "category", "rubrique": "category",
    "lang": "lang", "language": "lang", "locale": "lang", "langue": "lang",
    "updated": "updated", "updated-at": "updated", "updated_at": "updated", "modifie": "updated",
    "draft": "draft", "brouillon": "draft", "label_names": "tags",
    "kind": "kind", "type": "kind", "space": "space", "espace": "space", "owner": "owner",
    "aliases": "aliases", "audience": "audience", "verified": "verified", "id": "id",
    "review_every": "review_every", "valid_from": "valid_from", "valid_to": "valid_to",
}  # fmt: skip
_LISTS = {"tags", "aliases"}
_YES = {"true", "1", "yes", "oui", "vrai"}


def open_csv(folder: Folder, _report: LossReport) -> Source:
    """Read every .csv of the folder; a row that cannot be an article is refused with its line."""
    source = Source()
    taken: set[str] = set()
    for path, file in folder.files.items():
        if splitext(path)[1].lower() != ".csv":
            source.entries.append(not_taken(path))
            continue
        try:
            found = read_text(file, path)
            source.entries += found.entries
            _take_rows(found.text, path, source, taken)
        except BadContent as error:
            source.entries.append(refusal(error, path))
    return source


def _take_rows(text: str, path: str, source: Source, taken: set[str]) -> None:
    numbered: dict[str, str] = {}
    for line, row in _rows(text, path):
        try:
            source.pages.append(_page(line, row, path, taken, numbered))
        except _LeftOut as left:
            source.entries.append(Entry(left.severity, left.topic, path, left.message, line))


class _LeftOut(Exception):
    """A row that becomes no article, and what the report says of it."""

    def __init__(self, severity: Severity, topic: str, message: str) -> None:
        super().__init__(message)
        self.severity, self.topic, self.message = severity, topic, message


def _rows(text: str, path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row with the line on which it starts."""
    csv.field_size_limit(MAX_TEXT)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), _dialect(text))
    try:
        header = [_column(name) for name in next(reader, [])]
        if "title" not in header and "body" not in header:
            raise BadContent(
                "This table has no column “title” and none “body”.", path=path, line=1,
                remedy="Name its columns in the first row.",
            )  # fmt: skip
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, _row(header, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadContent(f"This table cannot be read: {error}.", path=path) from None


def _dialect(text: str) -> type[csv.Dialect]:
    """Tell the separator from the first line: the sniffer of the library guesses too freely."""
    first = text.split("\n", 1)[0]
    best = max(",;\t|", key=first.count)

    class Table(csv.excel):
        delimiter = best

    return Table


def _column(name: str) -> str:
    known = anchor(name)
    return _NAMES.get(known, known)


_MORE = "more cells than columns"


def _row(header: list[str], cells: list[str]) -> dict[str, str]:
    row: dict[str, str] = {}
    for name, cell in zip(header, cells, strict=False):
        if name and cell.strip() and name not in row:
            row[name] = cell.strip()
    if any(cell.strip() for cell in cells[len(header) :]):
        row[_MORE] = "yes"
    return row


def _page(
    line: int, row: dict[str, str], path: str, taken: set[str], numbered: dict[str, str]
) -> RecordPage:
    body = row.pop("body", "")
    if row.pop("draft", "").lower() in _YES:
        raise _LeftOut(Severity.LOST, "Drafts", "is a draft and is left out")
    if not row.get("title"):
        raise _LeftOut(Severity.REFUSED, "Rows without a title", "this row has no title")
    more = row.pop(_MORE, "")
    message = "this row has more cells than the table has columns"
    topic = "Cells beyond the last column"
    entries = (Entry(Severity.LOST, topic, path, message, line),) if more else ()
    number = row["id"] if row.get("id", "").isdigit() else ""
    place = free_path((row.get("category", ""), f"{number} {row['title']}"), taken)
    if number:
        numbered[number] = place
    return RecordPage(place, path, line, _fields(row), body, numbered, entries)


def _fields(row: dict[str, str]) -> dict[str, object]:
    fields: dict[str, object] = dict(row)
    for name in _LISTS & row.keys():
        fields[name] = [
            part.strip() for part in row[name].replace(";", ",").split(",") if part.strip()
        ]
    return fields
