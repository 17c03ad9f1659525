"""The buttons of readings: report one, confirm a doubted one, take one back, judge one in words."""

from datetime import date

from sqlalchemy import select

from bot.conversation.pressed import StaleButtonError
from bot.conversation.reporting.indicators import indicator_of_button
from bot.conversation.reporting.readings import Heard, record
from bot.conversation.talk import Talk, read_id
from bot.ports import Outgoing
from bot.texts.reporting import indicators as texts
from db.enums import Part
from db.models import Reading
from reports.indicator_words import code
from reports.load_indicators import facts_of
from tasks.errors import AlreadyDecidedError, NothingToUndoError, NotYourIndicatorError
from tasks.indicators import Reported, judge_reading, may_read_off, undo_reading


async def on_reading(talk: Talk, argument: str) -> Outgoing:
    """ "Báo số liệu" on a card: what is typed next is the reading; `argument` is its id."""
    one = await indicator_of_button(talk, argument)
    if one is None:
        raise StaleButtonError
    if not may_read_off(talk.standing, one.agency_ids(Part.LEAD)):
        leads = ", ".join(one.agency_names(Part.LEAD))
        return Outgoing((texts.not_yours(talk.tr, number=one.number, leads=leads),))
    row = facts_of(one)
    talk.remember(reading=one.indicator.id)
    question = texts.ask_reading(talk.tr, number=one.number, unit=row.measure, words=row.in_words)
    return Outgoing((question,), indicator=one.indicator.id)


async def on_right(talk: Talk, argument: str) -> Outgoing:
    """The figure that was asked about is right after all."""
    kept = talk.recall("doubted")
    if not kept or str(kept["question"]) != argument:
        raise StaleButtonError
    one = await indicator_of_button(talk, str(kept["indicator"]))
    if one is None:
        raise StaleButtonError
    talk.remember(doubted=None)
    heard = Heard()
    reported = Reported(kept["words"], date.fromisoformat(kept["as_of"]), kept["value"])
    try:
        await record(talk, one, reported, heard)
    except NotYourIndicatorError as refusal:
        leads = ", ".join(refusal.leads)
        return Outgoing((texts.not_yours(talk.tr, number=one.number, leads=leads),))
    return heard.outgoing(talk)


async def on_unread(talk: Talk, argument: str) -> Outgoing:
    """Take back all readings of one's own that were reported together with this one (its id)."""
    first = await talk.session.get(Reading, read_id(argument) or 0)
    if first is None or (first.committee_id, first.person_id) != (
        talk.committee.id,
        talk.person.id,
    ):
        return Outgoing((texts.nothing_to_undo(talk.tr),))
    together = await talk.session.scalars(
        select(Reading.id)
        .where(
            Reading.committee_id == talk.committee.id,
            Reading.person_id == talk.person.id,
            Reading.reported_at == first.reported_at,
            Reading.undoes_id.is_(None),
        )
        .order_by(Reading.id)
    )
    codes, about = [], None
    for reading_id in together.all():
        try:
            undone = await undo_reading(
                talk.session, talk.committee.id, reading_id, by=talk.person, now=talk.now
            )
        except NothingToUndoError:
            continue
        codes.append(code(undone.number or 0))
        about = undone.id
    if not codes:
        return Outgoing((texts.nothing_to_undo(talk.tr),))
    return Outgoing((texts.undone(talk.tr, ", ".join(codes)),), indicator=about)


async def undo_last(talk: Talk, indicator_id: int) -> Outgoing:
    """ "Báo nhầm" after a reading of this indicator."""
    one = await indicator_of_button(talk, str(indicator_id))
    if one is None or not one.readings:
        return Outgoing((texts.nothing_to_undo(talk.tr),))
    return await on_unread(talk, str(one.readings[-1].id))


async def on_reached(talk: Talk, argument: str) -> Outgoing:
    """The standing office says whether a target in words is met: "indicator:reading:1"."""
    indicator_id, _, rest = argument.partition(":")
    reading_id, _, reached = rest.partition(":")
    one = await indicator_of_button(talk, indicator_id)
    if one is None or reached not in ("0", "1"):
        raise StaleButtonError
    try:
        await judge_reading(
            talk.session, one, read_id(reading_id) or 0, reached=reached == "1", by=talk.actor
        )
    except AlreadyDecidedError:
        raise StaleButtonError from None
    return Outgoing(
        (texts.judged(talk.tr, number=one.number, reached=reached == "1"),),
        indicator=one.indicator.id,
    )
