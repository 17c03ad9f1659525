"""What an agency's people ask of their own tasks, beside their list of them (/viec)."""

import re

from bot.conversation.mentions import flatten
from bot.conversation.questions.inquiries import OF_AGENCY, Inquiry, asks_rate, is_english
from bot.conversation.questions.inquiry_words import OF_DAYS, About
from bot.conversation.questions.looking import Looked, numbered
from bot.conversation.replies import Reply, read_reply
from bot.conversation.replies.questions import is_question
from bot.conversation.replies.said import listen
from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import PAGE, task_buttons
from bot.ports import Outgoing
from bot.texts import asking as texts
from bot.texts.tasks import task_line
from db.enums import Role
from db.queries.office import named_officers
from reports.status import OPEN
from tasks.errors import NotYourRoleError

TO_SEE = re.compile(
    r"(?:(?:cho|xin|em|toi|muon|hay) )*(?:xem|danh sach|liet ke|tinh hinh|tien do|ket qua)\b"
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
    *(About.SILENT, About.BLOCKED, About.DUE, About.DONE, About.NEWS, About.UNANSWERED),
    *(About.COMPARED, About.FILE, About.UNASSIGNED, About.SUBJECT, About.AWAITING),
    *(About.NO_DAY, About.DONE_LATE, About.GIVEN),
)
"""What is answered here; what is late or open is a part of the list that there is."""


def asks_of_own(talk: Talk, text: str, inquiry: Inquiry) -> bool:
    """Whether it is a question of these people's own tasks that the list does not answer.

    Raises `NotYourRoleError` where it is of another agency's.
    """
    replies = read_reply(text, today=talk.today)
    flat = flatten(text)
    asks = asks_rate(flat) or ASKED.match(flat)
    if any(_reports(one) for one in replies) and not asks:
        return False
    if replies[0].ask == "help" and inquiry.about not in (About.NEWS, About.SILENT):
        return False
    if inquiry.about is About.WAITING:
        return is_english(flat)
    if inquiry.about in (About.RANKED, About.PLAN_FILE):
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    others = set(inquiry.scope.agency_ids) - talk.standing.agency_ids
    if others and inquiry.about is not About.FILE:
        if is_question(listen(text).words) or is_english(flat) or TO_SEE.match(flat):
            raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
        return False
    if inquiry.about is About.REPORT_DAYS:
        return is_question(listen(text).words) or is_english(flat)
    if inquiry.about is About.DUE and OF_DAYS.fullmatch(flat):
        return True
    if inquiry.about is About.DUE and not is_english(flat):
        if replies[0].ask == "summary" or (replies[0].ask is None and "han" not in flat):
            return False
        if replies[0].ask == "task" and inquiry.scope.period and not THIS.search(flat):
            return True
        if replies[0].ask == "task" and not NEXT.search(flat):
            return False  # "bao giờ đến hạn?" asks of the task spoken of last
        return BY_DAY.search(flat) is not None and not IN_PARTS.search(flat)
    if inquiry.about is About.DONE and not is_english(flat):
        several = inquiry.scope.period is not None or SEVERAL.search(flat) is not None
        return replies[0].ask != "task" and several
    if inquiry.about is About.SILENT and replies[0].ask == "task":
        return False  # "báo cáo xong chưa?" asks of the task spoken of last
    if inquiry.about is About.OVERDUE:
        days = inquiry.scope.period
        listed = replies[0].ask is not None and days is not None and days.last == talk.today
        bounded = days is not None and not listed
        return bounded or inquiry.scope.late_over is not None or is_english(flat)
    if inquiry.about in (About.STANDING, About.OPEN):
        if is_english(flat) or inquiry.scope.plan_ids or inquiry.scope.period is not None:
            return True
        whole = OF_AGENCY.search(flat) is not None or asks_rate(flat)
        return inquiry.about is About.STANDING and whole
    return inquiry.about in ANSWERED


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
        return Outgoing((texts.all_named(talk.tr, whose=looked.whose),))
    shown = free[:PAGE]
    blocks = [texts.unnamed_officer(talk.tr, whose=looked.whose, count=len(free))]
    blocks += [task_line(one.task.number, one.task.content) for one in shown]
    if talk.standing.has(Role.HEAD):
        blocks.append(texts.next_assign(talk.tr, number=shown[0].task.number))
    about = tuple(one.task.id for one in shown)
    return Outgoing(tuple(blocks), tuple(task_buttons(shown)), about=about)
