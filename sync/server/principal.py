"""Who is asking: a person as their session found them. Everything is decided from this."""

from enum import StrEnum

from msgspec import Struct

from sync.protocol.wire import Person


class Role(StrEnum):
    """What a person is in the house; what follows from it stands in `rights`."""

    AGENT = "agent"
    AUTHOR = "author"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class Principal(Struct, frozen=True):
    """A signed-in person. `session` is the hash of the token they came with."""

    name: str
    role: Role
    groups: tuple[str, ...] = ()
    full_name: str = ""
    session: bytes = b""

    @property
    def person(self) -> Person:
        return Person(self.name, self.role, self.groups, self.full_name)

    @property
    def personal_space(self) -> str:
        return f"~{self.name}"
