"""Ids of our own making: UUIDs of version 7, which sort by the time they were made (RFC 9562).

No clock and no chance of its own: both come in, so that a run can be replayed.
"""

from datetime import datetime
from uuid import UUID

RANDOM_BYTES = 10


def uuid7(at: datetime, chance: bytes) -> UUID:
    """Make the id of a moment (to the millisecond) from ten random bytes."""
    if len(chance) != RANDOM_BYTES:
        raise ValueError(f"{RANDOM_BYTES} random bytes are needed, not {len(chance)}.")
    milliseconds = int(at.timestamp() * 1000)
    drawn = int.from_bytes(chance, "big")
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (drawn >> 68 & 0xFFF) << 64
    value |= 0b10 << 62 | drawn & (1 << 62) - 1
    return UUID(int=value)
