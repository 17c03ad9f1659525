"""/coquan: the directory of agencies, for the standing office: merges, names, companies."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.conversation.replies.letters import Pattern, vn
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import agencies as texts
from bot.texts import common, office
from bot.texts import tasks as task_texts
from db.enums import Role
from db.models import Agency, AgencyMerge
from db.queries.agencies import AgencyNow, directory, merges_into, told_apart
from plans.agencies import agency_key
from plans.words import clean, cut, letters
from tasks.agencies import (
    look_alikes,
    merge_agencies,
    rename_agency,
    set_member,
    tell_apart,
    undo_merge,
)
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

MERGE = vn(r"(?:đề nghị |xin )?(?:gộp|nhập) (?:cơ quan )?(.+?) (?:vào|với) (.+?)[.!]?")
RENAME = vn(r"(?:đề nghị |xin )?đổi tên (?:cơ quan )?(.+?) (?:thành|là) (.+?)[.!]?")


def _is_office(talk: Talk) -> bool:
    return talk.standing.has(Role.SECRETARY)


def _refused(talk: Talk, refusal: RefusalError) -> Outgoing:
    tr = talk.tr
    match refusal:
        case NotYourRoleError():
            return Outgoing((office.not_for_your_role(tr),))
        case CannotMergeError(why=why):
            return Outgoing((texts.cannot_merge(tr, why),))
        case LaterMergeError(agency=agency):
            return Outgoing((texts.later_merge(tr, agency),))
        case NameTakenError(agency=agency):
            return Outgoing((texts.name_taken(tr, agency),))
        case NothingToUndoError():
            return Outgoing((common.old_button(tr),))
    raise refusal


async def on_agencies(talk: Talk, argument: str = "") -> Outgoing:
    """/coquan: the directory; `argument` is the page, from 0."""
    tr = talk.tr
    if not _is_office(talk):
        return Outgoing((office.not_for_your_role(tr),))
    found = await directory(talk.session, talk.committee.id)
    shown, turning = _turned(talk, found, argument, "agencies:")
    lines = [texts.directory(tr, len(found))]
    lines += [
        texts.agency_line(
            tr, name=one.agency.name, leads=one.leads, helps=one.helps, people=one.people
        )
        for one in shown
    ]
    rows = [(_button(one.agency, f"agency:{one.agency.id}"),) for one in shown]
    offer, button = await offer_merges(talk)
    return Outgoing((*lines, *offer, texts.how_to_merge(tr)), (*rows, *button, *turning))


def _button(agency: Agency, data: str) -> Choice:
    return Choice(cut(agency.name, BUTTON), data)


def _turned(
    talk: Talk, found: Sequence[AgencyNow], page: str, data: str
) -> tuple[Sequence[AgencyNow], tuple[tuple[Choice, ...], ...]]:
    """One page of agencies, and the buttons that turn it."""
    last = max(len(found) - 1, 0) // PAGE
    at = min(read_id(page) or 0, last)
    turning = []
    if at:
        turning.append(Choice(task_texts.previous_page(talk.tr), f"{data}{at - 1}"))
    if at < last:
        turning.append(Choice(task_texts.next_page(talk.tr), f"{data}{at + 1}"))
    return found[at * PAGE : (at + 1) * PAGE], (tuple(turning),) if turning else ()


async def _alike(talk: Talk, found: Sequence[AgencyNow]) -> list[tuple[Agency, Agency]]:
    apart = await told_apart(talk.session, talk.committee.id)
    return look_alikes([one.agency for one in found], apart)


async def offer_merges(talk: Talk) -> tuple[tuple[str, ...], tuple[tuple[Choice, ...], ...]]:
    """A line and a button where names of the directory look alike, for what follows an import."""
    if not _is_office(talk):
        return (), ()
    alike = await _alike(talk, await directory(talk.session, talk.committee.id))
    if not alike:
        return (), ()
    button = Choice(texts.button_alike(talk.tr, len(alike)), "alike:")
    return (texts.alike_line(talk.tr, len(alike)),), ((button,),)


async def _agency(talk: Talk, argument: str) -> Agency | None:
    """The agency of a button; None where it is not this committee's, or was merged since."""
    return await talk.session.scalar(
        select(Agency).where(
            Agency.committee_id == talk.committee.id,
            Agency.id == (read_id(argument) or 0),
            Agency.merged_at.is_(None),
        )
    )


async def on_agency(talk: Talk, argument: str) -> Outgoing:
    """An agency's card; `argument` is its id."""
    if not _is_office(talk):
        return Outgoing((office.not_for_your_role(talk.tr),))
    agency = await _agency(talk, argument)
    if agency is None:
        return Outgoing((common.old_button(talk.tr),))
    return await _card(talk, agency)


async def _card(talk: Talk, agency: Agency) -> Outgoing:
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


async def on_merge_with(talk: Talk, argument: str) -> Outgoing:
    """Which agency to merge one into: "agency:page"."""
    if not _is_office(talk):
        return Outgoing((office.not_for_your_role(talk.tr),))
    agency_id, _, page = argument.partition(":")
    one = await _agency(talk, agency_id)
    if one is None:
        return Outgoing((common.old_button(talk.tr),))
    others = [
        other
        for other in await directory(talk.session, talk.committee.id)
        if other.agency.id != one.id and (other.agency.collective or not one.collective)
    ]
    shown, turning = _turned(talk, others, page, f"mergewith:{one.id}:")
    rows = [(_button(other.agency, f"mergeask:{one.id}:{other.agency.id}"),) for other in shown]
    return Outgoing((texts.choose_target(talk.tr, one.name),), (*rows, *turning))


async def on_merge_ask(talk: Talk, argument: str) -> Outgoing:
    """What a merge would move: "agency:into"."""
    one, into = await _pair(talk, argument)
    if one is None or into is None:
        return Outgoing((common.old_button(talk.tr),))
    return await _ask_merge(talk, one, into)


async def _pair(talk: Talk, argument: str) -> tuple[Agency | None, Agency | None]:
    one, _, other = argument.partition(":")
    return await _agency(talk, one), await _agency(talk, other)


async def _ask_merge(talk: Talk, one: Agency, into: Agency) -> Outgoing:
    if not _is_office(talk):
        return Outgoing((office.not_for_your_role(talk.tr),))
    found = {now.agency.id: now for now in await directory(talk.session, talk.committee.id)}
    moves = found[one.id]
    question = texts.ask_merge(
        talk.tr,
        one=one.name,
        into=into.name,
        tasks=moves.leads + moves.helps,
        indicators=moves.indicators,
        people=moves.people,
    )
    return Outgoing(
        (question,), ((Choice(texts.button_merge(talk.tr), f"merge:{one.id}:{into.id}"),),)
    )


async def on_merge(talk: Talk, argument: str) -> Outgoing:
    """Merge one agency into another: "agency:into"."""
    one, into = await _pair(talk, argument)
    if one is None or into is None:
        return Outgoing((common.old_button(talk.tr),))
    name = one.name
    try:
        merge = await merge_agencies(
            talk.session, one, into, by=talk.person, standing=talk.standing, now=talk.now
        )
    except RefusalError as refusal:
        return _refused(talk, refusal)
    undo = Choice(texts.button_unmerge(talk.tr, cut(name, BUTTON)), f"unmerge:{merge.id}")
    _, more = await offer_merges(talk)
    return Outgoing((texts.merged(talk.tr, one=name, into=into.name),), ((undo,), *more))


async def on_unmerge(talk: Talk, argument: str) -> Outgoing:
    """Take a merge back; `argument` is its id."""
    merge = await talk.session.scalar(
        select(AgencyMerge).where(
            AgencyMerge.committee_id == talk.committee.id,
            AgencyMerge.id == (read_id(argument) or 0),
        )
    )
    if merge is None:
        return Outgoing((common.old_button(talk.tr),))
    try:
        back = await undo_merge(
            talk.session, merge, by=talk.person, standing=talk.standing, now=talk.now
        )
    except RefusalError as refusal:
        return _refused(talk, refusal)
    other = await talk.session.get_one(Agency, merge.into_id)
    return Outgoing((texts.parted(talk.tr, one=back.name, other=other.name),))


async def on_alike(talk: Talk, argument: str = "") -> Outgoing:
    """The next pair of names that may be one agency."""
    if not _is_office(talk):
        return Outgoing((office.not_for_your_role(talk.tr),))
    found = await directory(talk.session, talk.committee.id)
    alike = await _alike(talk, found)
    if not alike:
        return await on_agencies(talk)
    one, other = alike[0]
    question = texts.alike(talk.tr, one=one.name, other=other.name, left=len(alike) - 1)
    rows = [
        (Choice(texts.button_keep(talk.tr, cut(keep.name, BUTTON)), f"merge:{drop.id}:{keep.id}"),)
        for keep, drop in ((one, other), (other, one))
    ]
    rows.append((Choice(texts.button_apart(talk.tr), f"apart:{one.id}:{other.id}"),))
    return Outgoing((question,), tuple(rows))


async def on_apart(talk: Talk, argument: str) -> Outgoing:
    """Two agencies of similar names are two: "one:other"."""
    one, other = await _pair(talk, argument)
    if one is None or other is None:
        return Outgoing((common.old_button(talk.tr),))
    try:
        await tell_apart(talk.session, one, other, standing=talk.standing)
    except RefusalError as refusal:
        return _refused(talk, refusal)
    _, more = await offer_merges(talk)
    return Outgoing((texts.told_apart(talk.tr, one=one.name, other=other.name),), more)


async def on_rename(talk: Talk, argument: str) -> Outgoing:
    """Ask for an agency's new name; what is typed next is it."""
    if not _is_office(talk):
        return Outgoing((office.not_for_your_role(talk.tr),))
    agency = await _agency(talk, argument)
    if agency is None:
        return Outgoing((common.old_button(talk.tr),))
    talk.remember(renaming=agency.id)
    return Outgoing((texts.ask_name(talk.tr, agency.name),))


async def _rename(talk: Talk, agency: Agency, name: str) -> Outgoing:
    before = agency.name
    try:
        after = await rename_agency(talk.session, agency, name, standing=talk.standing)
    except RefusalError as refusal:
        return _refused(talk, refusal)
    return Outgoing((texts.renamed(talk.tr, before=before, name=after),))


async def on_members(talk: Talk, argument: str) -> Outgoing:
    """Whom a collective name means: "agency:page"."""
    if not _is_office(talk):
        return Outgoing((office.not_for_your_role(talk.tr),))
    agency_id, _, page = argument.partition(":")
    company = await _agency(talk, agency_id)
    if company is None or not company.collective:
        return Outgoing((common.old_button(talk.tr),))
    return await _members(talk, company, page)


async def _members(talk: Talk, company: Agency, page: str) -> Outgoing:
    found = await directory(talk.session, talk.committee.id)
    members = next(one.members for one in found if one.agency.id == company.id)
    single = [one for one in found if not one.agency.collective]
    shown, turning = _turned(talk, single, page, f"members:{company.id}:")
    rows = []
    for one in shown:
        belongs = one.agency.id in members
        mark = "✓ " if belongs else ""
        data = f"member:{company.id}:{one.agency.id}:{int(not belongs)}:{read_id(page) or 0}"
        rows.append((Choice(f"{mark}{cut(one.agency.name, BUTTON)}", data),))
    names = tuple(one.agency.name for one in single if one.agency.id in members)
    blocks = (texts.choose_members(talk.tr, company.name), texts.members_line(talk.tr, names))
    return Outgoing(blocks, (*rows, *turning))


async def on_member(talk: Talk, argument: str) -> Outgoing:
    """Add an agency to a company, or take it out: "company:agency:1:page"."""
    company_id, _, rest = argument.partition(":")
    agency_id, _, rest = rest.partition(":")
    belongs, _, page = rest.partition(":")
    company, agency = await _pair(talk, f"{company_id}:{agency_id}")
    if company is None or agency is None or belongs not in ("0", "1"):
        return Outgoing((common.old_button(talk.tr),))
    try:
        await set_member(
            talk.session, company, agency, belongs=belongs == "1", standing=talk.standing
        )
    except RefusalError as refusal:
        return _refused(talk, refusal)
    return await _members(talk, company, page)


async def on_agency_words(talk: Talk) -> Outgoing | None:
    """ "Gộp ... vào ...", "đổi tên ... thành ...", and the answer to "called what"."""
    renaming = talk.recall("renaming")
    talk.remember(renaming=None)
    if not _is_office(talk):
        return None
    text = clean(talk.incoming.text)
    if found := _parts(MERGE, text):
        one, into = await _named(talk, found[0]), await _named(talk, found[1])
        if one is None and into is None:
            return None  # "nhập số liệu CT5 vào 62%"
        for agency, name in ((one, found[0]), (into, found[1])):
            if agency is None:
                return Outgoing((texts.no_such_agency(talk.tr, cut(name, BUTTON)),))
        if one is not None and into is not None:
            return await _ask_merge(talk, one, into) if one.id != into.id else _same(talk)
    if found := _parts(RENAME, text):
        agency = await _named(talk, found[0])
        if agency is None:
            return Outgoing((texts.no_such_agency(talk.tr, cut(found[0], BUTTON)),))
        return await _rename(talk, agency, found[1])
    if renaming is None or not text or talk.incoming.reply_to:
        return None
    agency = await _agency(talk, str(renaming))
    return await _rename(talk, agency, text) if agency else None


def _same(talk: Talk) -> Outgoing:
    return Outgoing((texts.cannot_merge(talk.tr, ""),))


def _parts(pattern: Pattern, text: str) -> tuple[str, str] | None:
    found = pattern.fullmatch(text.lower())
    if found is None:
        return None
    named = [text[found.start(at) : found.end(at)].strip(" \"'“”") for at in (1, 2)]
    return named[0], named[1]


async def _named(talk: Talk, name: str) -> Agency | None:
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
