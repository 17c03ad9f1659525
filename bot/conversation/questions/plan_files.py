"""The document a plan was read from, sent to leaders who ask for it: "có file kế hoạch không"."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk, queue_answer
from bot.ports import KeptFile, Outgoing
from bot.texts.questions import plan_files as texts
from bot.texts.reporting import evidence
from db.enums import FilePurpose, FileState
from db.models import Plan, SentFile
from db.queries.office import accepted_plans
from tasks.drafts.versions import amended_ids
from tasks.errors import NotYourRoleError
from tasks.rules import may_sum_up

MOST = 5
"""Documents sent in answer to one question."""


async def send_plans(talk: Talk, scope: Scope) -> Outgoing:
    """The originals of the plans within the scope, the newest of each; said where none is kept.
    A version that another has replaced is sent to who names it.

    Raises `NotYourRoleError` for who sees the tasks of one agency alone.
    """
    if not may_sum_up(talk.standing):
        raise NotYourRoleError
    tr = talk.tr
    replaced = set(await talk.session.scalars(amended_ids(talk.committee.id)))
    plans = [
        plan
        for plan in await accepted_plans(talk.session, talk.committee.id)
        if (plan.id in scope.plan_ids if scope.plan_ids else plan.id not in replaced)
    ]
    kept = await _kept(talk, [plan.id for plan in plans])
    sent = [
        Outgoing(
            (texts.plan(tr, name=_name(plan)),), file=KeptFile(kept[plan.id].id, kept[plan.id].name)
        )
        for plan in plans
        if plan.id in kept
    ][:MOST]
    if not sent:
        return Outgoing((texts.none_kept(tr, names=[_name(plan) for plan in plans]),))
    if talk.incoming.numbered:
        names = [one.file.name for one in sent if one.file]
        return Outgoing((evidence.seen_elsewhere(tr, names=names),))
    for outgoing in sent[:-1]:
        queue_answer(talk.session, talk.chat, outgoing, talk.committee, now=talk.now)
    return sent[-1]


async def _kept(talk: Talk, plan_ids: Sequence[int]) -> dict[int, SentFile]:
    """The file that each plan was read from, where it was sent to us and is kept."""
    query = (
        select(SentFile)
        .where(
            SentFile.committee_id == talk.committee.id,
            SentFile.plan_id.in_(plan_ids),
            SentFile.purpose == FilePurpose.PLAN,
            SentFile.state == FileState.KEPT,
        )
        .order_by(SentFile.id)
    )
    return {one.plan_id: one for one in await talk.session.scalars(query) if one.plan_id}


def _name(plan: Plan) -> str:
    return plan.number or plan.title or ""
