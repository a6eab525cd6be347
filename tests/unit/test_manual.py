"""The user's manual: the same pages in both languages, sound, linked, and true to this version.

That every key, setting, command and option is named is in tests/test_docs.py.
"""

import dataclasses
import re
from datetime import date
from pathlib import Path

import pytest
from click import Context

from kbdesk.cli import main as command_line
from kbdesk.content.articles import read_article
from kbdesk.content.importing import FORMATS
from kbdesk.content.targets import Place
from kbdesk.core.articles import Article, Freshness, Kind, freshness
from kbdesk.paths import Profile
from kbdesk.search.query import read
from kbdesk.services import manual
from kbdesk.services.manual import LANGUAGES, fill_manual, read_manual
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
PROFILE_FILES = ("kb.db", "user.db", "index/", "settings.json", "logs/")


def _manual(language: str) -> dict[str, Article]:
    return {page.id: page for page in read_manual(language)}


def _page_words(page: Article) -> int:
    return len(page.body.split())


def test_both_languages_have_the_same_pages_and_headings() -> None:
    """Anchors differ with the language, but a page has as many sections in both."""
    french, english = (_manual(language) for language in ("fr", "en"))
    assert set(french) == set(english)
    assert len(french) >= 14
    for id_, page in french.items():
        assert len(page.passages) == len(english[id_].passages), id_
        assert page.kind == english[id_].kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_sound_articles_of_the_help_shelf(language: str) -> None:
    files = sorted((HELP / language).glob("*.md"))
    ids = {f"help/{file.name}": f"help/{file.stem}" for file in files}
    for file in files:
        place = Place(f"help/{file.name}", ids)
        parsed = read_article(file.read_text("utf-8"), place, space="help")
        assert not (*parsed.faults, *parsed.entries), file.name
        article = parsed.article
        assert (article.space, article.lang) == ("help", language)
        assert article.kind in {Kind.ARTICLE, Kind.FAQ}
        assert all((article.aliases, article.tags)), file.name
        assert 100 <= _page_words(article) <= 600, file.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_of_the_manual_lead_to_a_heading(language: str) -> None:
    pages = _manual(language)
    anchors = {id_: {passage.anchor for passage in page.passages} for id_, page in pages.items()}
    links = [(page.id, link) for page in pages.values() for link in page.links]
    assert len(links) >= 10
    assert not [
        f"{id_} → {link.target}#{link.anchor}"
        for id_, link in links
        if link.target not in anchors or (link.anchor and link.anchor not in anchors[link.target])
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_is_never_shown_as_unverified(language: str) -> None:
    far = date(2036, 1, 1)
    assert all(
        freshness(page.verified, page.review_every, far) is Freshness.VERIFIED
        for page in _manual(language).values()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_shown_in_the_manual_mean_what_it_says(language: str) -> None:
    """Each example of the table of search marks is understood as a mark."""
    text = _manual(language)["help/search-marks"].body
    examples = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    assert len(examples) >= 6
    for example in examples:
        asked = read(example)
        assert asked.phrases or asked.without or asked.filters or asked.filters_out, example


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_names_every_command_format_and_file(language: str) -> None:
    pages = _manual(language)
    context = Context(command_line.group)
    commands = [f"kbdesk {name}" for name in command_line.group.list_commands(context)]
    assert not [name for name in commands if name not in pages["help/command-line"].body]
    assert not [name for name in FORMATS if f"`{name}`" not in pages["help/import"].body]
    assert not [name for name in PROFILE_FILES if name not in pages["help/profile-and-files"].body]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_names_every_setting_as_the_file_does(language: str) -> None:
    settings = _manual(language)["help/settings"].body
    names = [entry.name for entry in dataclasses.fields(Settings)]
    assert not [name for name in names if f"`{name}`" not in settings]


def test_a_manual_that_is_level_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its pages are compared to the letter; the Markdown reader is for those that changed."""
    with Workspace(Profile(tmp_path / "profile")) as workspace:
        assert fill_manual(workspace, "fr")
        read_again = list[str]()

        def pages(language: str) -> list[Article]:
            read_again.append(language)
            return read_manual(language)

        monkeypatch.setattr(manual, "read_manual", pages)
        assert not fill_manual(workspace, "fr")
        assert read_again == []
        assert fill_manual(workspace, "en")
        assert read_again == ["en"]
