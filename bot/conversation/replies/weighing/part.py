"""Everything that a message says of one task: what its clauses say, and what that comes to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.conversation.listening.said import Said
from bot.conversation.replies.hearing.courtesies import begins_with_ack, is_ack
from bot.conversation.replies.hearing.handover import is_given_back
from bot.conversation.replies.hearing.hear import Heard, hear, snooze_day
from bot.conversation.replies.hearing.more_time import MoreTime
from bot.conversation.replies.hearing.obstacles import join_reasons
from bot.conversation.replies.reply import Doubt, Reply
from bot.conversation.replies.targets.sharing import Part
from bot.conversation.replies.weighing.beside import takes_back
from bot.conversation.replies.weighing.states import Standing, read_standing
from db.enums import Progress

FIGURE = re.compile(r"[\s,.]*\d+[\s,.]*")
""" "20" behind no task: as well one of a list, "Tốt: 18, 20, 36"."""
IN_DOUBT = Standing(Progress.IN_PROGRESS, None, "done_or_not")


@dataclass(frozen=True)
class Facts:
    """What the clauses of one part say, put together."""

    heard: Sequence[Heard]
    snooze: date | None

    def any(self, said: str) -> bool:
        """Whether any of the clauses says so, by the name of what `Heard` has."""
        return any(getattr(one, said) for one in self.heard)

    @property
    def about_work(self) -> list[str]:
        """The words that are left to say how the work stands."""
        said = [one.about_work for one in self.heard if one.about_work is not None]
        if self.any("handover"):
            return [words for words in said if not is_given_back(words)]
        return said

    @property
    def obstacle(self) -> bool:
        """Whether something stands in the way, were it only granted, and is not gone since."""
        told = [one.obstacle for one in self.heard if one.obstacle.blocked or one.obstacle.cleared]
        return any(one.blocked for one in told) and not told[-1].all_gone

    @property
    def conceded(self) -> bool:
        """Whether whatever stands in the way is only granted: "tuy có khó khăn nhưng ..."."""
        return all(one.obstacle.conceded for one in self.heard if one.obstacle.blocked)

    @property
    def unhindered(self) -> bool:
        """Whether it is told that nothing stands in the way: "dạ không vướng gì ạ"."""
        return any(one.obstacle.passed for one in self.heard)

    @property
    def disturbed(self) -> bool:
        """Whether a slip or a word about reminding may take back what is said of the work."""
        reminded = (one.reminded for one in self.heard if one.reminded is not None)
        taken_back = any(one.undo and not one.withdraws for one in self.heard)
        return taken_back or any(takes_back(words, behind=True) for words in reminded)

    @property
    def more_time(self) -> MoreTime | None:
        """The wish that names a day, else the last one."""
        wishes = [one.more_time for one in self.heard if one.more_time]
        named = next((wish for wish in wishes if wish.until), None)
        return named or (wishes[-1] if wishes else None)

    @property
    def doubtful(self) -> Doubt | None:
        """What is to be asked about a day."""
        wishes = (one.more_time for one in self.heard if one.more_time)
        return next((wish.doubtful for wish in wishes if wish.doubtful), None)

    @property
    def remind_when(self) -> bool:
        """Whether reminding is spoken of and no day for it."""
        return self.any("snoozing") and self.snooze is None


def read_part(part: Part, said: Said, today: date) -> Reply:
    """What the clauses about one task say together; of several tasks the first is named."""
    facts = _gather(part, said, today)
    told = read_standing(facts.about_work, today=today, marked=said.marked)
    standing = _settle(told, facts, planned=part.planned)
    passed = told.state is Progress.DONE and facts.conceded
    blocked = facts.obstacle and not passed  # "tuy có khó khăn nhưng đã hoàn thành"
    more_time = facts.more_time
    asks = standing.state is None and not facts.any("handover")
    vague: Doubt | None = "day" if standing.state is None and facts.remind_when else None
    reply = Reply(
        task=part.tasks[0] if part.tasks else None,
        state=standing.state,
        percent=standing.percent,
        blocked=blocked,
        cleared=not blocked and any(one.obstacle.cleared for one in facts.heard),
        reason=join_reasons([one.reason for one in facts.heard if one.reason]),
        extension=more_time is not None,
        until=more_time.until if more_time else None,
        extend_by=more_time.extend_by if more_time else None,
        snooze=facts.snooze,
        ask=next((one.ask for one in facts.heard if one.ask and asks), None),
        undo=facts.any("undo"),
        handover=facts.any("handover"),
        unchanged=facts.any("unchanged"),
        doubtful=standing.doubtful or facts.doubtful or vague,
    )
    if passed and facts.obstacle:
        reply = replace(reply, reason=None)
    if part.clauses and replace(reply, task=None) == Reply():
        return replace(reply, ack=_acknowledges(part) and not facts.unhindered)
    return reply


def _gather(part: Part, said: Said, today: date) -> Facts:
    clauses = [one for one in part.clauses if part.tasks or not FIGURE.fullmatch(one.words)]
    heard = [hear(one, said, named=bool(part.tasks), today=today) for one in clauses]
    days = [one.snooze for one in heard]
    if any(one.snoozing for one in heard):  # "nhắc em nhé, thứ hai"
        days += [snooze_day(one, said, today) for one in clauses]
    return Facts(heard, next((day for day in days if day), None))


def _settle(told: Standing, facts: Facts, *, planned: bool) -> Standing:
    """How the work stands where what stands beside a completion leaves it open.

    "xong rồi nhưng vướng kinh phí" is in doubt, "gia hạn đến 25/12 là xong" under way.
    """
    if planned and told.state in (Progress.DONE, Progress.IN_PROGRESS):
        return Standing(Progress.IN_PROGRESS)
    if told.state is not Progress.DONE:
        return told
    if facts.disturbed or (facts.obstacle and not facts.conceded):
        return IN_DOUBT
    if facts.more_time is not None or facts.any("handover"):
        return Standing(Progress.IN_PROGRESS)
    return told


def _acknowledges(part: Part) -> bool:
    first = part.clauses[0].words
    return any(is_ack(clause.words) for clause in part.clauses) or begins_with_ack(first)
