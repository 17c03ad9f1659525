"""A draft's own fields: its number, day of issue, issuer, title and the reports it wants."""

import re
from datetime import date
from typing import Any

from bot.conversation.drafts.draft import back_to, changed_by, find_draft, said_of_drafts
from bot.conversation.listening.english_orders import ENGLISH, day_in_vietnamese
from bot.conversation.listening.english_reports import reports_in_vietnamese
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts.drafts import head as draft_head
from bot.texts.drafts import reviewing as texts
from db.enums import DraftField
from db.models import Plan
from tasks.drafts.head import HeadEdit, edit_head, head_version
from tasks.drafts.reporting import BadReportingError, draft_regimes, reporting_lines
from tasks.errors import DraftChangedError

HEAD = (
    DraftField.NUMBER,
    DraftField.ISSUED_ON,
    DraftField.ISSUER,
    DraftField.TITLE,
    DraftField.REPORTING,
)


@said_of_drafts
async def on_head(talk: Talk, plan_id: str) -> Outgoing:
    """The plan's number, day of issue, issuer, title and reports, each to be corrected."""
    plan = await find_draft(talk, plan_id)
    return await _head(talk, plan)


async def _head(talk: Talk, plan: Plan, *notes: str) -> Outgoing:
    version = await head_version(talk.session, plan)
    day = plan.issued_on or plan.counted_from
    wanted = reporting_lines(await draft_regimes(talk.session, plan))
    said = {
        DraftField.NUMBER: plan.number,
        DraftField.ISSUED_ON: talk.tr.day(day) if day else None,
        DraftField.ISSUER: plan.issuer,
        DraftField.TITLE: plan.title,
        DraftField.REPORTING: "; ".join(wanted.splitlines()),
    }
    lines = [draft_head.field_line(talk.tr, field, said[field]) for field in HEAD]
    buttons = [
        Choice(draft_head.button_field(talk.tr, field), f"headfield:{plan.id}:{version}:{field}")
        for field in HEAD
    ]
    rows = (tuple(buttons[:2]), tuple(buttons[2:4]), tuple(buttons[4:]), (back_to(talk, plan),))
    return Outgoing((*notes, *lines), rows)


@said_of_drafts
async def on_head_field(talk: Talk, argument: str) -> Outgoing:
    """One of the plan's own fields: asked for; what is typed next is it."""
    plan_id, _, rest = argument.partition(":")
    version, _, name = rest.partition(":")
    seen = read_id(version)
    plan = await find_draft(talk, plan_id)
    if seen is None or name not in HEAD:
        return Outgoing((texts.not_a_draft(talk.tr),))
    talk.remember(correcting={"plan": plan.id, "version": seen, "what": name})
    return Outgoing((draft_head.ask_head(talk.tr, DraftField(name)),))


@said_of_drafts
async def head_typed(talk: Talk, asked: dict[str, Any], text: str) -> Outgoing:
    """The field that was asked for, typed."""
    field = DraftField(asked["what"])
    try:
        plan = await find_draft(talk, str(asked["plan"]))
        if field is DraftField.ISSUED_ON:
            english = talk.tr.locale == ENGLISH
            day = read_day(day_in_vietnamese(text) if english else text)
            if day is None or day > talk.today:
                talk.remember(correcting=asked)
                return Outgoing((draft_head.bad_day(talk.tr, words=text),))
            edit = HeadEdit(issued_on=day)
        else:
            reports = field is DraftField.REPORTING
            changes: dict[str, Any] = {
                field.value: reports_in_vietnamese(text) if reports else text
            }
            edit = HeadEdit(**changes)
        await edit_head(talk.session, plan, int(asked["version"]), edit, by=talk.actor)
    except BadReportingError as bad:
        talk.remember(correcting=asked)
        return Outgoing((draft_head.bad_reporting(talk.tr, words=bad.words),))
    except DraftChangedError as changed:
        return await _head(talk, plan, changed_by(talk, changed))
    return await _head(talk, plan, draft_head.head_corrected(talk.tr))


def read_day(text: str) -> date | None:
    """A day as people write it: "19/9/2025", "ngày 19 tháng 9 năm 2025"; None where it is none."""
    found = [int(number) for number in re.findall(r"\d+", text)]
    try:
        return date(found[2], found[1], found[0]) if len(found) == 3 else None
    except ValueError:
        return None
