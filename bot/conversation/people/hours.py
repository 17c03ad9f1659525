"""When people are told: one's own hour, and the committee's ladder for its secretary."""

import re
from dataclasses import replace

from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts.people import hours as texts
from db.enums import Role
from plans.words import fold
from tasks.calendar import USUAL, Ladder
from tasks.errors import NotYourRoleError
from tasks.reminding import BadHourError, change_ladder, choose_hours, forget_hours

PARTS = (
    ("hours", ("gio", "hours", "from")),
    ("before", ("truoc", "before")),
    ("after", ("sau", "after")),
    ("coordinating", ("phoi hop", "helpers", "helping")),
    ("head", ("thu truong", "head")),
    ("leaders", ("lanh dao", "leaders", "members")),
)
"""What of the ladder is changed, by the words its change begins with; folded."""

OFFERED = (7, 8, 9, 10, 14, 16)
"""Hours that can be pressed; any other can be typed."""

LADDERS = {
    "usual": USUAL,
    "fewer": replace(USUAL, before=(14, 3, 0), coordinating=(3,)),
    "more": replace(USUAL, before=(30, 14, 7, 5, 3, 2, 1, 0)),
}
"""Ladders that can be pressed."""


async def on_hour(talk: Talk, argument: str = "") -> Outgoing:
    """/gio: one's own hour, "9" or "9 đến 17"; alone, what it is and hours to press."""
    figures = [int(figure) for figure in re.findall(r"\d{1,2}", argument.replace(":00", ""))]
    person = talk.person
    if argument.strip() == "0":
        forget_hours(person)
    elif figures:
        try:
            choose_hours(person, figures[0], figures[1] if len(figures) > 1 else None)
        except BadHourError:
            return Outgoing((texts.bad_hour(talk.tr),))
    morning = person.morning or talk.committee.morning
    evening = person.evening or talk.committee.evening
    if figures:
        return Outgoing((texts.hour_chosen(talk.tr, morning=morning, evening=evening),))
    row = tuple(Choice(texts.hour(hour), f"hour:{hour}") for hour in OFFERED)
    theirs = (Choice(texts.button_committees_hour(talk.tr), "hour:0"),)
    words = texts.choose_hour(talk.tr, morning=morning, evening=evening)
    return Outgoing((words,), (row[:3], row[3:], theirs))


async def on_ladder(talk: Talk, argument: str = "") -> Outgoing:
    """/nhacviec: the committee's ladder and hours, which its secretary may change.

    `argument` is a ladder's key or what was typed: "trước 20 10 5", "giờ 8 đến 17".
    """
    if not talk.standing.has(Role.SECRETARY):
        raise NotYourRoleError
    if not argument.strip():
        return _shown(talk)
    words, committee = fold(argument), talk.committee
    try:
        if _part(words) == "hours":
            figures = [int(figure) for figure in re.findall(r"\d{1,2}", words.replace(":00", ""))]
            choose_hours(committee, figures[0], figures[1] if len(figures) > 1 else None)
        else:
            ladder = LADDERS.get(words) or _read(words, Ladder.from_json(committee.ladder))
            await change_ladder(talk.session, committee, ladder, now=talk.now)
    except BadHourError:
        return Outgoing((texts.bad_hour(talk.tr),))
    except (ValueError, IndexError):
        return Outgoing((texts.bad_ladder(talk.tr),))
    return Outgoing((texts.ladder_changed(talk.tr), *_lines(talk)))


def _read(words: str, ladder: Ladder) -> Ladder:
    """The ladder with what was typed changed in it. Raises `ValueError` for what is none."""
    figures = [int(figure) for figure in re.findall(r"\d{1,3}", words)]
    falling = tuple(sorted(set(figures), reverse=True))
    match _part(words):
        case "before":
            return replace(ladder, before=falling)
        case "after":
            return replace(ladder, after=tuple(reversed(falling)))
        case "coordinating":
            return replace(ladder, coordinating=falling)
        case "head":
            return replace(ladder, head=figures[0] or None)
        case "leaders":
            return replace(ladder, leaders=figures[0] or None)
    raise ValueError(words)


def _part(words: str) -> str | None:
    return next((part for part, begins in PARTS if words.startswith(begins)), None)


def _shown(talk: Talk) -> Outgoing:
    rows = (
        (Choice(texts.button_usual(talk.tr), "ladder:usual"),),
        (Choice(texts.button_fewer(talk.tr), "ladder:fewer"),),
        (Choice(texts.button_more(talk.tr), "ladder:more"),),
    )
    return Outgoing((*_lines(talk), texts.how_to_change_ladder(talk.tr)), rows)


def _lines(talk: Talk) -> tuple[str, ...]:
    committee = talk.committee
    ladder = Ladder.from_json(committee.ladder)
    return texts.ladder_lines(talk.tr, ladder, morning=committee.morning, evening=committee.evening)
