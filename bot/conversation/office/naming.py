"""An agency's head gives a task to one of its officers: "giao #12 cho anh Sơn", or by choices."""

from collections.abc import Sequence

from bot.conversation.names.people import called, is_called, without_title
from bot.conversation.office.naming_words import read_given
from bot.conversation.office.officers import officers
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import find_numbered, task_numbered, task_pressed
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import deciding
from bot.texts.office import naming as texts
from db.enums import Part, Role
from db.models import Membership, Person
from db.queries.tasks import TaskNow
from plans.words import clean, cut, letters
from tasks.errors import NotYourRoleError
from tasks.naming import name_officer
from tasks.rules import may_name_officer

WORDS = 300
"""Longest words of a head's passed on, in characters."""


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Giao #12 cho anh Sơn"; a name that is none or several of the officers' is asked about."""
    given = read_given(talk.incoming.text, heads=talk.standing.has(Role.HEAD))
    if given is None:
        return None
    if not given.plain and await find_numbered(talk, given.numbers[0]) is None:
        return None
    tasks = [await task_numbered(talk, number) for number in given.numbers]
    agency_ids = [_headed(talk, task) for task in tasks]
    agency_id = agency_ids[0]
    if agency_id is None or set(agency_ids) != {agency_id}:
        if not given.plain:
            return None
        raise NotYourRoleError(Role.HEAD)
    if given.whom is None:
        return await _name(talk, tasks, agency_id, None)
    theirs = await officers(talk, [agency_id])
    meant = [one for one in theirs if is_called(one.person, letters(given.whom))]
    if len(meant) == 1:
        officer = meant[0].person
        says_more = given.says_more or _says_more(given.whom, officer)
        words = (talk.typed or talk.incoming.text) if says_more else None
        return await _name(talk, tasks, agency_id, officer, words)
    return _ask(talk, tasks[0], theirs, unknown=not meant) if given.plain else None


def _says_more(whom: str, officer: Person) -> bool:
    """Whether more is said than whom: "cho chị Hoa, hạn nội bộ 25/12"."""
    return bool(set(letters(without_title(whom)).split()) - {*called(officer)})


def _headed(talk: Talk, now_task: TaskNow) -> int | None:
    """The lead agency of the task that this person heads."""
    leads = now_task.agency_ids(Part.LEAD)
    return next((one for one in leads if may_name_officer(talk.standing, one)), None)


def _ask(
    talk: Talk, now_task: TaskNow, among: list[Membership], *, unknown: bool = False
) -> Outgoing:
    """Which officer; `unknown` says that nobody here has the name that was typed."""
    task = now_task.task
    rows = [(Choice(one.person.name, f"named:{task.id}:{one.person_id}"),) for one in among]
    rows.append((Choice(texts.button_all_officers(talk.tr), f"named:{task.id}:0"),))
    question = texts.which_officer(talk.tr, task=deciding.named(task.number, task.content))
    blocks = (texts.no_such_officer(talk.tr), question) if unknown else (question,)
    return Outgoing(blocks, tuple(rows), about=(task.id,))


async def officers_named(talk: Talk, now_task: TaskNow) -> tuple[tuple[Choice, ...], ...]:
    """What gives a head's task to the officers whom the words name, a row each: they may be an
    order that nobody understood."""
    agency_id = _headed(talk, now_task)
    if agency_id is None:
        return ()
    words = letters(talk.incoming.text)
    people = [one.person for one in await officers(talk, [agency_id])]
    return tuple(
        (
            Choice(
                texts.button_give(talk.tr, name=one.name, number=now_task.task.number),
                f"named:{now_task.task.id}:{one.id}",
            ),
        )
        for one in people
        if is_called(one, words) and one.id != talk.person.id
    )


async def on_named(talk: Talk, argument: str) -> Outgoing:
    """ "task" asks who, "task:person" names one of the officers, 0 gives it back to all."""
    first, _, second = argument.partition(":")
    now_task = await task_pressed(talk, first)
    agency_id = _headed(talk, now_task)
    if agency_id is None:
        raise NotYourRoleError(Role.HEAD)
    theirs = await officers(talk, [agency_id])
    if not second:
        return _ask(talk, now_task, theirs)
    person_id = read_id(second)
    if person_id == 0:
        return await _name(talk, [now_task], agency_id, None)
    meant = next((one.person for one in theirs if one.person_id == person_id), None)
    if meant is None:
        raise StaleButtonError
    return await _name(talk, [now_task], agency_id, meant)


async def _name(
    talk: Talk,
    tasks: Sequence[TaskNow],
    agency_id: int,
    officer: Person | None,
    words: str | None = None,
) -> Outgoing:
    """The tasks given to one officer, or to all again; said in one message to each.

    `words` of the head that say more than who are passed on to the officer.
    """
    for now_task in tasks:
        await name_officer(
            talk.session,
            talk.committee.id,
            now_task.task.id,
            agency_id,
            officer_id=officer.id if officer else None,
            by=talk.actor,
        )
    named = ", ".join(deciding.named(one.task.number, one.task.content) for one in tasks)
    about = tuple(one.task.id for one in tasks)
    if officer is None:
        return Outgoing((texts.officer_unnamed(talk.tr, task=named),), about=about)
    if officer.id != talk.person.id:
        tr = talk.words_for(officer)
        told = [texts.you_have(tr, who=talk.person.name, task=named), *_quoted(tr, words)]
        await talk.tell(officer, Outgoing(tuple(told), about=about))
    text = texts.officer_named(talk.tr, task=named, name=officer.name)
    return Outgoing((text, *_quoted(talk.tr, words)), about=about)


def _quoted(tr: Translator, words: str | None) -> list[str]:
    return [texts.in_words(tr, words=cut(clean(words), WORDS))] if words else []
