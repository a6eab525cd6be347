"""People who write over a real server: an agent and two authors, over a base of one article.

A test module takes the fixtures by name: `server, people = writers.server, writers.people`.
"""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.desk_commands import desk, sign_in, sync_until
from tests.support.sync_server import SyncServer, serving

START = """\
---
id: base/remboursement
title: Rembourser une facture
owner: auteur
verified: 2026-10-01
lang: fr
---

# Rembourser une facture

Le remboursement part sous cinq jours.

## Conditions

La facture est payée.

## Plafond

Cinquante euros au plus.
"""
ID = "base/remboursement"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    with serving(tmp_path / "server") as running:
        running.add_person("cy", "author")
        yield running


@pytest.fixture
def people(server: SyncServer, tmp_path: Path) -> dict[str, Path]:
    """Sign an agent and two authors in, over a base of one article."""
    base = tmp_path / "base" / "remboursement.md"
    base.parent.mkdir()
    base.write_text(START, "utf-8")
    profiles = {name: tmp_path / name for name in ("auteur", "ana", "cy")}
    for name, profile in profiles.items():
        sign_in(profile, server, name)
    desk(profiles["auteur"], "import", str(base.parent.parent / "base"), "--space", "base")
    for profile in profiles.values():
        _come_level(profile)
    return profiles


def _come_level(profile: Path) -> None:
    sync_until(profile, lambda _: status(profile)["articles"] == 1)


def status(profile: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(desk(profile, "status", "--json"))
    return found


def suggest(profile: Path, text: str, comment: str = "", *more: str) -> str:
    file = profile / "suggested.md"
    file.write_text(text, "utf-8")
    said = desk(profile, "suggest", ID, "--file", str(file), "--comment", comment, "--json", *more)
    return str(json.loads(said)["id"])


def queue(profile: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(desk(profile, "review", "list", "--json"))[
        "suggestions"
    ]
    return found


def text_of(profile: Path) -> str:
    return desk(profile, "show", ID).removesuffix("\n") + "\n"


def remarks(profile: Path, *which: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(desk(profile, "feedback", *which, "--json"))["remarks"]
    return found


def freshness(profile: Path) -> tuple[str | None, str]:
    (hit,) = json.loads(desk(profile, "search", "rembourser", "--json"))["hits"]
    return hit["verified"], hit["freshness"]
