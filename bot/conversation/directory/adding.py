"""An agency more in the directory, in words: "thêm cơ quan Trạm Y tế"; and taken out again."""

from dataclasses import replace

from bot.conversation.directory.agencies import (
    agency_card,
    agency_pressed,
    is_office,
    named,
    refused,
)
from bot.conversation.listening.letters import vn
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts import agencies as texts
from db.models import Agency
from db.queries.agencies import directory
from plans.agencies.alike import similar_names
from plans.words import clean, cut
from tasks.agencies import add_agency, remove_agency
from tasks.errors import AgencyInUseError, NameTakenError, NotYourRoleError

ASKING = r"^(?:(?:đề nghị|xin|nhờ|hãy|cho|giúp|tôi|em|please)[ ,]+)*"
KIND = r"(?:cơ quan|đơn vị|agency)"
ADDED = vn(
    rf"{ASKING}(?:thêm|bổ sung|tạo|add)(?: (?:một|mới|vào danh bạ|an?|new|the))*"
    rf" {KIND}(?: (?:mới|là))*[ :]+(.+?)(?: (?:vào|to)(?: the)? (?:danh bạ|danh sách|directory))?$"
)
""" "Thêm cơ quan Trạm Y tế"."""
TAKEN_OUT = vn(
    rf"{ASKING}(?:xóa|bỏ|gỡ|rút|remove|delete)(?: the)? {KIND}[ :]+(.+?)"
    r"(?: (?:khỏi|ra khỏi|from)(?: the)? (?:danh bạ|danh sách|directory))?$"
    rf"|{ASKING}(?:xóa|bỏ|gỡ|rút|remove|delete) (.+?)"
    r" (?:khỏi|ra khỏi|from)(?: the)? (?:danh bạ|directory)$"
)
OF_TASK = vn(r"\b(?:phối hợp|chủ trì|việc|nhiệm vụ|task)\b|\d")
""" "Thêm cơ quan phối hợp việc 18" is of a task, and no agency's name."""
LONGEST = 100
"""Of a name that is typed, in characters."""


async def on_words(talk: Talk) -> Outgoing | None:
    """An agency added, or taken out; None where neither is said.

    Raises `NotYourRoleError` for anybody but the standing office.
    """
    typed = clean(talk.incoming.text).rstrip(" .!")
    if talk.incoming.reply_to or len(typed) > 2 * LONGEST:
        return None
    added, out = ADDED.fullmatch(typed.lower()), TAKEN_OUT.fullmatch(typed.lower())
    found = added or out
    if found is None:
        return None
    start, end = found.span(found.lastindex or 1)
    name = typed[start:end].strip(" \"'“”")
    if not name or OF_TASK.search(name.lower()):
        return None
    if not is_office(talk):
        raise NotYourRoleError
    return await _add(talk, name) if added else await _take_out_named(talk, name)


async def _add(talk: Talk, name: str) -> Outgoing:
    tr = talk.tr
    known = await directory(talk.session, talk.committee.id)
    try:
        agency = await add_agency(
            talk.session, talk.committee.id, cut(name, LONGEST), standing=talk.standing
        )
    except NameTakenError as refusal:
        there = await named(talk, refusal.agency)
        if there is None:
            return refused(talk, refusal)
        card = await agency_card(talk, there)
        return replace(card, blocks=(texts.there_already(tr, there.name), *card.blocks[1:]))
    alike = [one.agency for one in known if similar_names(one.agency.name, agency.name)]
    lines = [texts.added(tr, agency.name)]
    rows: list[tuple[Choice, ...]] = [
        (
            Choice(texts.button_people(tr), f"staffof:{agency.id}"),
            Choice(texts.button_take_out(tr), f"takeout:{agency.id}"),
        )
    ]
    if alike:
        lines.append(texts.looks_like(tr, name=alike[0].name))
        merge = Choice(texts.button_merge(tr), f"mergeask:{agency.id}:{alike[0].id}")
        rows.insert(0, (merge,))
    return Outgoing((*lines, texts.added_next(tr, agency.name)), tuple(rows))


async def _take_out_named(talk: Talk, name: str) -> Outgoing:
    agency = await named(talk, name)
    if agency is None:
        return Outgoing((texts.no_such_agency(talk.tr, cut(name, LONGEST)),))
    return await _take_out(talk, agency)


async def on_take_out(talk: Talk, argument: str) -> Outgoing:
    """ "Bỏ khỏi danh bạ" under an agency that was added; `argument` is its id."""
    return await _take_out(talk, await agency_pressed(talk, argument))


async def _take_out(talk: Talk, agency: Agency) -> Outgoing:
    """Gone where nothing belongs to it; else its card, with what can be done instead."""
    name = agency.name
    try:
        await remove_agency(talk.session, agency, standing=talk.standing)
    except AgencyInUseError:
        card = await agency_card(talk, agency)
        return replace(card, blocks=(texts.in_use(talk.tr, name), *card.blocks))
    return Outgoing((texts.taken_out(talk.tr, name),))
