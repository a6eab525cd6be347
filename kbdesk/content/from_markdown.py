"""A folder of Markdown files, which is also what an export writes."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import splitext

from kbdesk.content import articles
from kbdesk.content.assets import FILE_ENDINGS, read_assets
from kbdesk.content.files import Folder, read_text
from kbdesk.content.lists import read_list
from kbdesk.content.loss_report import Entry, LossReport, Severity, refusal
from kbdesk.content.sources import ROOT_FILES, Entity, PageText, Source, not_taken
from kbdesk.core.card_rules import Fault, read_rules
from kbdesk.errors import BadContent


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """One .md file."""

    path: str
    file: Path
    line: int = 0

    @property
    def origin(self) -> str:
        return self.path

    def identity(self) -> str:
        return articles.identify(read_text(self.file, self.path).text, self.path)

    def read(self) -> PageText:
        found = read_text(self.file, self.path)
        return PageText(found.text, found.entries)


def open_markdown(folder: Folder, report: LossReport) -> Source:
    """Sort the files of a folder: articles, entities, images, and the rest, which is told."""
    source = Source()
    images = []
    for path, file in folder.files.items():
        ending = splitext(path)[1].lower()
        if ending == ".md":
            source.pages.append(MarkdownPage(path, file))
        elif path in _ROOT_PATHS:
            _take_entity(path, file, source)
        elif ending in FILE_ENDINGS:
            images.append((path, file))
        else:
            source.entries.append(not_taken(path))
    source.assets = read_assets(images, report)
    source.files = frozenset(folder.files) - {page.path for page in source.pages}
    return source


_ROOT_PATHS = frozenset(f"{name}.yaml" for name in ROOT_FILES)


def _take_entity(path: str, file: Path, source: Source) -> None:
    name = path.removesuffix(".yaml")
    try:
        found = read_text(file, path)
        listed = read_list(name, found.text)
    except BadContent as error:
        source.entries.append(refusal(error, path))
        return
    source.entries += found.entries
    if name == "rules":
        source.entries += [_idle(fault, path) for fault in read_rules(listed)[1]]
    source.entities.append(Entity(name, name, found.text))


def _idle(fault: Fault, path: str) -> Entry:
    """Tell of a rule that will never fire; the list itself is kept to the letter."""
    return Entry(Severity.LOST, "Rules of cards that cannot fire", path, str(fault))
