"""One task as a line and as a card, and lists of tasks."""

import re
from collections.abc import Iterable
from datetime import date

from bot.i18n import Translator
from db.enums import DeadlineKind, Progress
from plans.words import clean, cut, fold

LINE = 80
"""Longest first line of a task in a list, in characters."""


def task_line(number: int, content: str) -> str:
    """A task in a list: its number and its first words."""
    return f"#{number} {cut(clean(content), LINE)}"


def short_task(number: int, content: str, length: int = 40) -> str:
    """A task within a sentence or on a button."""
    return f"#{number} {cut(clean(content), length)}"


def plan_words(deadlines: Iterable[str]) -> str:
    """The plan's own words for one due day, each wording once ("Hằng năm; 12/2025")."""
    seen: dict[str, str] = {}
    for words in deadlines:
        key = fold(words).removeprefix("trong ").removeprefix("thang ")
        if len(words) > len(seen.get(key, "")):
            seen[key] = words
    return "; ".join(seen.values())


def with_extension(tr: Translator, words: str, *, extended: bool) -> str:
    """The plan's words for a due day, saying so where that day was moved since."""
    return tr.gettext("{words}, extended").format(words=words) if extended else words


DAY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
"""A day alone, as people and plans write it: 5/3/2026."""


def deadline(
    tr: Translator, *, words: str, kind: DeadlineKind, due: date | None, extended: bool = False
) -> str:
    """A deadline as the plan has it and, where it is not a day already, the day it means."""
    if due is None:
        if kind is DeadlineKind.UNREADABLE:
            return tr.gettext("“{words}” (not readable; the standing office sets it)").format(
                words=words
            )
        if kind is DeadlineKind.UNSPECIFIED:
            return tr.gettext("none printed in the plan")
        return words
    if extended:
        return tr.gettext("{words}, extended to {day}").format(words=words, day=tr.day(due))
    printed = DAY.fullmatch(words)
    if printed and f"{printed[1]:0>2}/{printed[2]:0>2}/{printed[3]}" == tr.day(due):
        return tr.day(due)
    if printed:  # what was done keeps its day
        line = tr.gettext("{day} ({words} in the plan as it was amended later)")
        return line.format(day=tr.day(due), words=words)
    return tr.gettext("{words} (by {day} at the latest)").format(words=words, day=tr.day(due))


def time_left(tr: Translator, days: int) -> str:
    """How far the due day is; negative days are overdue."""
    if days < 0:
        return tr.ngettext("{days} day overdue", "{days} days overdue", -days).format(days=-days)
    if days == 0:
        return tr.gettext("due today")
    return tr.ngettext("{days} day left", "{days} days left", days).format(days=days)


def progress(tr: Translator, state: Progress, percent: int | None) -> str:
    """What was last reported, in a word or a number."""
    if state is Progress.DONE:
        return tr.gettext("done")
    if state is Progress.NOT_STARTED:
        return tr.gettext("not started")
    if percent is not None:
        return tr.gettext("in progress, {percent}%").format(percent=percent)
    return tr.gettext("in progress")


def done(tr: Translator, day: date, *, late: bool) -> str:
    """A done task's state with the day that it was reported done."""
    if late:
        return tr.gettext("done on {day}, after its deadline").format(day=tr.day(day))
    return tr.gettext("done on {day}").format(day=tr.day(day))


def awaiting(tr: Translator, standing: str) -> str:
    """A state that the standing office has not accepted yet."""
    # Translators: {standing} is "done on 20/12/2025".
    return tr.gettext("{standing}, awaiting confirmation").format(standing=standing)


def confirmed(tr: Translator, standing: str) -> str:
    """A state that the standing office has accepted."""
    # Translators: {standing} is "done on 20/12/2025".
    return tr.gettext("{standing}, confirmed").format(standing=standing)


def returned(tr: Translator, standing: str, *, day: date, reason: str | None) -> str:
    """A state that the standing office returned a report of done to."""
    if not reason:
        line = tr.gettext("{standing}; its completion was returned on {day}")
        return line.format(standing=standing, day=tr.day(day))
    line = tr.gettext("{standing}; its completion was returned on {day}: “{reason}”")
    return line.format(standing=standing, day=tr.day(day), reason=reason)


def deadline_fact(tr: Translator, deadline_line: str, left: str | None) -> str:
    """A deadline with how far it is; None where the task is done or has no due day."""
    if left is None:
        return tr.gettext("Deadline: {deadline}").format(deadline=deadline_line)
    return tr.gettext("Deadline: {deadline}, {left}").format(deadline=deadline_line, left=left)


def progress_fact(tr: Translator, standing: str) -> str:
    """How far a task is, as a line of its card."""
    return tr.gettext("Progress: {standing}").format(standing=standing)


def card_lines(
    tr: Translator,
    *,
    number: int,
    content: str,
    product: str | None,
    leads: tuple[str, ...],
    coordinating: tuple[str, ...],
    deadline_line: str,
    left: str | None,
    missed: tuple[str, ...],
    standing: str,
    obstacles: tuple[str, ...],
    paused: bool,
) -> tuple[str, ...]:
    """A task's card, a line a fact."""
    lines = [f"#{number} {clean(content)}"]
    if paused:
        lines.append(tr.gettext("Paused by the committee"))
    lines.append(deadline_fact(tr, deadline_line, left))
    if missed:
        line = tr.gettext("Further periods open: {periods}")
        lines.append(line.format(periods=", ".join(missed)))
    lines.append(progress_fact(tr, standing))
    lines += [tr.gettext("⚠️ Obstacle: “{reason}”").format(reason=reason) for reason in obstacles]
    if product:
        lines.append(tr.gettext("Product: {product}").format(product=clean(product)))
    lead = ", ".join(leads) or tr.gettext("not assigned")
    lines.append(tr.gettext("Lead: {agencies}").format(agencies=lead))
    if coordinating:
        line = tr.gettext("Coordinating: {agencies}")
        lines.append(line.format(agencies=", ".join(coordinating)))
    return tuple(lines)


def history_line(tr: Translator, *, when: str, who: str, said: str) -> str:
    """One report in a card's history."""
    # Translators: {when} is a day and a time, {said} what was reported.
    return tr.gettext("{when} {who}: {said}").format(when=when, who=who, said=said)


def list_heading(tr: Translator, part: str, *, agencies: str, count: int) -> str:
    """The heading of one's list, or of a part of it (`bot.conversation.tasks.task_filters`)."""
    match part:
        case "overdue":
            words = tr.ngettext(
                "{agencies}: {count} overdue task", "{agencies}: {count} overdue tasks", count
            )
        case "week":
            words = tr.ngettext(
                "{agencies}: {count} task due this week",
                "{agencies}: {count} tasks due this week",
                count,
            )
        case "month":
            words = tr.ngettext(
                "{agencies}: {count} task due later this month",
                "{agencies}: {count} tasks due later this month",
                count,
            )
        case "later":
            words = tr.ngettext(
                "{agencies}: {count} task due after this month or without a due day",
                "{agencies}: {count} tasks due after this month or without a due day",
                count,
            )
        case "helping":
            words = tr.ngettext(
                "{agencies} helps with {count} task", "{agencies} helps with {count} tasks", count
            )
        case "done":
            words = tr.ngettext(
                "{agencies}: {count} task done", "{agencies}: {count} tasks done", count
            )
        case _:
            words = tr.ngettext(
                "{agencies}: {count} open task", "{agencies}: {count} open tasks", count
            )
    return words.format(agencies=agencies, count=count)


def none_in_part(tr: Translator, part: str) -> str:
    """Over the whole list, where the part that was asked for has no task."""
    return {
        "overdue": tr.gettext("Nothing is overdue."),
        "week": tr.gettext("Nothing falls due this week."),
        "month": tr.gettext("Nothing more falls due this month."),
        "later": tr.gettext("Nothing falls due later."),
        "done": tr.gettext("Nothing is done yet."),
        "helping": tr.gettext("There is no task that you only help with."),
    }[part]


def part_button(tr: Translator, part: str, *, count: int) -> str:
    """A button: a part of one's list, with how many tasks it has."""
    match part:
        case "overdue":
            words = tr.gettext("Overdue ({count})")
        case "week":
            words = tr.gettext("This week ({count})")
        case "month":
            words = tr.gettext("This month ({count})")
        case "later":
            words = tr.gettext("Later ({count})")
        case "done":
            words = tr.gettext("Done ({count})")
        case "helping":
            words = tr.gettext("Helping ({count})")
        case _:
            words = tr.gettext("All open ({count})")
    return words.format(count=count)


def no_open_tasks(tr: Translator, *, agencies: str) -> str:
    """An empty list, when asked for."""
    return tr.gettext("{agencies} has no open tasks.").format(agencies=agencies)


def no_plan_followed(tr: Translator) -> str:
    """The same in a committee that has only begun."""
    return tr.gettext("No plan is followed yet; your tasks are told here once one is.")


def no_tasks_of_own(tr: Translator) -> str:
    """A list asked for by somebody who reports for no agency."""
    return tr.gettext("You report for no agency here. Type /tonghop for the roll-up.")


def no_due_day(tr: Translator, *, count: int) -> str:
    """The heading over tasks without a due day, in a list."""
    return tr.gettext("No due day ({count})").format(count=count)


def next_page(tr: Translator) -> str:
    """A button: the following tasks of a list."""
    return tr.gettext("Next")


def previous_page(tr: Translator) -> str:
    """A button: the tasks before these."""
    return tr.gettext("Back")


def button_done(tr: Translator) -> str:
    """A card's button."""
    return tr.gettext("Done")


def button_progress(tr: Translator) -> str:
    """A card's button: asks how far."""
    return tr.gettext("In progress")


def button_not_started(tr: Translator) -> str:
    """A card's button."""
    return tr.gettext("Not started")


def button_cleared(tr: Translator) -> str:
    """A card's button on a task with an obstacle: it is gone."""
    return tr.gettext("Obstacle gone")


def button_blocked(tr: Translator) -> str:
    """A card's button: asks what is in the way."""
    return tr.gettext("Obstacle")


def button_extend(tr: Translator) -> str:
    """A card's button: asks until when."""
    return tr.gettext("Ask for more time")
