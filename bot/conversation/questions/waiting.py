"""What waits for the asker ("có gì cần tôi xử lý không"), and agencies that nobody answers for."""

from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.questions import waiting as texts
from db.queries.office_waiting import unmanned_agencies, waiting
from tasks.errors import NotYourRoleError
from tasks.rules import may_decide_extensions, may_instruct, may_run_office


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
