"""/coquan: the directory of agencies, for the standing office: its list, its cards, names."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.conversation.listening.letters import Pattern, vn
from bot.conversation.office.correction_words import read_correction
from bot.conversation.paging import turning
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import agencies as texts
from bot.texts import since
from db.enums import Role
from db.models import Agency, AgencyMerge
from db.queries.agencies import AgencyNow, directory, merges_into, told_apart
from plans.agencies.keys import agency_key
from plans.words import clean, cut, letters
from tasks.agencies import look_alikes, rename_agency
from tasks.errors import (
    CannotMergeError,
    LaterMergeError,
    NameTakenError,
    NothingToUndoError,
    NotYourRoleError,
    RefusalError,
)

PAGE = 6
"""Agencies in one message, each with a button of its own."""

BUTTON = 50
"""Longest name on a button, in characters."""

RENAME = vn(
    r"(?:đề nghị |xin )?đổi tên (?!việc|nhiệm vụ|#)(?:cơ quan )?(.+?) (?:thành|là) (.+?)[.!]?"
)
LIST = vn(
    r"(?:(?:xem|cho|tôi|danh sách|liệt kê|có|những|các|tất cả|bao nhiêu|mấy) )+"
    r"(?:cơ quan|đơn vị|phòng ban|phòng|ban ngành)"
    r"(?: (?:nào|gì|tham gia|trong|hệ thống|ban chỉ đạo|xã))*[ ?.]*"
)
""" "Danh sách cơ quan", "có những phòng nào"."""


def is_office(talk: Talk) -> bool:
    return talk.standing.has(Role.SECRETARY)


def refused(talk: Talk, refusal: RefusalError) -> Outgoing:
    tr = talk.tr
    match refusal:
        case CannotMergeError(why=why):
            return Outgoing((texts.cannot_merge(tr, why),))
        case LaterMergeError(agency=agency):
            return Outgoing((texts.later_merge(tr, agency),))
        case NameTakenError(agency=agency):
            return Outgoing((texts.name_taken(tr, agency),))
        case NothingToUndoError():
            raise StaleButtonError
    raise refusal


async def on_agencies(talk: Talk, argument: str = "") -> Outgoing:
    """/coquan: the directory; `argument` is the page, from 0."""
    tr = talk.tr
    if not is_office(talk):
        raise NotYourRoleError
    found = await directory(talk.session, talk.committee.id)
    shown, turns = turned(talk, found, argument, "agencies")
    lines = [texts.directory(tr, len(found))]
    lines += [
        texts.agency_line(
            tr, name=one.agency.name, leads=one.leads, helps=one.helps, people=one.people
        )
        for one in shown
    ]
    if not found:
        return Outgoing((*lines, texts.from_plans(tr)))
    rows = [(agency_button(one.agency, f"agency:{one.agency.id}"),) for one in shown]
    offer, button = await offer_merges(talk)
    return Outgoing((*lines, *offer, texts.how_to_merge(tr)), (*rows, *button, *turns))


def agency_button(agency: Agency, data: str) -> Choice:
    return Choice(cut(agency.name, BUTTON), data)


def turned(
    talk: Talk, found: Sequence[AgencyNow], page: str, data: str
) -> tuple[Sequence[AgencyNow], tuple[tuple[Choice, ...], ...]]:
    """One page of agencies, and the buttons that turn it."""
    last = max(len(found) - 1, 0) // PAGE
    at = min(read_id(page) or 0, last)
    return found[at * PAGE : (at + 1) * PAGE], tuple(turning(talk.tr, data, at, last))


async def alike_pairs(talk: Talk, found: Sequence[AgencyNow]) -> list[tuple[Agency, Agency]]:
    apart = await told_apart(talk.session, talk.committee.id)
    return look_alikes([one.agency for one in found], apart)


async def offer_merges(talk: Talk) -> tuple[tuple[str, ...], tuple[tuple[Choice, ...], ...]]:
    """A line and a button where names of the directory look alike, for what follows an import."""
    if not is_office(talk):
        return (), ()
    alike = await alike_pairs(talk, await directory(talk.session, talk.committee.id))
    if not alike:
        return (), ()
    button = Choice(texts.button_alike(talk.tr, len(alike)), "alike:")
    return (texts.alike_line(talk.tr, len(alike)),), ((button,),)


async def agency_of_button(talk: Talk, argument: str) -> Agency | None:
    """The agency of a button; None where it is not this committee's, or was merged since."""
    return await talk.session.scalar(
        select(Agency).where(
            Agency.committee_id == talk.committee.id,
            Agency.id == (read_id(argument) or 0),
            Agency.merged_at.is_(None),
        )
    )


async def agency_gone(talk: Talk, argument: str) -> StaleButtonError:
    """A button of an agency that is none any more: merged into which, where it was."""
    merge = await talk.session.scalar(
        select(AgencyMerge).where(
            AgencyMerge.committee_id == talk.committee.id,
            AgencyMerge.agency_id == (read_id(argument) or 0),
            AgencyMerge.undone_at.is_(None),
        )
    )
    if merge is None:
        return StaleButtonError()
    one = await talk.session.get_one(Agency, merge.agency_id)
    into = await talk.session.get_one(Agency, merge.into_id)
    return StaleButtonError(since.merged_into(talk.tr, name=one.name, into=into.name))


async def agency_pressed(talk: Talk, argument: str) -> Agency:
    """The agency of a button that only the standing office has.

    Raises `NotYourRoleError` for anybody else, `StaleButtonError` where it is none any more.
    """
    if not is_office(talk):
        raise NotYourRoleError
    agency = await agency_of_button(talk, argument)
    if agency is None:
        raise await agency_gone(talk, argument)
    return agency


async def on_agency(talk: Talk, argument: str) -> Outgoing:
    """An agency's card; `argument` is its id."""
    agency = await agency_pressed(talk, argument)
    return await agency_card(talk, agency)


async def agency_card(talk: Talk, agency: Agency) -> Outgoing:
    """What belongs to an agency, and what can be done with it."""
    tr = talk.tr
    found = {one.agency.id: one for one in await directory(talk.session, talk.committee.id)}
    one = found[agency.id]
    merges = await merges_into(talk.session, talk.committee.id, agency.id)
    lines = texts.card_lines(
        tr,
        name=agency.name,
        leads=one.leads,
        helps=one.helps,
        indicators=one.indicators,
        people=one.people,
        spellings=one.spellings,
        merged=tuple(name for _, name in merges),
    )
    rows: list[tuple[Choice, ...]] = [
        (
            Choice(texts.button_merge_with(tr), f"mergewith:{agency.id}:0"),
            Choice(texts.button_rename(tr), f"rename:{agency.id}"),
        )
    ]
    if agency.collective:
        names = tuple(found[member].agency.name for member in one.members if member in found)
        lines.append(texts.members_line(tr, names))
        rows.append((Choice(texts.button_members(tr), f"members:{agency.id}:0"),))
    if merges:
        merge, name = merges[0]
        rows.append((Choice(texts.button_unmerge(tr, cut(name, BUTTON)), f"unmerge:{merge.id}"),))
    return Outgoing(tuple(lines), tuple(rows))


async def pair_of_button(talk: Talk, argument: str) -> tuple[Agency | None, Agency | None]:
    one, _, other = argument.partition(":")
    return await agency_of_button(talk, one), await agency_of_button(talk, other)


async def on_rename(talk: Talk, argument: str) -> Outgoing:
    """Ask for an agency's new name; what is typed next is it."""
    agency = await agency_pressed(talk, argument)
    talk.remember(renaming=agency.id)
    return Outgoing((texts.ask_name(talk.tr, agency.name),))


async def _rename(talk: Talk, agency: Agency, name: str) -> Outgoing:
    before = agency.name
    try:
        after = await rename_agency(talk.session, agency, name, standing=talk.standing)
    except RefusalError as refusal:
        return refused(talk, refusal)
    return Outgoing((texts.renamed(talk.tr, before=before, name=after),))


async def on_agency_words(talk: Talk) -> Outgoing | None:
    """ "Đổi tên ... thành ...", and the answer to "called what"."""
    renaming = talk.recall("renaming")
    talk.remember(renaming=None)
    if not is_office(talk):
        return None
    text = clean(talk.incoming.text)
    if LIST.fullmatch(text.lower()):
        return await on_agencies(talk)
    if found := two_names(RENAME, text):
        agency = await named(talk, found[0])
        if agency is None and read_correction(text, today=talk.today):
            return None  # "đổi tên sản phẩm 17 thành ..."
        if agency is None:
            return Outgoing((texts.no_such_agency(talk.tr, cut(found[0], BUTTON)),))
        return await _rename(talk, agency, found[1])
    if renaming is None or not text or talk.incoming.reply_to:
        return None
    agency = await agency_of_button(talk, str(renaming))
    return await _rename(talk, agency, text) if agency else None


def two_names(pattern: Pattern, text: str) -> tuple[str, str] | None:
    found = pattern.fullmatch(text.lower())
    if found is None:
        return None
    named = [text[found.start(at) : found.end(at)].strip(" \"'“”") for at in (1, 2)]
    return named[0], named[1]


async def named(talk: Talk, name: str) -> Agency | None:
    """The agency under any of its spellings; None where none or several are called so."""
    found = await directory(talk.session, talk.committee.id)
    exact = [one.agency for one in found if clean(name).lower() == one.agency.name.lower()]
    if len(exact) == 1:
        return exact[0]
    key = agency_key(name)
    for one in found:
        if key == one.agency.key or key in {agency_key(other) for other in one.spellings}:
            return one.agency
    plain = letters(name)
    holding = [one.agency for one in found if plain and plain in letters(one.agency.name)]
    return holding[0] if len(holding) == 1 else None
