"""What a notice costs those who read it, so that who sends it knows before (D05, N10).

Two hundred words a minute is slow reading, by people who were doing something else; a question
costs the time to think. A person has a budget of attention a day, and past it the sender confirms.
"""

import math
from dataclasses import dataclass
from datetime import timedelta

from kbdesk.core.announcements import NoticeDraft

BUDGET = timedelta(minutes=5)  # a day, for each person
TURNING = timedelta(seconds=5)  # to a notice and back
THINKING = timedelta(seconds=20)  # about its question
WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class Cost:
    """What a notice would cost. `busiest` is what the person asked most has to read that day."""

    people: int
    each: timedelta
    busiest: timedelta

    @property
    def minutes(self) -> int:
        """Minutes of work in all, rounded up."""
        return math.ceil(self.people * self.each / timedelta(minutes=1))

    @property
    def over(self) -> bool:
        """True when somebody would be asked for more than a day's budget."""
        return self.busiest > BUDGET


def reading_time(draft: NoticeDraft) -> timedelta:
    """Return how long one person takes over a notice."""
    texts = [draft.title, draft.body]
    if draft.link is not None:
        texts += [draft.link.old, draft.link.new]
    if draft.check is not None:
        texts += [draft.check.text, *(answer.text for answer in draft.check.offered)]
    words = sum(len(text.split()) for text in texts)
    reading = timedelta(minutes=words / WORDS_A_MINUTE)
    return TURNING + reading + (THINKING if draft.check is not None else timedelta(0))
