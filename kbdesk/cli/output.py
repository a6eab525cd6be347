"""How commands speak: JSON that is nothing but JSON, and a bar only where someone watches."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

Progress = Callable[[int, int], None]  # (done, of): `of` may be 0 while it is not known


def as_json(value: Any) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def as_json_line(value: Any) -> None:
    """Print one JSON document on one line."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))


@contextmanager
def progress(label: str) -> Iterator[Progress]:
    """Yield a callback that draws a bar on standard error, or does nothing off a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return
    with click.progressbar(length=0, label=label, file=sys.stderr) as bar:

        def advance(done: int, of: int) -> None:
            bar.length = max(of, done)
            bar.update(done - bar.pos)

        yield advance
