"""How a planted bug gets its name and its place: a replica, an engine, an office or a rule."""

from collections.abc import Callable
from unittest import mock

from sync.client import engine as engine_module
from sync.client.engine import Engine
from tests.simulator.desks import Build
from tests.simulator.office import Office
from tests.support.memory_replica import MemoryReplica

MUTANTS: dict[str, Build] = {}


def replica_bug(cls: type[MemoryReplica]) -> type[MemoryReplica]:
    MUTANTS[_name(cls)] = Build(replica=cls)
    return cls


def engine_bug(cls: type[Engine]) -> type[Engine]:
    MUTANTS[_name(cls)] = Build(engine=cls)
    return cls


def office_bug(cls: type[Office]) -> type[Office]:
    MUTANTS[_name(cls)] = Build(office=cls)
    return cls


def _name(cls: type) -> str:
    """CamelCase to words: how a mutant is called on the command line."""
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in cls.__name__).strip("-")


def rule_bug(name: str, rule: Callable[..., object], office: type[Office] = Office) -> None:
    """Plant another `next_cursor`."""
    MUTANTS[name] = Build(
        office=office, patch=lambda: mock.patch.object(engine_module, "next_cursor", rule)
    )
