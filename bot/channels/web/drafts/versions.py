"""What a draft changes of the plan that it amends, as the page's script gets it."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.i18n import Translator
from bot.texts.drafts import changes as draft_changes
from bot.texts.drafts import page as texts
from bot.texts.drafts import versions as plan_versions
from db.models import Plan
from tasks.drafts.versions import Versions, likely_original, versions_of


async def view_versions(session: AsyncSession, tr: Translator, draft: Plan) -> dict[str, Any]:
    """The plan that a draft amends, row by row, or the one that it is like and nobody decided on.

    Empty where the draft is like no followed plan.
    """
    versions = await versions_of(session, draft)
    if versions is not None:
        return {
            "said": plan_versions.figures(tr, versions),
            "own": plan_versions.button_is_not(tr),
            "rows": _rows(tr, versions),
            "removed": plan_versions.removed_lines(tr, versions),
            "numbers": [
                {"number": row.task.number, "words": plan_versions.short(row.task.content)}
                for row in versions.old_rows
            ],
        }
    like = await likely_original(session, draft)
    if like is None:
        return {}
    name = plan_versions.plan_name(like.old)
    return {
        "said": plan_versions.looks_amended(
            tr, plan=name, alike=len(like.found.kept), total=len(like.new_rows)
        ),
        "like": like.old.id,
        "newer": plan_versions.button_is_newer(tr, plan=name),
    }


def _rows(tr: Translator, versions: Versions) -> dict[int, dict[str, Any]]:
    """By the id of each row of the draft: the number it goes on under, and what is said of it."""
    found: dict[int, dict[str, Any]] = {
        versions.new_rows[place].task.id: {"number": None, "lines": [texts.added(tr)]}
        for place in versions.found.added
    }
    for pair in versions.found.kept:
        number = versions.old_rows[pair.old].task.number
        lines = [
            draft_changes.changed(tr, change.field, change.before, change.after)
            for change in pair.changes
        ]
        if pair.moved:
            lines.append(texts.moved(tr))
        if lines:
            lines.insert(0, texts.goes_on_as(tr, number=number))
        found[versions.new_rows[pair.new].task.id] = {"number": number, "lines": lines}
    return found
