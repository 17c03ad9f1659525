"""What stands behind the figures, one press away: what is overdue, stuck, silent, by agency.

A button is `part:about:agencies:plans:days`, the question itself, so that it never grows old; a
page of its list follows as one more part.
"""

from dataclasses import replace
from datetime import date

from bot.conversation.dates.elapsed import Period
from bot.conversation.paging import Rows, in_rows
from bot.conversation.pressed import StaleButtonError
from bot.conversation.questions.inquiry_words import About
from bot.conversation.questions.looking import look
from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk, read_id
from bot.ports import CHOICE_BYTES, Choice, Outgoing
from bot.texts import unclear
from bot.texts.questions import parts as texts
from reports.figures import RollUp
from reports.status import Flag
from tasks.errors import NotYourRoleError
from tasks.rules import may_sum_up

SCREEN = 20
"""Lines of a telephone that an answer may take."""
WIDTH = 46
"""Letters in one of them."""
BESIDE = 2
"""Buttons beside each other."""
ABOUTS = (
    *(About.OVERDUE, About.BLOCKED, About.SILENT, About.DUE, About.OPEN),
    *(About.BY_AGENCY, About.STANDING),
)
"""What a button may ask for."""


def fits_screen(blocks: tuple[str, ...]) -> bool:
    """Whether paragraphs can be read on a telephone without scrolling."""
    return sum(1 + len(line) // WIDTH for block in blocks for line in block.split("\n")) <= SCREEN


def part_buttons(talk: Talk, scope: Scope, figures: RollUp) -> Rows:
    """The lists behind these figures that hold anything; none in a group, whose lists are short."""
    if talk.incoming.group is not None:
        return []
    flags, counts = figures.counts.flags, figures.counts
    held = (
        (About.OVERDUE, counts.overdue),
        (About.BLOCKED, flags[Flag.BLOCKED]),
        (About.SILENT, flags[Flag.SILENT]),
        (About.OPEN, counts.total - counts.done),
        (About.BY_AGENCY, len(figures.agencies)),
    )
    bounds = written(scope)
    buttons = [
        Choice(texts.button(talk.tr, about.value, count), f"part:{about.value}:{bounds}")
        for about, count in held
        if count and (about is not About.BY_AGENCY or count > 1)
    ]
    short = [one for one in buttons if len(one.data) <= CHOICE_BYTES]
    return in_rows(short, BESIDE)


async def nearest(talk: Talk, scope: Scope) -> Outgoing:
    """That a question has no answer here, and the answers that there are, to press on."""
    figures = (await look(talk, scope)).figures(talk.today)
    everything = Choice(texts.button_all(talk.tr), f"part:{About.STANDING.value}:{written(scope)}")
    rows = [(everything,), *part_buttons(talk, scope, figures)]
    return Outgoing((unclear.no_answer(talk.tr),), tuple(rows))


def written(scope: Scope) -> str:
    """The agencies, plans and days of a scope, as a button bears them."""
    days = scope.due_within
    return ":".join(
        (
            ".".join(map(str, scope.agency_ids)),
            ".".join(map(str, scope.plan_ids)),
            f"{days.first.isoformat()}.{days.last.isoformat()}" if days else "",
        )
    )


def read_part(argument: str) -> tuple[About, Scope, int | None]:
    """What a button asks for, of which tasks, and its page; None for the first press.

    Raises `StaleButtonError` for what no button of ours bears.
    """
    about, agencies, plans, days, page = (argument.split(":") + [""] * 5)[:5]
    try:
        asked = About(about)
        scope = Scope(
            agency_ids=_ids(agencies),
            plan_ids=_ids(plans),
            due_within=Period(*map(date.fromisoformat, days.split("."))) if days else None,
        )
    except (ValueError, TypeError) as unknown:
        raise StaleButtonError from unknown
    if asked not in ABOUTS:
        raise StaleButtonError
    return asked, scope, read_id(page)


def _ids(dotted: str) -> tuple[int, ...]:
    ids = [read_id(one) for one in dotted.split(".") if dotted]
    if None in ids:
        raise ValueError(dotted)
    return tuple(one for one in ids if one is not None)


def seen_by(talk: Talk, scope: Scope) -> Scope:
    """The scope as far as who pressed may see it: an agency's people that agency alone.

    Raises `NotYourRoleError` where that is nothing.
    """
    if may_sum_up(talk.standing):
        return scope
    own = talk.standing.agency_ids
    theirs = set(scope.agency_ids) & own if scope.agency_ids else own
    if not theirs:
        raise NotYourRoleError
    return replace(scope, agency_ids=tuple(sorted(theirs)))
