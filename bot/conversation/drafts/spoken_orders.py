"""A draft looked through in words: what `spoken` reads, done as its buttons would do it.

A row's number is the committee's; the one printed in the plan is taken where a draft is open and
the words speak of a row ("dòng 5"). What somebody else corrected since this chat was shown a line
is shown first, as under a button.
"""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from bot.conversation.drafts import accepting, discarding, head, pairing, plan_list, reviewing
from bot.conversation.drafts.draft import back_to, said_of_drafts
from bot.conversation.drafts.indicator_lines import INDICATORS
from bot.conversation.drafts.line_corrections import CorrectedLines
from bot.conversation.drafts.row_lines import ROWS
from bot.conversation.drafts.spoken import OF_LINES, Said, read_said
from bot.conversation.drafts.spoken_words import Act
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts.drafts import reviewing as texts
from db.enums import DraftField, PlanState, Review
from db.models import Plan, Task
from db.queries.messages import choices_shown
from tasks.drafts.head import head_version
from tasks.drafts.rows import DraftRow, draft_rows
from tasks.drafts.versions import amends
from tasks.rules import may_review

LONGEST = 2000
"""Characters of an order in words."""

REVIEWS = {
    Act.RIGHT: Review.RIGHT,
    Act.LATER: Review.LATER,
    Act.NONE: Review.NOT_A_TASK,
    Act.BACK: None,
}
OFFERED = 8
"""Rows offered where a printed number fits several."""

OF_A_DRAFT = ("draft:", "look:", "follow:", "followanyway:", "discard:", "discardit:")
"""Buttons whose data name their draft first."""
OF_A_LINE = re.compile(
    r"(?P<kind>row|in)(?:right|later|not|back|until|who|words|targets|name):(?P<id>\d+):(?P<seen>\d+)"
)
"""Buttons whose data name a line, and the version of it that was shown."""
KINDS: dict[str, CorrectedLines[Any, Any]] = {"row": ROWS, "in": INDICATORS}
OF_INDICATORS = {"targets", "agency", "content"}
"""What can be corrected of an indicator in words; of a row all but its targets."""

Shown = Sequence[Sequence[str]]
"""The choices of our newest messages in a chat, newest first."""


async def on_words(talk: Talk) -> Outgoing | None:
    """Do what is said of a draft; None where there is none, or the words are about other things."""
    text = talk.incoming.text
    if not may_review(talk.standing) or len(text) > LONGEST:
        return None
    said = read_said(text)
    if said is None:
        return None
    drafts = await _drafts(talk)
    if not drafts:
        return None
    shown = await choices_shown(talk.session, talk.chat.id)
    if said.act is Act.PAIR:
        answer = await _pair(talk, said, drafts, shown)
    elif said.act in OF_LINES:
        answer = await _of_lines(talk, said, drafts, shown)
    else:
        answer = await _of_draft(talk, said, drafts, shown)
    if answer is not None and said.act is not Act.CORRECT:
        talk.put_aside()
    return answer


async def _drafts(talk: Talk) -> Sequence[Plan]:
    query = select(Plan).where(
        Plan.committee_id == talk.committee.id, Plan.state == PlanState.DRAFT
    )
    return (await talk.session.scalars(query.order_by(Plan.id))).all()


def _open_draft(drafts: Sequence[Plan], shown: Shown) -> Plan | None:
    """The draft that this chat was shown last, else the only one there is."""
    ids = {plan.id: plan for plan in drafts}
    for choices in shown:
        named = {read_id(one.split(":")[1]) for one in choices if one.startswith(OF_A_DRAFT)}
        if len(named) == 1 and (plan := ids.get(named.pop() or 0)):
            return plan
    return drafts[0] if len(drafts) == 1 else None


@said_of_drafts
async def _of_draft(talk: Talk, said: Said, drafts: Sequence[Plan], shown: Shown) -> Outgoing:
    ends = said.act in (Act.FOLLOW, Act.DISCARD)
    plan = _open_draft(drafts, shown[:1] if ends else shown)  # what ends it, only as just shown
    if plan is None:
        return await plan_list.on_plans(talk)
    if said.act is Act.HEAD:
        [(field, value)] = said.fields
        seen = await head_version(talk.session, plan)
        asked = {"plan": plan.id, "version": seen, "what": DraftField(field).value}
        return await head.head_typed(talk, asked, value)
    if said.act is Act.FOLLOW:
        asked_once = any(f"followanyway:{plan.id}" in choices for choices in shown[:1])
        follow = accepting.on_follow_anyway if asked_once else accepting.on_follow
        return await follow(talk, str(plan.id))
    does = {
        Act.SUMMARY: reviewing.on_draft,
        Act.LOOK: ROWS.on_look,
        Act.DISCARD: discarding.on_discard,
    }[said.act]
    return await does(talk, str(plan.id))


async def _pair(talk: Talk, said: Said, drafts: Sequence[Plan], shown: Shown) -> Outgoing | None:
    """A row of a newer version, and the task it goes on as, in whichever order they were named;
    None where no draft that is a newer version has such a row."""
    newer = [plan for plan in drafts if await amends(talk.session, plan)]
    named = await ROWS.numbered(talk, newer, said.numbers) if newer else {}
    if len(named) != 1:
        return None
    [(row, row_id)] = named.items()
    number = next((other for other in said.numbers if other != row), None)
    return await pairing.pair(talk, f"{row_id}:{await _seen(talk, ROWS, row_id, shown)}", number)


@said_of_drafts
async def _of_lines(
    talk: Talk, said: Said, drafts: Sequence[Plan], shown: Shown
) -> Outgoing | None:
    """What is said of lines by their numbers, or of the one that was shown last."""
    if not said.numbers:
        offered = next(filter(None, shown), ())
        seen = next(filter(None, map(OF_A_LINE.fullmatch, offered)), None)
        if seen is None:
            return None
        return await _do(talk, said, KINDS[seen["kind"]], [f"{seen['id']}:{seen['seen']}"])
    lines = KINDS["in" if said.indicators else "row"]
    named = await lines.numbered(talk, drafts, said.numbers)
    ids = [named[number] for number in said.numbers if number in named]
    if len(ids) < len(said.numbers):
        if said.indicators:
            return None
        found = await _printed(talk, said, drafts, shown)
        if not isinstance(found, list):
            return found
        ids = found
    arguments = [f"{one}:{await _seen(talk, lines, one, shown)}" for one in ids]
    return await _do(talk, said, lines, arguments)


async def _printed(
    talk: Talk, said: Said, drafts: Sequence[Plan], shown: Shown
) -> list[int] | Outgoing | None:
    """The rows that bear these numbers in the plan as it was printed; asked about where several
    do, or where a followed task bears one and the draft was spoken of just now.

    None where nothing says that the draft's are meant.
    """
    plan = _open_draft(drafts, shown)
    just_now = bool(shown) and any(one.startswith(OF_A_DRAFT) for one in shown[0])
    follows = not said.as_printed
    if plan is None or (follows and (not just_now or "#" in talk.incoming.text)):
        return None
    rows = await draft_rows(talk.session, plan)
    fitting = {
        number: [row for row in rows if (row.task.no or "").strip(" .)(") == str(number)]
        for number in said.numbers
    }
    if follows and not all(fitting.values()):
        return None
    for number, those in fitting.items():
        if not those:
            last = rows[-1].task.number
            none = texts.no_such_line(talk.tr, number=number, first=rows[0].task.number, last=last)
            return Outgoing((none,), ((back_to(talk, plan),),))
        if follows or len(those) > 1:
            return await _which(talk, number, those[:OFFERED])
    return [row.id for those in fitting.values() for row in those]


async def _which(talk: Talk, number: int, fitting: Sequence[DraftRow]) -> Outgoing:
    """The rows printed under a number, and the task that is followed under it, if any."""
    query = select(Task).join(
        Plan, (Plan.committee_id == Task.committee_id) & (Plan.id == Task.plan_id)
    )
    followed = await talk.session.scalars(
        query.where(
            Task.committee_id == talk.committee.id,
            Task.number == number,
            Plan.state == PlanState.ACCEPTED,
        )
    )
    offered = [(task, f"task:{task.id}") for task in followed]
    offered += [(row.task, f"row:{row.id}") for row in fitting]
    lines = [texts.row_line(number=task.number, content=task.content) for task, _ in offered]
    buttons = tuple((Choice(f"#{task.number}", data),) for task, data in offered)
    return Outgoing((texts.which_line(talk.tr, number=number), *lines), buttons)


async def _seen(talk: Talk, lines: CorrectedLines[Any, Any], line_id: int, shown: Shown) -> int:
    """The version of a line that this person knows: their own correction, else what was shown."""
    _, line, _ = await lines.find(talk, f"{line_id}:0")
    if line.last is None or line.last.person_id == talk.person.id:
        return int(line.version)
    found = (OF_A_LINE.fullmatch(one) for choices in shown for one in choices)
    known = (one for one in found if one and KINDS[one["kind"]] is lines)
    return next((int(one["seen"]) for one in known if int(one["id"]) == line_id), 0)


async def _do(
    talk: Talk, said: Said, lines: CorrectedLines[Any, Any], arguments: Sequence[str]
) -> Outgoing | None:
    several = len(arguments) > 1
    if said.act is Act.SHOW:
        return None if several else await lines.on_line(talk, arguments[0].partition(":")[0])
    if said.act is not Act.CORRECT:
        review = REVIEWS[said.act]
        if several:
            return await lines.say_of_several(talk, arguments, review)
        return await lines.say(talk, arguments[0], review)
    names = {name for name, _ in said.fields}
    if names - OF_INDICATORS if lines is INDICATORS else "targets" in names:
        return None
    if several:
        return await lines.correct_several(talk, arguments, said.fields)
    return await lines.correct(talk, arguments[0], said.fields)
