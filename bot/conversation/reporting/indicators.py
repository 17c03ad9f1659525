"""/chitieu: the indicators of one's agencies or of the whole committee, and one's card."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.conversation.listening.mentions import flatten
from bot.conversation.paging import in_rows, turning
from bot.conversation.pressed import StaleButtonError
from bot.conversation.questions.scopes import speaks_of
from bot.conversation.replies import find_tasks
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts.reporting import indicator_card as indicator_card_texts
from bot.texts.reporting import indicators as texts
from db.enums import Part, Role
from db.models import Agency
from db.queries.agencies import members_of
from db.queries.indicators import IndicatorNow, indicators_now
from plans.words import clean, cut
from reports.indicator_words import code, render_way
from reports.indicators import IndicatorFacts, Standing, is_reached, standing, sum_up
from reports.load_indicators import facts_of
from tasks.indicators import may_read_off
from tasks.rules import may_see, may_sum_up

INDICATOR = re.compile(r"ch[iỉ] ti[eê]u", re.IGNORECASE)
ASKING = re.compile(
    r"[^\w\s]|\b(?:chi tieu|ty le|ti le|muc tieu|so lieu|ket qua|tinh hinh|tien do|phan tram|dat"
    r"|duoc|bao nhieu|may|roi|the nao|ra sao|(?:den|toi) dau|(?:nam|hien|den|bay) (?:nay|gio)"
    r"|hien tai|la|cua|ve|co|khong|chua|gi|nao|xem|cho|toi|em|hoi|a|nhe|vay|the|cac|nhung)\b"
)
"""What a question says besides an indicator's name; over flattened text."""
PAGE = 6
"""Indicators in one message; each takes two lines of a phone."""

ROW = 3
"""Buttons of indicators side by side."""

AGENCIES = 12
"""Agencies with a button in the committee's list; the busiest come first."""

ALL, LACKING, BELOW, REACHED, AIMLESS = "all", "none", "below", "reached", "aimless"
"""Views of the committee's list, beside those of an agency, which are its id."""
NOBODYS = 0
"""In the place of an agency's id: the view of the indicators that none leads."""
YEAR = re.compile(r"y(20\d\d)")
"""The view of what is left on the way to a year."""


async def on_command(talk: Talk, argument: str = "") -> Outgoing:
    """/chitieu: the list, or the card of an indicator named behind it ("/chitieu 5")."""
    number = read_id(argument.lower().removeprefix("ct").strip())
    if number is not None:
        found = await indicators_now(talk.session, talk.committee.id, numbers=[number])
        if not found:
            return Outgoing((texts.no_such_indicator(talk.tr, number),))
        return await indicator_card(talk, found[0])
    return await on_indicators(talk)


async def on_indicators(talk: Talk, argument: str = "") -> Outgoing:
    """The list; `argument` is "view:page", empty for the first that this person should see.

    A view of one agency alone is "view@agency".
    """
    view, _, page = argument.partition(":")
    which, _, whose = view.partition("@")
    number = read_id(page) or 0
    if not may_sum_up(talk.standing):
        return await _mine(talk, number)
    if not view:
        return await _whole(talk)
    found = await indicators_now(
        talk.session, talk.committee.id, agency_ids=[read_id(whose) or 0] if whose else None
    )
    rows = [facts_of(one) for one in found]
    name = _agency_name(talk, found[0], read_id(whose) or 0) if whose and found else ""
    year = talk.today.year
    if towards := YEAR.fullmatch(view):
        return _towards(talk, found, int(towards[1]), number)
    if view == ALL:
        read = sum(not _lacks(talk, row) for row in rows)
        heading = texts.all_indicators(talk.tr, count=len(rows), read=read, year=year)
    elif which == LACKING:
        chosen = [_lacks(talk, row) for row in rows]
        found = [one for one, lacks in zip(found, chosen, strict=True) if lacks]
        heading = texts.lacking_indicators(talk.tr, count=len(found), year=year)
    elif which == BELOW:
        standings = [standing(row, talk.today) for row in rows]
        found = [
            one for one, at in zip(found, standings, strict=True) if at is Standing.NOT_REACHED
        ]
        lacking = standings.count(Standing.LACKING)
        heading = texts.below_target(talk.tr, count=len(found), lacking=lacking, year=year)
    elif which == REACHED:
        aims = sum(row.target_of(year) is not None for row in rows)
        chosen = [standing(row, talk.today) is Standing.REACHED for row in rows]
        found = [one for one, reached in zip(found, chosen, strict=True) if reached]
        heading = texts.reached_target(talk.tr, count=len(found), of=aims, year=year)
    elif which == AIMLESS:
        found = [one for one, row in zip(found, rows, strict=True) if row.target_of(year) is None]
        heading = texts.without_target(talk.tr, count=len(found), year=year)
    else:
        agency_id = read_id(view)
        if agency_id is None:
            raise StaleButtonError
        found = [one for one in found if agency_id in (one.agency_ids(Part.LEAD) or [NOBODYS])]
        if not found:
            raise StaleButtonError
        led_by = _agency_name(talk, found[0], agency_id)
        heading = _heading(talk, led_by, [facts_of(one) for one in found])
    if name:
        heading = f"{name}: {heading}"
    return _page(talk, heading, found, view, number)


async def of_agency(talk: Talk, agency: Agency, which: str) -> Outgoing:
    """What one agency leads: all, or what is below its target or without a reading."""
    led = await indicators_now(talk.session, talk.committee.id, agency_ids=[agency.id])
    if not led:
        return Outgoing((texts.leads_none(talk.tr, agency=agency.name),))
    return await on_indicators(talk, f"{which}@{agency.id}:0" if which else f"{agency.id}:0")


def _towards(talk: Talk, found: Sequence[IndicatorNow], year: int, page: int) -> Outgoing:
    """How far the committee is on its way to a year, and what is not there yet."""
    rows = [facts_of(one) for one in found]
    stands = [standing(row, talk.today, year) for row in rows]
    left = [
        one
        for one, at in zip(found, stands, strict=True)
        if at in (Standing.NOT_REACHED, Standing.TO_JUDGE)
    ]
    heading = render_way(talk.tr, year, sum_up(rows, as_of=talk.today).towards(year))
    return _page(talk, heading, left, f"y{year}", page, year=year)


async def _mine(talk: Talk, page: int) -> Outgoing:
    found = await indicators_now(
        talk.session, talk.committee.id, agency_ids=talk.standing.agency_ids
    )
    if not found:
        return Outgoing((texts.no_indicators(talk.tr),))
    heading = _heading(talk, ", ".join(talk.agency_names), [facts_of(one) for one in found])
    return _page(talk, heading, found, "", page, texts.how_to_report(talk.tr))


def _heading(talk: Talk, agencies: str, rows: Sequence[IndicatorFacts]) -> str:
    read = sum(not _lacks(talk, row) for row in rows)
    return texts.my_indicators(
        talk.tr, agencies=agencies, count=len(rows), read=read, year=talk.today.year
    )


def _lacks(talk: Talk, row: IndicatorFacts) -> bool:
    return standing(row, talk.today) is Standing.LACKING


async def _whole(talk: Talk) -> Outgoing:
    """The committee's indicators by agency, the busiest first."""
    tr = talk.tr
    found = await indicators_now(talk.session, talk.committee.id)
    if not found:
        return Outgoing((texts.no_indicators(tr),))
    led: dict[int, list[IndicatorNow]] = defaultdict(list)
    for one in found:
        for agency_id in one.agency_ids(Part.LEAD) or [NOBODYS]:
            led[agency_id].append(one)
    lacking = sum(_lacks(talk, facts_of(one)) for one in found)
    count, read = len(found), len(found) - lacking
    lines = [texts.all_indicators(tr, count=count, read=read, year=talk.today.year)]
    rows: list[tuple[Choice, ...]] = []
    busiest = sorted(led.items(), key=lambda item: (item[0] == NOBODYS, -len(item[1]), item[0]))
    for agency_id, theirs in busiest[:AGENCIES]:
        name = _agency_name(talk, theirs[0], agency_id)
        read = sum(not _lacks(talk, facts_of(one)) for one in theirs)
        lines.append(texts.agency_line(tr, agency=name, count=len(theirs), read=read))
        rows.append((Choice(cut(name, texts.SHORT), f"indicators:{agency_id}:0"),))
    choices = [Choice(texts.button_all(tr, count), f"indicators:{ALL}:0")]
    if lacking:
        choices.append(Choice(texts.button_lacking(tr, lacking), f"indicators:{LACKING}:0"))
    return Outgoing((*lines, texts.choose_agency(tr)), (*rows, tuple(choices)))


def _agency_name(talk: Talk, one: IndicatorNow, agency_id: int) -> str:
    names = {link.agency_id: link.agency.name for link in one.indicator.agencies}
    return names.get(agency_id, texts.nobodys(talk.tr))


def _page(
    talk: Talk,
    heading: str,
    found: Sequence[IndicatorNow],
    view: str,
    page: int,
    last: str | None = None,
    year: int | None = None,
) -> Outgoing:
    tr = talk.tr
    last_page = max(len(found) - 1, 0) // PAGE
    page = min(page, last_page)
    shown = found[page * PAGE : (page + 1) * PAGE]
    lines = [
        heading,
        *(
            indicator_card_texts.indicator_line(tr, facts_of(one), talk.today, year)
            for one in shown
        ),
    ]
    buttons = [Choice(code(one.number), f"indicator:{one.indicator.id}") for one in shown]
    rows = [*in_rows(buttons, ROW), *turning(tr, f"indicators:{view}", page, last_page)]
    return Outgoing((*lines, last) if last else tuple(lines), tuple(rows))


def _holding(text: str, names: Mapping[int, str]) -> set[int]:
    """The indicators whose names hold all that is left of "chỉ tiêu 5G đạt bao nhiêu rồi" without
    the words that ask."""
    flat = flatten(text)
    if not INDICATOR.search(flat):
        return set()
    subject = " ".join(ASKING.sub(" ", flat).split())
    return {one for one, name in names.items() if subject and speaks_of(name, subject)}


async def named_by_words(talk: Talk, text: str) -> Outgoing | None:
    """What a question names by words of its name: its card, or the few that fit; else None."""
    found = await indicators_now(talk.session, talk.committee.id)
    names = {one.number: one.indicator.name for one in found}
    spoken = find_tasks(INDICATOR.sub(" ", text), names)
    numbers = {*spoken.tasks, *spoken.unclear} or _holding(text, names)
    fitting = [one for one in found if one.number in numbers]
    if len(fitting) == 1:
        return await indicator_card(talk, fitting[0])
    if not fitting:
        return None
    return _page(talk, texts.fitting(talk.tr, count=len(fitting)), fitting[:PAGE], "", 0)


async def indicator_of_button(talk: Talk, argument: str) -> IndicatorNow | None:
    """The indicator of a button; None where it is not this committee's, or not followed."""
    indicator_id = read_id(argument)
    if indicator_id is None:
        return None
    found = await indicators_now(talk.session, talk.committee.id, ids=[indicator_id])
    return found[0] if found else None


async def on_indicator(talk: Talk, argument: str) -> Outgoing:
    """An indicator's card; `argument` is its id."""
    one = await indicator_of_button(talk, argument)
    if one is None:
        raise StaleButtonError
    return await indicator_card(talk, one)


async def indicator_card(talk: Talk, one: IndicatorNow) -> Outgoing:
    """Everything about one indicator, for those who have to do with it."""
    tr, row, leads = talk.tr, facts_of(one), one.agency_names(Part.LEAD)
    everybody = [*one.agency_ids(Part.LEAD), *one.agency_ids(Part.COORDINATING)]
    if not may_see(talk.standing, everybody):
        everybody += await members_of(talk.session, talk.committee.id, one.collectives())
    if not may_see(talk.standing, everybody):
        refusal = texts.not_yours(tr, number=one.number, leads=", ".join(leads))
        return Outgoing((refusal,))
    lines = indicator_card_texts.card_lines(
        tr,
        row,
        today=talk.today,
        leads=leads,
        coordinating=one.agency_names(Part.COORDINATING),
        product=one.indicator.product,
    )
    lines += [
        indicator_card_texts.history_line(
            tr,
            when=tr.time(reading.reported_at, talk.zone),
            who=reading.person.name,
            said=cut(clean(reading.words), texts.SAID),
            in_stead=reading.in_stead,
        )
        for reading in one.readings[-texts.HISTORY :]
    ]
    rows: list[tuple[Choice, ...]] = []
    if may_read_off(talk.standing, one.agency_ids(Part.LEAD)):
        button = texts.button_report(tr)
        rows.append((Choice(button, f"reading:{one.indicator.id}"),))
    if judge := _judging(talk, one, row):
        rows.append(judge)
    return Outgoing(tuple(lines), tuple(rows), indicator=one.indicator.id)


def _judging(talk: Talk, one: IndicatorNow, row: IndicatorFacts) -> tuple[Choice, ...]:
    """For the standing office: whether the last reading meets this year's target in words."""
    target, reading = row.target_of(talk.today.year), row.latest(talk.today)
    if not talk.standing.has(Role.SECRETARY) or target is None or reading is None:
        return ()
    if is_reached(target, reading) is not None or one.newest is None:
        return ()
    place = f"{one.indicator.id}:{one.newest.id}"
    return (
        Choice(texts.button_reached(talk.tr), f"reached:{place}:1"),
        Choice(texts.button_not_reached(talk.tr), f"reached:{place}:0"),
    )
