"""Extensions granted or refused."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.talk import Talk, read_id
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts import common, office
from db.models import Extension, Occurrence
from tasks.changes import decide_extension
from tasks.errors import AlreadyDecidedError, NotYourRoleError


async def on_grant(talk: Talk, argument: str) -> Outgoing:
    """ "Đồng ý" under an extension asked for."""
    return await _decide(talk, argument, granted=True)


async def on_refuse(talk: Talk, argument: str) -> Outgoing:
    """ "Không đồng ý"."""
    return await _decide(talk, argument, granted=False)


async def _decide(talk: Talk, argument: str, *, granted: bool) -> Outgoing:
    extension = await talk.session.scalar(
        select(Extension)
        .where(
            Extension.committee_id == talk.committee.id,
            Extension.id == (read_id(argument) or 0),
        )
        .options(
            joinedload(Extension.occurrence).joinedload(Occurrence.task),
            joinedload(Extension.asker),
        )
        .with_for_update(of=Extension)
    )
    if extension is None:
        return Outgoing((common.old_button(talk.tr),))
    try:
        await decide_extension(
            talk.session,
            extension,
            granted=granted,
            by=talk.person,
            standing=talk.standing,
            now=talk.now,
            today=talk.today,
        )
    except NotYourRoleError:
        return Outgoing((office.not_for_your_role(talk.tr),))
    except AlreadyDecidedError:
        return Outgoing((office.decided_before(talk.tr),))
    if extension.asked_by != talk.person.id:
        await talk.tell(
            extension.asker, _decided(talk.words_for(extension.asker), extension, granted)
        )
    return _decided(talk.tr, extension, granted)


def _decided(tr: Translator, extension: Extension, granted: bool) -> Outgoing:
    """The decision, with the day that now holds: another wish may have been granted before."""
    task = extension.occurrence.task
    due = extension.occurrence.due or extension.due_before
    text = office.extension_decided(
        tr,
        granted=granted,
        task=office.named(task.number, task.content),
        until=due,
        due=due,
    )
    return Outgoing((text,), about=(task.id,))
