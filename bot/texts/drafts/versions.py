"""A newer version of a plan: what it changes, and what its people are told."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.drafts.changes import changed
from bot.texts.tasks.cards import progress
from db.enums import DraftField
from db.models import Plan
from plans.words import clean, cut
from tasks.drafts.versions import Versions

WORDS = 80
"""Longest content of a task in a list of changes, in characters."""
NUMBERS = 20
"""Tasks named in one line."""


def amends(
    tr: Translator, *, plan: str, changed: int, added: int, removed: int, moved: int, kept: int
) -> str:
    """What a newer version of a plan changes, in figures."""
    return tr.gettext(
        "A newer version of {plan}: {kept} tasks stay ({changed} changed, {moved} moved), {added} "
        "added, {removed} no longer in it."
    ).format(plan=plan, changed=changed, added=added, removed=removed, moved=moved, kept=kept)


def looks_amended(tr: Translator, *, plan: str, alike: int, total: int) -> str:
    """A draft is like a plan that is followed: the secretary is asked."""
    return tr.gettext(
        "{alike} of {total} tasks are like those of {plan}, which is followed. Is this a newer "
        "version of it?"
    ).format(plan=plan, alike=alike, total=total)


def looks_sent_twice(tr: Translator, *, plan: str, alike: int, total: int) -> str:
    """A draft is like another draft: the secretary may throw one of them away."""
    return tr.gettext(
        "{alike} of {total} tasks are like those of the draft {plan}, which waits too. If both are "
        "the same plan, throw one of them away."
    ).format(plan=plan, alike=alike, total=total)


def button_other_draft(tr: Translator, *, plan: str) -> str:
    """Under a draft that is like another one."""
    return tr.gettext("See the draft {plan}").format(plan=plan)


def same_plan_hint(tr: Translator, *, plan_id: int) -> str:
    """At the shell: how a draft is made a newer version."""
    return tr.gettext(
        "If it is, import the file again with --amends {plan}; if not, accept it as it is. Until "
        "then it stays a draft"
    ).format(plan=plan_id)


def button_is_newer(tr: Translator, *, plan: str) -> str:
    """Under a draft that is like a followed plan."""
    return tr.gettext("A newer version of {plan}").format(plan=plan)


def button_is_not(tr: Translator) -> str:
    """Under a draft that was said to be a newer version."""
    return tr.gettext("It is a plan of its own")


def button_changes(tr: Translator) -> str:
    """Under a draft that is a newer version."""
    return tr.gettext("See the changes")


def line_changed(
    tr: Translator,
    *,
    number: int,
    content: str,
    changes: Sequence[tuple[DraftField, str, str]],
    moved: bool,
) -> str:
    """A task that stays and says something else, or stands elsewhere."""
    said = [changed(tr, field, before, after) for field, before, after in changes]
    if moved:
        said.append(tr.gettext("moved"))
    return f"#{number} {short(content)}: {'; '.join(said)}"


def line_added(tr: Translator, *, number: int, content: str) -> str:
    """A task that the older version does not have."""
    return tr.gettext("Added: #{number} {content}").format(number=number, content=short(content))


def line_removed(tr: Translator, *, number: int, content: str, reported: str | None) -> str:
    """A task that the newer version does not have, and what was `reported` of it."""
    line = tr.gettext("No longer in it: #{number} {content}").format(
        number=number, content=short(content)
    )
    if reported is None:
        return line
    return tr.gettext("{line} ({reported}; closed, its reports stay)").format(
        line=line, reported=reported
    )


def line_renumbered(tr: Translator, *, numbers: Sequence[int]) -> str:
    """Tasks that stay as they are and are printed under another number, all in one line."""
    shown = ", ".join(f"#{number}" for number in numbers[:NUMBERS])
    if len(numbers) > NUMBERS:
        shown = f"{shown} …"
    line = tr.ngettext(
        "Only printed under another number: {count} task ({numbers})",
        "Only printed under another number: {count} tasks ({numbers})",
        len(numbers),
    )
    return line.format(count=len(numbers), numbers=shown)


def short(content: str) -> str:
    """A task's first words."""
    return cut(clean(content), WORDS)


def plan_name(plan: Plan) -> str:
    """A plan within a sentence."""
    return plan.number or cut(clean(plan.title or ""), WORDS) or plan.file_name


def figures(tr: Translator, versions: Versions) -> str:
    """What a newer version changes, in figures."""
    found = versions.found
    return amends(
        tr,
        plan=plan_name(versions.old),
        changed=len(found.changed),
        added=len(found.added),
        removed=len(found.removed),
        moved=len(found.moved),
        kept=len(found.kept),
    )


def lines(tr: Translator, versions: Versions) -> list[str]:
    """What a newer version changes, a line a task: changed or moved, added, no longer in it."""
    said = []
    for pair in versions.found.kept:
        if pair.moved or (pair.changes and not pair.renumbered):
            task = versions.old_rows[pair.old].task
            changes = [(change.field, change.before, change.after) for change in pair.changes]
            said.append(
                line_changed(
                    tr,
                    number=task.number,
                    content=task.content,
                    changes=changes,
                    moved=pair.moved,
                )
            )
    for place in versions.found.added:
        task = versions.new_rows[place].task
        said.append(line_added(tr, number=task.number, content=task.content))
    said += removed_lines(tr, versions)
    if renumbered := versions.found.renumbered:
        numbers = [versions.old_rows[pair.old].task.number for pair in renumbered]
        said.append(line_renumbered(tr, numbers=numbers))
    return said or [no_changes(tr)]


def removed_lines(tr: Translator, versions: Versions) -> list[str]:
    """Each task that the newer version does not have."""
    rows = [versions.old_rows[place] for place in versions.found.removed]
    return [
        line_removed(
            tr,
            number=row.task.number,
            content=row.task.content,
            reported=progress(tr, *versions.reported[row.task.id])
            if row.task.id in versions.reported
            else None,
        )
        for row in rows
    ]


def no_changes(tr: Translator) -> str:
    """Two versions that say the same."""
    return tr.gettext("Nothing is changed.")


def closed_because(tr: Translator, *, plan: str) -> str:
    """Why a task was closed."""
    return tr.gettext("no longer in “{plan}”").format(plan=plan)


def told(tr: Translator, *, plan: str) -> str:
    """The heading of what an officer is told when a plan was amended."""
    return tr.gettext("The plan was amended ({plan}).").format(plan=plan)


def gained(tr: Translator, count: int) -> str:
    """The heading over tasks that an agency did not lead before."""
    return tr.ngettext("New task to lead ({count})", "New tasks to lead ({count})", count).format(
        count=count
    )


def gained_task(tr: Translator, *, task: str, deadline: str) -> str:
    """A task that an agency did not lead before; `task` is its number and first words."""
    return tr.gettext("{task}: {deadline}").format(task=task, deadline=deadline)


def lost(tr: Translator, count: int) -> str:
    """The heading over tasks that another agency leads now."""
    return tr.ngettext(
        "Led by another agency from now on ({count})",
        "Led by other agencies from now on ({count})",
        count,
    ).format(count=count)


def lost_task(tr: Translator, *, task: str, leads: Sequence[str]) -> str:
    """A task that another agency leads now."""
    return tr.gettext("{task}: {agencies}").format(
        task=task, agencies=", ".join(leads) or tr.gettext("not assigned")
    )


def new_dues(tr: Translator, count: int) -> str:
    """The heading over due days that were moved."""
    return tr.ngettext("New deadline ({count})", "New deadlines ({count})", count).format(
        count=count
    )


def new_due(
    tr: Translator, *, number: int, content: str, before: date | None, after: date | None
) -> str:
    """A task whose due day was moved."""
    none = tr.gettext("no due day")
    return tr.gettext("#{number} {content}: {before} → {after}").format(
        number=number,
        content=short(content),
        before=tr.day(before) if before else none,
        after=tr.day(after) if after else none,
    )


def no_longer(tr: Translator, count: int) -> str:
    """The heading over tasks that were closed."""
    return tr.ngettext(
        "No longer in the plan ({count}); nothing more is to be done",
        "No longer in the plan ({count}); nothing more is to be done",
        count,
    ).format(count=count)


def see_tasks(tr: Translator) -> str:
    """The last line of what an officer is told."""
    return tr.gettext("/viec shows the tasks as they are now.")


def people_told(tr: Translator, count: int) -> str:
    """To the secretary who accepted it."""
    return tr.ngettext(
        "{count} person is told of what changed for them.",
        "{count} people are told of what changed for them.",
        count,
    ).format(count=count)


def not_amendable(tr: Translator, *, plan: str) -> str:
    """At the shell: --amends with a plan that cannot be amended by this one."""
    return tr.gettext(
        "Plan {plan} cannot be amended: it is not followed, or a newer version of it is"
    ).format(plan=plan)
