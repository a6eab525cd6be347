"""A Zendesk Guide export: the JSON of its articles, sections and categories, or a CSV of them.

Bodies are HTML. Links between articles go by number and become links between ours. What only
Zendesk has (votes, comments, who may see) is not content and is not reported; attachments and
translations are.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import splitext

from kbdesk.content.files import MAX_TEXT, Folder, decode
from kbdesk.content.from_csv import open_csv
from kbdesk.content.loss_report import Entry, LossReport, Severity, refusal
from kbdesk.content.one_line import one_line
from kbdesk.content.records import RecordPage, free_path
from kbdesk.content.sources import Source
from kbdesk.errors import BadContent

MAX_EXPORT = 100 * MAX_TEXT
Record = Mapping[str, object]


def open_zendesk(folder: Folder, report: LossReport) -> Source:
    """Read every .json of the folder together, since sections and articles may be apart."""
    files = {p: f for p, f in folder.files.items() if splitext(p)[1].lower() == ".json"}
    if not files:
        return open_csv(folder, report)
    source = Source()
    documents = list(_documents(files, source))
    names = {**_names(documents, "categories"), **_names(documents, "sections")}
    above = {
        _text(section, "id"): _text(section, "category_id")
        for _path, document in documents
        for section in _records(document, "sections")
    }
    _take_articles(documents, names, above, source)
    return source


def _documents(files: Mapping[str, Path], source: Source) -> Iterator[tuple[str, object]]:
    for path, file in files.items():
        try:
            if file.stat().st_size > MAX_EXPORT:
                raise BadContent("The file is too large.", path=path)
            found = decode(file.read_bytes(), path)
            source.entries += found.entries
            yield path, json.loads(found.text.removeprefix("\ufeff"))
        except BadContent as error:
            source.entries.append(refusal(error, path))
        except (ValueError, RecursionError, OSError) as error:
            line = getattr(error, "lineno", 0)
            fault = BadContent("This JSON cannot be read.", path=path, line=line)
            source.entries.append(refusal(fault, path))


def _records(document: object, name: str) -> list[Record]:
    """Return the records of one kind: under its name, or the document itself for articles."""
    found = document.get(name) if isinstance(document, dict) else document
    if isinstance(document, list) and name != "articles":
        found = None
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _names(documents: Iterable[tuple[str, object]], kind: str) -> dict[str, str]:
    return {
        _text(record, "id"): _text(record, "name")
        for _path, document in documents
        for record in _records(document, kind)
    }


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    return str(value).strip() if isinstance(value, str | int) else ""


def _take_articles(
    documents: Iterable[tuple[str, object]],
    names: Mapping[str, str],
    above: Mapping[str, str],
    source: Source,
) -> None:
    taken: set[str] = set()
    numbered: dict[str, str] = {}
    for origin, document in documents:
        for record in _records(document, "articles"):
            entry = _why_not(record, origin)
            if entry:
                source.entries.append(entry)
                continue
            section = _text(record, "section_id")
            shelves = [names.get(above.get(section, ""), ""), names.get(section, "")]
            number, title = _text(record, "id"), _text(record, "title")
            path = free_path((*shelves, f"{number} {title}"), taken)
            if number:
                numbered[number] = path
            fields, entries = _fields(record, shelves), tuple(_losses(record, origin))
            body = _text(record, "body")
            source.pages.append(RecordPage(path, origin, 0, fields, body, numbered, entries))


def _why_not(record: Record, origin: str) -> Entry | None:
    title = _text(record, "title")
    name = title or f"article {_text(record, 'id')}"
    if record.get("draft") is True:
        return Entry(Severity.LOST, "Drafts", origin, f"“{name}” is a draft and is left out")
    if not title:
        return Entry(Severity.REFUSED, "Articles without a title", origin, f"{name} has no title")
    return None


def _fields(record: Record, shelves: list[str]) -> dict[str, object]:
    labels = record.get("label_names")
    return {
        "title": one_line(_text(record, "title")),
        "category": [name for name in shelves if name],
        "tags": [str(label) for label in labels] if isinstance(labels, list) else [],
        "lang": _text(record, "locale"),
        "updated": _text(record, "updated_at")[:10],
        "url": _text(record, "html_url"),
    }


def _losses(record: Record, origin: str) -> Iterator[Entry]:
    title = _text(record, "title")
    for name, topic in (("attachments", "Attachments"), ("translations", "Translations")):
        found = record.get(name)
        if isinstance(found, list) and found:
            message = f"“{title}”: {len(found)} left out"
            yield Entry(Severity.LOST, topic, origin, message)
