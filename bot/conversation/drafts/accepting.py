"""A draft that is to be followed: what is asked before, and what is said after."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.drafts.draft import find_draft, name_of, said_of_drafts
from bot.conversation.drafts.following import follow
from bot.conversation.drafts.older_plans import older_version
from bot.conversation.drafts.reviewing import silence
from bot.conversation.talk import Talk
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.drafts import reviewing as texts
from bot.texts.drafts import versions as plan_versions
from db.models import Committee, Plan
from tasks.drafts.indicators import draft_indicators
from tasks.drafts.summary import summarise
from tasks.rules import Standing


@said_of_drafts
async def on_follow(talk: Talk, plan_id: str) -> Outgoing:
    """ "Đưa vào theo dõi": asked once more where doubtful rows remain, or where the draft is like
    a followed plan and nobody said what it is to that."""
    plan = await find_draft(talk, plan_id)
    found = await summarise(talk.session, plan)
    version = await older_version(talk, plan)
    questions, choices = list[str](), list[tuple[Choice, ...]]()
    if version is not None and not version.decided:
        questions.append(version.said)
        choices += version.choices
    if found.open:
        questions.append(texts.follow_anyway(talk.tr, open=len(found.open)))
        label = texts.button_look(talk.tr, count=len(found.open))
        choices.append((Choice(label, f"look:{plan.id}"),))
    unsure = sum(one.open for one in await draft_indicators(talk.session, plan))
    if unsure:
        questions.append(texts.follow_anyway_indicators(talk.tr, open=unsure))
        label = texts.button_indicators(talk.tr, count=unsure)
        choices.append((Choice(label, f"inlook:{plan.id}"),))
    if not questions:
        return await on_follow_anyway(talk, plan_id)
    label = texts.button_follow_anyway(talk.tr)
    choices.append((Choice(label, f"followanyway:{plan.id}"),))
    return Outgoing(tuple(questions), tuple(choices))


@said_of_drafts
async def on_follow_anyway(talk: Talk, plan_id: str) -> Outgoing:
    """Follow a draft from now on, and say what stays open."""
    plan = await find_draft(talk, plan_id)
    lines = await follow_and_say(
        talk.session,
        talk.committee,
        plan,
        standing=talk.standing,
        now=talk.now,
        tr=talk.tr,
        default_locale=talk.default_locale,
    )
    return Outgoing(tuple(lines))


async def follow_and_say(
    session: AsyncSession,
    committee: Committee,
    plan: Plan,
    *,
    standing: Standing,
    now: datetime,
    tr: Translator,
    default_locale: str,
) -> list[str]:
    """Follow a draft; return what is said to who did so. Raises as `following.follow` does."""
    found = await summarise(session, plan)
    told = await follow(
        session,
        committee,
        plan,
        standing=standing,
        now=now,
        tr=tr,
        default_locale=default_locale,
    )
    said = [texts.followed(tr, name=name_of(plan), tasks=len(found.rows))]
    if told:
        said.append(plan_versions.people_told(tr, told))
    return [*said, *silence(tr, found)]
