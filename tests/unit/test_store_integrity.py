"""Damage is seen and told, and the file is not touched for it."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.store import integrity
from kbdesk.store.assets import Assets
from kbdesk.store.database import Database
from kbdesk.store.kb import open_kb
from kbdesk.store.outbox import Outbox
from kbdesk.store.user import open_user
from tests.support.bases import article, many, open_base


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Database]:
    database = open_user(tmp_path / "user.db")
    Outbox(database).put("not_found", {"query": "x"}, datetime(2026, 1, 1, tzinfo=UTC))
    yield database
    database.close()


def behind_its_back(path: Path, sql: str) -> None:
    """Change a row the way a disk does: without telling."""
    plain = sqlite3.connect(path)
    plain.execute(sql)
    plain.commit()
    plain.close()


def test_a_sound_base_has_no_faults(tmp_path: Path, user: Database) -> None:
    kb, articles = open_base(tmp_path)
    articles.put_all(many(40))
    Assets(kb).put("a.png", "image/png", b"picture")
    assert integrity.check(kb) == integrity.check(user) == []
    kb.close()


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE entities SET body = body || '!' WHERE id = 'a'", "by nobody: a."),
        ("UPDATE entities SET space = 'x'", "by nobody: a, b."),
        ("DELETE FROM articles WHERE rid = 1", "Half there: a."),
        ("UPDATE assets SET bytes = x'00'", "by nobody: a.png."),
    ],
)
def test_a_row_that_nobody_wrote_is_named(tmp_path: Path, sql: str, fault: str) -> None:
    kb, articles = open_base(tmp_path)
    articles.put_all([article("a"), article("b")])
    Assets(kb).put("a.png", "image/png", b"picture")
    behind_its_back(kb.path, sql)
    faults = integrity.check(kb)
    assert len(faults) == 1
    assert faults[0].endswith(fault)
    kb.close()


def test_an_operation_that_nobody_wrote_is_named(user: Database) -> None:
    behind_its_back(user.path, "UPDATE outbox SET body = '{}'")
    assert "by nobody" in integrity.check(user)[0]


def test_many_faults_are_told_in_one_sentence(tmp_path: Path) -> None:
    kb, articles = open_base(tmp_path)
    articles.put_all(many(9))
    behind_its_back(kb.path, "UPDATE entities SET body = ''")
    assert integrity.check(kb)[0].endswith("and 4 more.")
    kb.close()


def test_damaged_pages_are_told_not_raised_and_nothing_is_written(tmp_path: Path) -> None:
    kb, articles = open_base(tmp_path)
    articles.put_all(many(200))
    kb.close()
    path = tmp_path / "kb.db"
    data = bytearray(path.read_bytes())
    for page in range(20, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(data)
    again = open_kb(path)
    assert integrity.check(again)
    again.close()
    assert path.read_bytes() == data
