"""Whom a notice is for, and the spaces it lives in."""

from sync.server.principal import Role
from sync.server.rules.rule import Bench
from sync.server.setting_up import EVERYONE, STEER, edit_space, group_space, role_space

MAY = frozenset({Role.SUPERVISOR, Role.ADMIN})


def space_of(audience: str) -> str:
    """Name the space in which a notice reaches its audience."""
    sort, _, name = audience.partition(":")
    if sort == "all":
        return EVERYONE
    if sort == "role":
        return role_space(name)
    if sort == "group":
        return group_space(name)
    return f"~{name}" if sort == "person" else name


def office_space(audience: str) -> str:
    """Name the space of the copy for those who send: never one of people who may not read it."""
    sort, _, name = audience.partition(":")
    return edit_space(name) if sort == "space" else STEER


def may_address(bench: Bench, audience: str) -> bool:
    """Return whether this person may send to an audience, and there is such a one."""
    sort, _, name = audience.partition(":")
    if sort == "person":
        return not bench.unknown((name,))
    there = bench.sort_of(space_of(audience))
    if sort == "space":
        return there == "shelf" and bench.reads(name)
    return there == "notices"
