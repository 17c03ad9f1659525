"""What a secretary corrects in an indicator of a draft: its targets, its agencies, its name."""

import re
from typing import Any

from bot.conversation.drafts.draft import (
    OFFERED,
    changed_by,
    editor,
    pressed_agency,
    said_of_drafts,
)
from bot.conversation.drafts.draft_indicator import card, find_indicator, next_indicator
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts import draft_indicators as texts
from bot.texts import draft_rows as row_texts
from bot.texts import reviewing as draft_texts
from plans.words import clean, cut
from tasks.draft_indicators import (
    IndicatorEdit,
    draft_indicators,
    edit_indicator,
)
from tasks.draft_names import offered_agencies
from tasks.errors import DraftChangedError, UnknownAgencyError

YEAR = re.compile(r"(?:năm\s+)?(20\d\d)\s*[:=]\s*(\S.*)|năm\s+(20\d\d)\s+(\S.*)", re.IGNORECASE)
"""A target with its year, as people write it."""


async def on_targets(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa mục tiêu": asked for; what is typed next are they."""
    return await _ask(talk, argument, "targets")


async def on_name(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa tên chỉ tiêu"."""
    return await _ask(talk, argument, "name")


async def on_who(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa cơ quan": one of the directory, or names typed next."""
    return await _ask(talk, argument, "agency")


@said_of_drafts
async def _ask(talk: Talk, argument: str, what: str) -> Outgoing:
    plan, one, seen = await find_indicator(talk, argument)
    number = one.indicator.number
    talk.remember(correcting={"indicator": one.indicator.id, "version": seen, "what": what})
    if what == "targets":
        return Outgoing((texts.ask_targets(talk.tr, number=number),))
    if what == "name":
        return Outgoing((texts.ask_name(talk.tr, number=number),))
    busy = [name for each in await draft_indicators(talk.session, plan) for name in each.leads]
    known = await offered_agencies(
        talk.session, talk.committee.id, sorted(set(busy), key=busy.count, reverse=True)
    )
    buttons = [
        (Choice(cut(agency.name, 60), f"inlead:{one.indicator.id}:{seen}:{agency.id}"),)
        for agency in known[:OFFERED]
    ]
    return Outgoing((texts.ask_agency(talk.tr, number=number),), tuple(buttons))


async def on_lead(talk: Talk, argument: str) -> Outgoing:
    """An agency picked as the lead: "indicator:version:agency"."""
    agency = await pressed_agency(talk, argument)
    if agency is None:
        return Outgoing((draft_texts.not_a_draft(talk.tr),))
    return await _correct(talk, argument, IndicatorEdit(leads=[agency.name]))


@said_of_drafts
async def typed(talk: Talk, asked: dict[str, Any], text: str) -> Outgoing:
    """What was asked for of an indicator, typed."""
    argument = f"{asked['indicator']}:{asked['version']}"
    match asked["what"]:
        case "name":
            return await _correct(talk, argument, IndicatorEdit(name=clean(text)))
        case "agency":
            names = [clean(name) for name in re.split(r"[,;\n]", text)]
            return await _correct(talk, argument, IndicatorEdit(leads=names), asked=asked)
    _, one, _ = await find_indicator(talk, argument)
    targets = read_targets(text, [target.year for target in one.indicator.targets])
    if targets is None:
        talk.remember(correcting=asked)
        return Outgoing((texts.bad_targets(talk.tr),))
    return await _correct(talk, argument, IndicatorEdit(targets=targets))


def read_targets(text: str, years: list[str | None]) -> str | None:
    """What was typed as a line a year; None where it is not clear which year a target is for.

    One target alone is that of the one year that the indicator has.
    """
    lines = []
    parts = [part for part in map(clean, re.split(r"[;\n]", text)) if part]
    for part in parts:
        found = YEAR.fullmatch(part)
        if found:
            lines.append(f"{found[1] or found[3]}: {found[2] or found[4]}")
        elif len(parts) == 1 and len(years) <= 1:
            year = years[0] if years else None
            lines.append(f"{year}: {part}" if year else part)
        else:
            return None
    return "\n".join(lines) or None


async def on_keep(talk: Talk, argument: str) -> Outgoing:
    """ "Thêm cơ quan này" under names that the directory lacks."""
    kept: dict[str, Any] | None = talk.recall("insisting")
    talk.remember(insisting=None)
    if not kept or argument != f"{kept.get('indicator')}:{kept['version']}":
        return Outgoing((draft_texts.not_a_draft(talk.tr),))
    names = [clean(name) for name in re.split(r"[,;\n]", str(kept["text"]))]
    return await _correct(talk, argument, IndicatorEdit(leads=names, insist=True))


@said_of_drafts
async def _correct(
    talk: Talk, argument: str, edit: IndicatorEdit, *, asked: dict[str, Any] | None = None
) -> Outgoing:
    try:
        plan, one, seen = await find_indicator(talk, argument)
        number = one.indicator.number
        await edit_indicator(talk.session, plan, one.indicator.id, seen, edit, by=editor(talk))
    except DraftChangedError as changed:
        return await card(talk, plan, one, changed_by(talk, changed))
    except UnknownAgencyError as unknown:
        said = row_texts.unknown_agency(talk.tr, names=unknown.names)
        if asked is None:
            return Outgoing((said,))
        talk.remember(correcting=asked, insisting={**asked, "text": talk.incoming.text})
        keep = Choice(row_texts.button_new_agency(talk.tr), f"inkeep:{argument}")
        return Outgoing((said,), ((keep,),))
    return await next_indicator(talk, plan, texts.corrected(talk.tr, number=number))
