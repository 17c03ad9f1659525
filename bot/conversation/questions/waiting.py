"""What waits for the asker ("có gì cần tôi xử lý không"), and agencies that nobody answers for."""

from collections.abc import Collection

from sqlalchemy import select

from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.questions import waiting as texts
from db.enums import AGENCY_ROLES
from db.models import Rung
from db.queries.office import agencies_by_id
from db.queries.office_waiting import unmanned_agencies, waiting
from db.queries.people import everybody_in
from tasks.errors import NotYourRoleError
from tasks.mornings.previewing import coming_messages
from tasks.rules import may_decide_extensions, may_instruct, may_run_office

AHEAD = 14
"""Days looked ahead for an agency's next reminder."""


async def on_waiting(talk: Talk) -> Outgoing:
    """A line for each kind of thing that waits, with where it is dealt with."""
    tr, found = talk.tr, await waiting(talk.session, talk.committee.id)
    lines: list[str] = []
    if may_run_office(talk.standing):
        lines += texts.completions(tr, found.completions)
        lines += texts.handovers(tr, found.handovers)
        lines += texts.requests(tr, found.requests)
        lines += texts.drafts(tr, found.drafts)
    if may_decide_extensions(talk.standing):
        lines += texts.extensions(tr, found.extensions)
    if may_run_office(talk.standing) or may_instruct(talk.standing):
        lines += texts.instructions(tr, found.instructions)
    if may_run_office(talk.standing):
        agencies = await unmanned_agencies(talk.session, talk.committee.id)
        lines += texts.unmanned(tr, len(agencies))
    if not lines:
        return Outgoing((texts.nothing(tr),))
    return Outgoing((texts.heading(tr), *lines))


async def on_unmanned(talk: Talk) -> Outgoing:
    """The agencies that lead tasks and have nobody to remind."""
    if not (may_run_office(talk.standing) or may_instruct(talk.standing)):
        raise NotYourRoleError
    agencies = await unmanned_agencies(talk.session, talk.committee.id)
    if not agencies:
        return Outgoing((texts.none_unmanned(talk.tr),))
    lines = [texts.unmanned_line(talk.tr, agency=name, count=count) for name, count in agencies]
    blocks = [texts.unmanned_heading(talk.tr, count=len(agencies)), *lines]
    if may_run_office(talk.standing):
        blocks.append(texts.how_to_invite(talk.tr))
    return Outgoing(tuple(blocks))


async def on_reminded(talk: Talk, agency_ids: Collection[int]) -> Outgoing:
    """Whom reminders of these agencies go to, when the last went out and when the next will."""
    if not (may_run_office(talk.standing) or may_instruct(talk.standing)):
        raise NotYourRoleError
    tr, session, committee = talk.tr, talk.session, talk.committee
    everybody = await everybody_in(session, committee.id)
    coming = await coming_messages(session, committee, first=talk.today, days=AHEAD)
    lines = []
    for agency in await agencies_by_id(session, committee.id, agency_ids):
        people = {
            one.person_id: one.person.name
            for one in everybody
            if one.agency_id == agency.id and one.role in AGENCY_ROLES
        }
        if not people:
            lines.append(texts.nobody_reminded(tr, agency=agency.name))
            continue
        lines.append(texts.reminded(tr, agency=agency.name, people=list(people.values())))
        last = await session.scalar(
            select(Rung.day)
            .where(
                Rung.committee_id == committee.id,
                Rung.person_id.in_(people),
                Rung.outbox_id.is_not(None),
            )
            .order_by(Rung.day.desc())
            .limit(1)
        )
        ahead = next((one.day for one in coming if one.person_id in people), None)
        lines.append(texts.reminded_when(tr, last=last, ahead=ahead, days=AHEAD))
    return Outgoing(tuple(lines))
