"""Another name of an agency, said in words: "Phòng VHXH là Phòng Văn hóa - Xã hội"."""

import re

from sqlalchemy import select

from bot.conversation.directory.agencies import (
    BUTTON,
    is_office,
    named,
    refused,
    two_names,
)
from bot.conversation.directory.merging import ask_merge
from bot.conversation.listening.letters import vn
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import agencies as texts
from db.models import Agency, AgencyAlias
from plans.agencies.heads import HEADS
from plans.agencies.keys import agency_key
from plans.agencies.store import agencies_by_key
from plans.words import clean, cut, fold
from tasks.agencies import add_alias, drop_alias
from tasks.errors import RefusalError

MEANS = vn(
    r"(.{2,80}?)(?: (?:cũng |chính |tức |nghĩa )?là(?: tên gọi khác của| viết tắt của)?"
    r"| viết tắt của| ?=| is(?: short for| the same as)?| means| stands for) (.{2,120}?)[.!]?"
)
CALLED_TOO = vn(
    r"(?:thêm|ghi|đặt) tên(?: gọi)?(?: khác| viết tắt| tắt)? (.{2,80}?)"
    r" (?:cho|của) (.{2,120}?)[.!]?"
)
""" "Thêm tên gọi CAX cho Công an xã"."""
OTHER_WORK = re.compile(r"\d|\b(?:chu tri|phoi hop|phu trach|dau moi|thuc hien|bao cao|nao)\b")
"""What says something of an agency ("phòng chủ trì là ..."), over folded text."""
MEANS_NOT = vn(r"(.{2,80}?) (?:không phải(?: là)?|is not|does not mean) (.{2,120}?)[.!]?")


async def on_words(talk: Talk) -> Outgoing | None:
    """One name said to mean, or not to mean, an agency of the directory."""
    text = clean(talk.incoming.text)
    if not is_office(talk) or talk.incoming.reply_to:
        return None
    if (found := two_names(MEANS_NOT, text)) and _is_name(found[0]):
        return await _part(talk, *found)
    if (found := two_names(CALLED_TOO, text)) and (taken := await _take(talk, *found)):
        return taken
    if (found := two_names(MEANS, text)) and _is_name(found[0]):
        return await _take(talk, *found)
    return None


def _is_name(words: str) -> bool:
    """Whether words could be an agency's: they begin as one's do, or are initials."""
    begins = HEADS.match(fold(words)) is not None and not OTHER_WORK.search(fold(words))
    return begins or (words.isupper() and words.isalpha())


async def _take(talk: Talk, name: str, meant: str) -> Outgoing | None:
    agency = await named(talk, meant)
    if agency is None:
        return None
    other = (await agencies_by_key(talk.session, talk.committee.id)).get(agency_key(name))
    if other is not None and other.id != agency.id:
        return await ask_merge(talk, other, agency)
    try:
        alias = await add_alias(talk.session, agency, name, standing=talk.standing)
    except RefusalError as refusal:
        return refused(talk, refusal)
    if alias is None:
        return Outgoing((texts.alias_known(talk.tr, name=name, agency=agency.name),))
    undo = Choice(texts.button_drop_alias(talk.tr, cut(alias.name, BUTTON)), f"unalias:{alias.id}")
    return Outgoing((texts.alias_kept(talk.tr, name=alias.name, agency=agency.name),), ((undo,),))


async def _part(talk: Talk, name: str, meant: str) -> Outgoing | None:
    agency = await named(talk, meant)
    alias = await talk.session.scalar(
        select(AgencyAlias).where(
            AgencyAlias.committee_id == talk.committee.id,
            AgencyAlias.key == agency_key(name),
            AgencyAlias.agency_id == (agency.id if agency else 0),
        )
    )
    return await _drop(talk, alias) if alias else None


async def on_unalias(talk: Talk, argument: str) -> Outgoing:
    """Take another name away again; `argument` is the alias's id."""
    alias = await talk.session.scalar(
        select(AgencyAlias).where(
            AgencyAlias.committee_id == talk.committee.id,
            AgencyAlias.id == (read_id(argument) or 0),
        )
    )
    if alias is None:
        raise StaleButtonError
    return await _drop(talk, alias)


async def _drop(talk: Talk, alias: AgencyAlias) -> Outgoing:
    agency = await talk.session.get_one(Agency, alias.agency_id)
    name = alias.name
    await drop_alias(talk.session, alias, standing=talk.standing)
    return Outgoing((texts.alias_dropped(talk.tr, name=name, agency=agency.name),))
