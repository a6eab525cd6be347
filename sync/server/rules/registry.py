"""What operations do: one file per kind. A new kind is a new file and a line here."""

from collections.abc import Mapping

from sync.server.rules.announce import Announce
from sync.server.rules.close_gaps import CloseGaps
from sync.server.rules.cohort import CohortRule
from sync.server.rules.discuss import Discuss
from sync.server.rules.feedback import AnswerFeedback, GiveFeedback
from sync.server.rules.not_found import UNTOLD, NotFound
from sync.server.rules.progress import ProgressRule
from sync.server.rules.publish import Publish
from sync.server.rules.recall import Recall
from sync.server.rules.receipt import ReceiptRule
from sync.server.rules.retire import Retire
from sync.server.rules.review import ReviewRule
from sync.server.rules.rule import Rule
from sync.server.rules.settle import Settle
from sync.server.rules.suggest import Suggest
from sync.server.rules.take_back import TakeBack
from sync.server.rules.verify import ConfirmQuestions, Verify

RULES: Mapping[str, Rule] = {
    "publish": Publish(),
    "retire": Retire(),
    "suggest": Suggest(),
    "discuss": Discuss(),
    "settle": Settle(),
    "verify": Verify(),
    "confirm_questions": ConfirmQuestions(),
    "feedback": GiveFeedback(),
    "answer_feedback": AnswerFeedback(),
    "announce": Announce(),
    "recall": Recall(),
    "receipt": ReceiptRule(),
    "review": ReviewRule(),
    "progress": ProgressRule(),
    "cohort": CohortRule(),
    "not_found": NotFound(),
    "missed": NotFound(UNTOLD),
    "close_gaps": CloseGaps(),
    "take_back": TakeBack(),
}
