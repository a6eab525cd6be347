"""The documents are tested: what a person may type, press or set is named where they look for it.

Commands and options come from click itself, settings from the dataclass, keys from the table of
the window, so that a new one without a word in README or in the manual fails here.
"""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import dev
from kbdesk import __version__
from kbdesk.cli import main as command_line
from kbdesk.settings import Settings
from kbdesk.ui.shortcuts import SHORTCUTS
from sync.server.cli.main import commands as server_commands

CHECKOUT = Path(__file__).resolve().parent.parent
README = (CHECKOUT / "README.md").read_text("utf-8")
LANGUAGES = ("fr", "en")

# What the manuals call each setting: a new one needs words here, and a place in the manual.
SETTINGS = {
    "language": {"fr": "langue", "en": "language"},
    "theme": {"fr": "thème", "en": "theme"},
    "text_scale": {"fr": "taille du texte", "en": "text size"},
    "close_to_tray": {"fr": "fermer la fenêtre", "en": "closing the window"},
    "baresip": {"fr": "softphone", "en": "softphone"},
}

# What the desk remembers by itself, where there is nothing that a person sets.
REMEMBERED = {
    "channel", "dock_edge", "docked", "kind", "screen", "space", "splitters", "window",
}  # fmt: skip

# Keys as the manual of each language writes them, where it is not as Qt does.
FRENCH_KEYS = {
    "Ctrl": ("Ctrl",),
    "Shift": ("Maj",),
    "Esc": ("Échap",),
    "Return": ("Entrée",),
    "Tab": ("Tab", "Tabulation"),
    "Down": ("↓", "Bas"),
    "Up": ("↑", "Haut"),
    "Left": ("←", "Gauche"),
    "Right": ("→", "Droite"),
}
ENGLISH_KEYS = {
    "Return": ("Enter", "Return"),
    "Esc": ("Esc", "Escape"),
    "Down": ("↓", "Down"),
    "Up": ("↑", "Up"),
    "Left": ("←", "Left"),
    "Right": ("→", "Right"),
}


def _commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(command_line.group)
    for name in command_line.group.list_commands(context):
        command = command_line.group.get_command(context, name)
        assert command is not None
        yield name, command


def _words(command: click.Command) -> set[str]:
    """Return the options and choices that one command and its own take, but not --help."""
    parts = command.commands.values() if isinstance(command, click.Group) else ()
    params = [parameter for part in (command, *parts) for parameter in part.params]
    options = {
        word
        for parameter in params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for word in parameter.opts
        if word.startswith("--")
    }
    choices = {
        str(choice)
        for parameter in params
        if isinstance(parameter.type, click.Choice)
        for choice in parameter.type.choices
    }
    return options | choices


def _manual(language: str) -> str:
    pages = sorted((CHECKOUT / "resources" / "help" / language).rglob("*.md"))
    return "\n".join(page.read_text("utf-8") for page in pages)


def _lines_on(name: str) -> str:
    """Return the lines of README that show how a command is called."""
    return "\n".join(
        line for line in README.splitlines() if re.search(rf"kbdesk {name}\b", line)
    ).replace("\\|", "|")


def test_every_command_and_option_is_in_the_readme() -> None:
    missing = [
        f"kbdesk {name} {word}"
        for name, command in _commands()
        for word in ["", *sorted(_words(command))]
        if word not in _lines_on(name) or not _lines_on(name)
    ]
    missing += [word for word in _words(command_line.group) if word not in README]
    assert not missing


def test_every_command_in_the_readme_exists() -> None:
    """A command that is gone, or not there yet, is not promised."""
    known = {name for name, _ in _commands()}
    called = set(re.findall(r"`kbdesk(?: --profile \w+)? ([a-z]+)|\$ kbdesk ([a-z]+)", README))
    assert {name for pair in called for name in pair if name} <= known


def test_every_option_in_the_readme_exists() -> None:
    for name, command in _commands():
        table = [line for line in README.splitlines() if line.startswith(f"| `kbdesk {name} ")]
        promised = set(re.findall(r"--[a-z-]+", " ".join(table)))
        assert promised <= _words(command), f"kbdesk {name}"


def _server_commands(group: click.Group, start: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _server_commands(command, f"{start}{name} ")
        else:
            yield f"{start}{name}", command


def test_every_command_of_the_server_is_in_the_readme() -> None:
    """`--data` and `--database`, which all of them take, are named once."""
    readme = README.replace("\\|", "|").splitlines()
    table = [line for line in readme if line.startswith("| `kbdesk-server ")]
    shared = {"--data", "--database"}
    missing = []
    for name, command in _server_commands(server_commands, ""):
        lines = " ".join(line for line in table if re.search(rf"(`|-server ){name}\b", line))
        words = _words(command) - shared
        missing += [
            f"{name} {word}" for word in ["", *sorted(words)] if not lines or word not in lines
        ]
    assert not missing
    assert shared <= set(re.findall(r"--[a-z]+", README))


def test_every_command_says_what_it_does() -> None:
    assert not [name for name, command in _commands() if not command.help]
    silent = [
        f"{name} {parameter.opts[0]}"
        for name, command in _commands()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert not silent


def test_the_readme_names_the_make_targets_that_exist() -> None:
    targets = {command.__name__ for command in dev.COMMANDS}
    promised = set(re.findall(r"(?:\$ |`)make ([a-z0-9]+)", README))
    promised |= set(re.findall(r"python3 dev\.py ([a-z0-9]+)", README))
    assert {"run", "test"} <= promised <= targets


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (CHECKOUT / ".ci" / "run").read_text("utf-8")
    commands = [line for line in script.splitlines() if line.startswith("make ")]
    assert commands == ["make test"]
    assert "$ make test" in README


def test_links_in_the_documents_lead_somewhere() -> None:
    designs = (page for root in ("kbdesk", "sync") for page in (CHECKOUT / root).rglob("DESIGN.md"))
    pages = [CHECKOUT / "README.md", *sorted(designs)]
    dead = [
        f"{page.relative_to(CHECKOUT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
        if ":" not in target and not (page.parent / target).exists()
    ]
    assert not dead


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_window_is_in_the_manual(language: str) -> None:
    manual = _manual(language)
    missing = [
        f"{name}: {keys}"
        for name, keys in SHORTCUTS.items()
        if not any(spelling in manual for spelling in _spellings(keys, language))
    ]
    assert not missing


def _spellings(keys: str, language: str) -> Iterator[str]:
    """Give the ways in which a manual may write a key, `Ctrl++` and `Ctrl + +` alike."""
    words = [word or "+" for word in re.split(r"(?<=.)\+(?=.)", keys)]
    table = FRENCH_KEYS if language == "fr" else ENGLISH_KEYS
    spelt = [""]
    for word in words:
        names = (*table.get(word, ()), word)
        spelt = [f"{start}+{name}" if start else name for start in spelt for name in names]
    yield from spelt
    yield from (text.replace("+", " + ", len(words) - 1) for text in spelt)


def test_every_setting_has_a_name_in_both_languages() -> None:
    names = {entry.name for entry in dataclasses.fields(Settings)}
    assert names == set(SETTINGS) | REMEMBERED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_in_the_manual(language: str) -> None:
    manual = _manual(language).casefold()
    missing = [words[language] for words in SETTINGS.values() if words[language] not in manual]
    assert not missing


def test_the_manual_has_the_same_pages_in_both_languages() -> None:
    french, english = (
        {p.name for p in (CHECKOUT / "resources" / "help" / lang).rglob("*.md")}
        for lang in LANGUAGES
    )
    assert french == english
    assert french


def test_the_changelog_speaks_of_this_version() -> None:
    assert f"## {__version__}" in (CHECKOUT / "CHANGELOG.md").read_text("utf-8")
