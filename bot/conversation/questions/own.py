"""What an agency's people ask of their own tasks, beside their list of them (/viec)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.questions.asked_form import REGIME, asks_rate
from bot.conversation.questions.inquiries import Inquiry, is_english, speaks_of_agency
from bot.conversation.questions.inquiry_words import OF_DAYS, About
from bot.conversation.questions.looking import Looked, numbered
from bot.conversation.questions.scopes import Scope
from bot.conversation.replies import Reply, read_reply
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import PAGE, task_buttons
from bot.ports import Outgoing
from bot.texts import reminders
from bot.texts.questions import headings
from bot.texts.tasks.cards import task_line
from db.enums import Role
from db.queries.office import named_officers
from reports.status import OPEN
from tasks.errors import NotYourRoleError

TO_SEE = re.compile(
    r"(?:(?:cho|xin|em|toi|muon|hay) )*(?:xem|danh sach|liet ke|tinh hinh|tien do|ket qua)\b"
    r"|(?:cac |nhung )?(?:viec|nhiem vu) cua\b"
)
""" "Cho tôi xem việc của Phòng Kinh tế", over flattened text."""
THIS = re.compile(r"\b(?:viec|nhiem vu|cai|noi dung) (?:nay|do|ay|kia)\b")
ASKED = re.compile(r"(?:what|which|who|how|when|where)\b")
""" "What do I have to do": never a report; over flattened text."""
BY_DAY = re.compile(
    r"\b(?:sap|gan|toi|den|het) han\b|\bhan (?:gi|nao|gan|som)\b|"
    r"\b(?:tuan|thang|quy|nam) (?:sau|toi|[ivx\d]+)\b|\b(?:ngay )?mai\b"
)
""" "Tuần tới có hạn gì"; of this week and month the list has its own parts."""
NEXT = re.compile(
    r"\b(?:gan|som) nhat\b|\bhan (?:gi|nao)\b|\b(?:tuan|thang|quy|nam) (?:sau|toi|[ivx\d]+)\b"
)
IN_PARTS = re.compile(r"\b(?:tuan|thang) nay\b")
SEVERAL = re.compile(r"\b(?:nao|gi|nhung|cac|may|bao nhieu)\b")
ANSWERED = (
    *(About.BLOCKED, About.NEWS, About.UNANSWERED, About.COMPARED, About.FILE, About.UNASSIGNED),
    *(About.SUBJECT, About.AWAITING, About.NO_DAY, About.DONE_LATE, About.GIVEN),
    *(About.RETURNED, About.NOT_STARTED, About.LAST_REPORT, About.EXTENDED),
    *(About.LED, About.DAYS_LEFT, About.FARTHEST),
)
"""What is answered here however it is asked."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with what tells one that this answers from one that the list or a card does."""

    flat: str
    inquiry: Inquiry
    reply: Reply
    """What it says first, as a report would."""
    asks: bool
    """Whether it has the form of a question."""
    today: date

    @property
    def scope(self) -> Scope:
        return self.inquiry.scope

    @property
    def english(self) -> bool:
        return is_english(self.flat)

    @property
    def of_one(self) -> bool:
        """ "Bao giờ đến hạn?", "báo cáo xong chưa?": of the task spoken of last."""
        return self.reply.ask == "task"


def _comes_due(asked: _Asked) -> bool:
    """Of this week and month the list has its own parts."""
    if asked.english or OF_DAYS.fullmatch(asked.flat):
        return True
    if asked.reply.ask == "summary" or (asked.reply.ask is None and "han" not in asked.flat):
        return False
    if asked.of_one and asked.scope.period and not THIS.search(asked.flat):
        return True
    if asked.of_one and not NEXT.search(asked.flat):
        return False
    return BY_DAY.search(asked.flat) is not None and not IN_PARTS.search(asked.flat)


def _is_done(asked: _Asked) -> bool:
    several = asked.scope.period is not None or SEVERAL.search(asked.flat) is not None
    named = bool(asked.scope.agency_ids)
    return asked.english or named or (not asked.of_one and several)


def _is_late(asked: _Asked) -> bool:
    """Within days or by more than some: what is late now is a part of the list."""
    days = asked.scope.period
    listed = asked.reply.ask is not None and days is not None and days.last == asked.today
    bounded = days is not None and not listed
    return bounded or asked.scope.late_over is not None or asked.english


def _stands(asked: _Asked) -> bool:
    scope = asked.scope
    if asked.english or scope.plan_ids or scope.period or scope.percents:
        return True
    whole = speaks_of_agency(asked.flat) or asks_rate(asked.flat)
    return asked.inquiry.about is About.STANDING and whole


ANSWERED_IF: dict[About, Callable[[_Asked], bool]] = {
    About.WAITING: lambda asked: asked.english,
    About.REPORT_DAYS: lambda asked: asked.asks or REGIME.match(asked.flat) is not None,
    About.SILENT: lambda asked: not asked.of_one,
    About.DUE: _comes_due,
    About.DONE: _is_done,
    About.OVERDUE: _is_late,
    About.STANDING: _stands,
    About.OPEN: _stands,
}
"""What is answered here in some wordings alone: else the list has it, or a card."""


def asks_of_own(talk: Talk, text: str, inquiry: Inquiry) -> bool:
    """Whether it is a question of these people's own tasks that the list does not answer.

    Raises `NotYourRoleError` where it is of another agency's.
    """
    replies, flat = read_reply(text, today=talk.today), flatten(text)
    if any(_reports(one) for one in replies) and not (asks_rate(flat) or ASKED.match(flat)):
        return False
    if replies[0].ask == "help" and inquiry.about not in (About.NEWS, About.SILENT):
        return False
    if inquiry.about in (About.RANKED, About.PLAN_FILE):
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    asks = is_question(listen(text).words) or is_english(flat)
    if inquiry.scope.agency_words is not None:
        return asks
    others = set(inquiry.scope.agency_ids) - talk.standing.agency_ids
    if others and inquiry.about not in (About.FILE, About.WAITING):
        if asks or TO_SEE.match(flat):
            raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
        return False
    rule = ANSWERED_IF.get(inquiry.about)
    if rule is None:
        return inquiry.about in ANSWERED
    return rule(_Asked(flat, inquiry, replies[0], asks=asks, today=talk.today))


def _reports(reply: Reply) -> bool:
    """Whether it tells or asks for something of a task, whatever else it asks."""
    return (
        reply.state is not None
        or reply.percent is not None
        or reply.blocked
        or reply.cleared
        or reply.unchanged
        or reply.extension
        or reply.handover
        or reply.snooze is not None
    )


async def answer_own(talk: Talk, looked: Looked) -> Outgoing:
    """Open tasks that the head has given to no officer by name."""
    named = {task_id for task_id, _ in await named_officers(talk.session, talk.committee.id)}
    still = [one.task.number for one in looked.found if one.status in OPEN]
    free = [one for one in await numbered(talk, still) if one.task.id not in named]
    if not free:
        return Outgoing((headings.all_named(talk.tr, whose=looked.whose),))
    shown = free[:PAGE]
    blocks = [headings.unnamed_officer(talk.tr, whose=looked.whose, count=len(free))]
    blocks += [task_line(one.task.number, one.task.content) for one in shown]
    if talk.standing.has(Role.HEAD):
        blocks.append(reminders.to_assign(talk.tr, number=shown[0].task.number))
    about = tuple(one.task.id for one in shown)
    return Outgoing(tuple(blocks), tuple(task_buttons(shown)), about=about)
