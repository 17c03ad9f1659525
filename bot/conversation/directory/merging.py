"""Two names of the directory that are one agency: merged, and parted again, by the office."""

from sqlalchemy import select

from bot.conversation.directory.agencies import (
    BUTTON,
    agency_button,
    agency_gone,
    agency_pressed,
    alike_pairs,
    is_office,
    named,
    offer_merges,
    on_agencies,
    pair_of_button,
    refused,
    turned,
    two_names,
)
from bot.conversation.listening.letters import vn
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import agencies as texts
from db.models import Agency, AgencyMerge
from db.queries.agencies import directory
from plans.agencies.keys import agency_key
from plans.words import clean, cut
from tasks.agencies import tell_apart
from tasks.errors import NotYourRoleError, RefusalError
from tasks.merging import merge_agencies, undo_merge

MERGE = vn(r"(?:đề nghị |xin )?(?:gộp|nhập) (?:cơ quan )?(.+?) (?:vào|với) (.+?)[.!]?")

PART = vn(
    r"(?:đề nghị |xin )?(?:tách|bỏ gộp|hủy gộp)(?: lại| riêng)?(?: cơ quan)? (.+?)"
    r"(?: (?:ra )?(?:khỏi|với) .+?)?(?: (?:ra|lại|riêng))*[.!]?"
)


async def on_merge_with(talk: Talk, argument: str) -> Outgoing:
    """Which agency to merge one into: "agency:page"."""
    agency_id, _, page = argument.partition(":")
    one = await agency_pressed(talk, agency_id)
    others = [
        other
        for other in await directory(talk.session, talk.committee.id)
        if other.agency.id != one.id and (other.agency.collective or not one.collective)
    ]
    shown, turns = turned(talk, others, page, f"mergewith:{one.id}")
    rows = [
        (agency_button(other.agency, f"mergeask:{one.id}:{other.agency.id}"),) for other in shown
    ]
    return Outgoing((texts.choose_target(talk.tr, one.name),), (*rows, *turns))


async def on_merge_ask(talk: Talk, argument: str) -> Outgoing:
    """What a merge would move: "agency:into"."""
    one, into = await pair_of_button(talk, argument)
    if one is None or into is None:
        raise await agency_gone(talk, argument.partition(":")[0])
    return await ask_merge(talk, one, into)


async def ask_merge(talk: Talk, one: Agency, into: Agency) -> Outgoing:
    """Ask before one agency is merged into another, with what would move."""
    if not is_office(talk):
        raise NotYourRoleError
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
    one, into = await pair_of_button(talk, argument)
    if one is None or into is None:
        raise await agency_gone(talk, argument.partition(":")[0])
    name = one.name
    try:
        merge = await merge_agencies(talk.session, one, into, by=talk.actor)
    except RefusalError as refusal:
        return refused(talk, refusal)
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
        raise StaleButtonError
    try:
        back = await undo_merge(talk.session, merge, by=talk.actor)
    except RefusalError as refusal:
        return refused(talk, refusal)
    other = await talk.session.get_one(Agency, merge.into_id)
    return Outgoing((texts.parted(talk.tr, one=back.name, other=other.name),))


async def on_alike(talk: Talk, argument: str = "") -> Outgoing:
    """The next pair of names that may be one agency."""
    if not is_office(talk):
        raise NotYourRoleError
    found = await directory(talk.session, talk.committee.id)
    alike = await alike_pairs(talk, found)
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
    one, other = await pair_of_button(talk, argument)
    if one is None or other is None:
        raise StaleButtonError
    try:
        await tell_apart(talk.session, one, other, standing=talk.standing)
    except RefusalError as refusal:
        return refused(talk, refusal)
    _, more = await offer_merges(talk)
    return Outgoing((texts.told_apart(talk.tr, one=one.name, other=other.name),), more)


async def _merge_undone_by(talk: Talk, text: str) -> Outgoing | None:
    """ "Tách lại ...": the last merge of the agency of that name is taken back."""
    found = PART.fullmatch(text.lower())
    if found is None:
        return None
    key = agency_key(text[found.start(1) : found.end(1)])
    query = (
        select(AgencyMerge.id, Agency.name)
        .join(
            Agency,
            (Agency.committee_id == AgencyMerge.committee_id)
            & (Agency.id == AgencyMerge.agency_id),
        )
        .where(AgencyMerge.committee_id == talk.committee.id, AgencyMerge.undone_at.is_(None))
        .order_by(AgencyMerge.id.desc())
    )
    merged = await talk.session.execute(query)
    of_name = (row.id for row in merged if agency_key(row.name) == key)
    merge_id = next(of_name, None)
    return None if merge_id is None else await on_unmerge(talk, str(merge_id))


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Gộp ... vào ...", "tách lại ..."."""
    text = clean(talk.incoming.text)
    if not is_office(talk):
        return None
    if parted := await _merge_undone_by(talk, text):
        return parted
    found = two_names(MERGE, text)
    if found is None:
        return None
    one, into = await named(talk, found[0]), await named(talk, found[1])
    if one is None and into is None:
        return None  # "nhập số liệu CT5 vào 62%"
    talk.remember(renaming=None)
    for agency, name in ((one, found[0]), (into, found[1])):
        if agency is None:
            return Outgoing((texts.no_such_agency(talk.tr, cut(name, BUTTON)),))
    if one is None or into is None or one.id == into.id:
        return Outgoing((texts.cannot_merge(talk.tr, ""),))
    return await ask_merge(talk, one, into)
