"""A draft of the wrong file, or of a poor copy, thrown away once that was confirmed."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.drafts.draft import back_to, find_draft, name_of, said_of_drafts
from bot.conversation.talk import Talk
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.drafts import discarding as texts
from db.models import Plan
from tasks.drafts.discarding import corrections_in, discard_draft


@said_of_drafts
async def on_discard(talk: Talk, plan_id: str) -> Outgoing:
    """Asked once, with what goes with the draft."""
    plan = await find_draft(talk, plan_id)
    question = await ask_discard(talk.session, talk.tr, plan)
    yes = Choice(texts.button_discard_it(talk.tr), f"discardit:{plan.id}")
    return Outgoing((question,), ((yes,), (back_to(talk, plan),)))


async def ask_discard(session: AsyncSession, tr: Translator, plan: Plan) -> str:
    """The question before a draft is thrown away."""
    corrections = await corrections_in(session, plan)
    return texts.ask(tr, plan=name_of(plan), corrections=corrections)


@said_of_drafts
async def on_discard_it(talk: Talk, plan_id: str) -> Outgoing:
    """The draft is gone, with its file."""
    plan = await find_draft(talk, plan_id)
    name = name_of(plan)
    await discard_draft(talk.session, plan, by=talk.actor)
    return Outgoing((texts.discarded(talk.tr, plan=name),))
