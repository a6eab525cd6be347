"""What may be told of figures about people, so that none of them is about somebody. The one place.

Who a figure leaves out are people as well: of ten who follow a path, “nine have done this” is about
the tenth. So a count is told as “at least so many”, in steps of five, and of no fewer than five on
either side; and it never says what one person more or less would change.

- It moves only by what people do. When somebody joins or leaves it falls by how many left, which
  everybody may know, whatever they had done: or taking one person out would tell of that one.
- It never falls otherwise. What was true as “at least” stays true.

What is counted in rounds is told when five other people have had a part in it since it was told.
"""

from sync.protocol.bodies.learning import MASKED_BELOW

LEAST = 2 * MASKED_BELOW  # people: of fewer there is nothing to tell


def at_least(count: int, people: int) -> int:
    """Return the figure for a count among so many people; 0 is none."""
    most = min(count, people - MASKED_BELOW)
    return max(0, most - most % MASKED_BELOW)


def grown(told: int, count: int, people: int) -> int:
    """Return the figure after one of the people did something, where `told` was told before."""
    return max(told, at_least(count, people))


def fewer(told: int, left: int, people: int) -> int:
    """Return the figure after so many left, and perhaps others came, so that they are `people`."""
    return at_least(told - left, people)


def is_full(round_: int) -> bool:
    """Return whether so many different people are enough for a round."""
    return round_ >= MASKED_BELOW
