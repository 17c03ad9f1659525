"""A draft that is, or may be, a newer version of a plan that is followed, or another draft's twin:
asked, shown, decided."""

from dataclasses import dataclass

from bot.conversation.talk import Talk, read_id
from bot.ports import Choice
from bot.texts.drafts import versions as texts
from db.models import Plan
from tasks.drafts.versions import likely_original, likely_twin, versions_of


@dataclass(frozen=True, slots=True)
class OlderVersion:
    """What a draft's summary says of the plan that it is like, and what can be pressed."""

    said: str
    choices: tuple[tuple[Choice, ...], ...]
    decided: bool
    """Somebody said that the draft is a newer version of it."""


async def older_version(talk: Talk, draft: Plan) -> OlderVersion | None:
    """The followed plan that a draft amends, or is like, else the draft that may be the same plan;
    None where there is neither."""
    tr = talk.tr
    versions = await versions_of(talk.session, draft)
    if versions is not None:
        row = (
            Choice(texts.button_changes(tr), f"changes:{draft.id}:0"),
            Choice(texts.button_is_not(tr), f"ownplan:{draft.id}"),
        )
        return OlderVersion(texts.figures(tr, versions), (row,), decided=True)
    like = await likely_original(talk.session, draft)
    if like is None:
        return await _twin(talk, draft)
    plan = texts.plan_name(like.old)
    question = texts.looks_amended(
        tr, plan=plan, alike=len(like.found.kept), total=len(like.new_rows)
    )
    newer = Choice(texts.button_is_newer(tr, plan=plan), f"newer:{draft.id}:{like.old.id}")
    return OlderVersion(question, ((newer,),), decided=False)


async def _twin(talk: Talk, draft: Plan) -> OlderVersion | None:
    """What is said of another draft that may be the same plan, with a button to see it."""
    twin = await likely_twin(talk.session, draft)
    if twin is None:
        return None
    plan = texts.plan_name(twin.old)
    said = texts.looks_sent_twice(
        talk.tr, plan=plan, alike=len(twin.found.kept), total=len(twin.new_rows)
    )
    other = Choice(texts.button_other_draft(talk.tr, plan=plan), f"draft:{twin.old.id}")
    return OlderVersion(said, ((other,),), decided=False)


def read_ids(argument: str) -> tuple[str, int]:
    """A draft's id as a button has it, and the number after it."""
    plan_id, _, rest = argument.partition(":")
    return plan_id, read_id(rest) or 0
