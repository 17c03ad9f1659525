"""A draft of the wrong file, or of a poor copy, thrown away once that was confirmed."""

from sqlalchemy import func, select

from bot.conversation.drafts.draft import editor, find_draft, name_of, said_of_drafts
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts import discarding as texts
from bot.texts import reviewing
from db.models import DraftChange
from tasks.discarding import discard_draft


@said_of_drafts
async def on_discard(talk: Talk, plan_id: str) -> Outgoing:
    """Asked once, with what goes with the draft."""
    plan = await find_draft(talk, plan_id)
    corrections = await talk.session.scalar(
        select(func.count()).where(
            DraftChange.committee_id == talk.committee.id, DraftChange.plan_id == plan.id
        )
    )
    question = texts.ask(talk.tr, plan=name_of(talk, plan), corrections=corrections or 0)
    yes = Choice(texts.button_discard_it(talk.tr), f"discardit:{plan.id}")
    back = Choice(reviewing.button_summary(talk.tr), f"draft:{plan.id}")
    return Outgoing((question,), ((yes,), (back,)))


@said_of_drafts
async def on_discard_it(talk: Talk, plan_id: str) -> Outgoing:
    """The draft is gone, with its file."""
    plan = await find_draft(talk, plan_id)
    name = name_of(talk, plan)
    await discard_draft(talk.session, plan, by=editor(talk))
    return Outgoing((texts.discarded(talk.tr, plan=name),))
