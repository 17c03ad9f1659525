"""What a group may see: what somebody in its role would see, whoever asks there."""

from dataclasses import replace

from bot.conversation.groups.call import Call
from bot.conversation.names.agencies import known_agencies
from bot.conversation.names.agency_of_person import with_agencies
from bot.conversation.questions import rollup
from bot.conversation.questions.answers import answer_inquiry
from bot.conversation.questions.following import followed, keep
from bot.conversation.questions.inquiries import Inquiry, read_inquiry
from bot.conversation.questions.inquiry_words import About
from bot.conversation.questions.looking import plan_names
from bot.conversation.questions.scopes import Scope, read_scope
from bot.conversation.reporting import indicators as indicator_lists
from bot.conversation.talk import Talk
from bot.conversation.tasks import cards, lists
from bot.conversation.tasks.found import find_numbered
from bot.ports import Outgoing
from bot.texts import groups as texts
from bot.texts.reporting import said_back
from db.enums import Role
from db.models import GroupBinding, Membership, Person
from db.queries.tasks import TaskNow
from tasks.rules import may_sum_up

FIGURES = (
    *(About.OVERDUE, About.BLOCKED, About.SILENT, About.DUE, About.DONE, About.OPEN),
    *(About.STANDING, About.NEWS, About.UNASSIGNED, About.COMPARED),
    *(About.NO_DAY, About.AWAITING, About.RANKED, About.DONE_LATE, About.GIVEN),
    About.NOT_STARTED,
)
"""Questions of tasks alone. All others name people and what is expected of them, or belong to the
whole committee: not for a group."""


def view(call: Call, binding: GroupBinding) -> Talk:
    """The group as somebody who looks: a member of the committee, or an officer of the agency.

    Nobody of the database, so that nothing can be done in this role: it is for reading alone.
    """
    role = Role.MEMBER if binding.agency_id is None else Role.OFFICER
    held = Membership(
        committee_id=binding.committee_id,
        role=role,
        agency_id=binding.agency_id,
        agency=binding.agency,
    )
    looks = Person(name=binding.title, locale=binding.binder.locale, memberships=[held])
    return Talk(
        call.session,
        call.incoming,
        call.chat,
        looks,
        binding.committee,
        call.tr,
        call.now,
        call.default_locale,
        call.bot_name,
    )


async def on_help(talk: Talk, binding: GroupBinding, argument: str = "") -> Outgoing:
    """/trogiup: what one can do in this group."""
    agency = binding.agency.name if binding.agency else None
    return Outgoing(texts.help_lines(talk.tr, agency=agency, bot=talk.bot_name))


async def summary(talk: Talk, binding: GroupBinding, argument: str = "") -> Outgoing:
    """/tonghop: the whole committee's roll-up, or that of the group's agency."""
    if binding.agency_id is None:
        return await rollup.on_roll_up(talk, argument)
    names, plans = await known_agencies(talk), await plan_names(talk)
    scope = read_scope(argument, names, plans, today=talk.today)
    return await answer(talk, binding, Inquiry(About.STANDING, scope))


async def listed(talk: Talk, binding: GroupBinding, argument: str = "") -> Outgoing:
    """/viec: what is open."""
    if binding.agency_id is None:
        return await answer(talk, binding, Inquiry(About.OPEN, Scope()))
    return await lists.on_mine(talk)


async def indicators(talk: Talk, binding: GroupBinding, argument: str = "") -> Outgoing:
    """/chitieu: how many have a value, by agency; in an agency's group its own, one by one."""
    shown = await indicator_lists.on_indicators(talk)
    if not shown.choices:
        return shown
    more = texts.indicators_in_private(talk.tr, bot=talk.bot_name)
    return Outgoing((*shown.blocks[:-1], more))


async def inquiry_in(talk: Talk, text: str) -> Inquiry | None:
    """The question that a text asks of the tasks, or that leans on the group's last; else None."""
    if may_sum_up(talk.standing):
        text = await with_agencies(talk, text)
    names, plans = await known_agencies(talk), await plan_names(talk)
    return followed(talk, text, names, plans) or read_inquiry(text, names, plans, today=talk.today)


async def answer(talk: Talk, binding: GroupBinding, inquiry: Inquiry) -> Outgoing:
    """The answer, of the group's agency alone where it is bound to one."""
    if inquiry.about not in FIGURES:
        return Outgoing((texts.in_private(talk.tr, bot=talk.bot_name),))
    if binding.agency_id is not None and binding.agency is not None:
        if not {binding.agency_id}.issuperset(inquiry.scope.agency_ids):
            return Outgoing((texts.only_own(talk.tr, agency=binding.agency.name),))
        inquiry = replace(inquiry, scope=replace(inquiry.scope, agency_ids=(binding.agency_id,)))
    keep(talk, inquiry)
    return await answer_inquiry(talk, inquiry)


async def numbered(talk: Talk, number: int) -> Outgoing:
    """A task's card by its number."""
    found = await find_numbered(talk, number)
    if found is None:
        return Outgoing((said_back.no_such_task(talk.tr, number=number),))
    return await card(talk, found)


async def card(talk: Talk, now_task: TaskNow) -> Outgoing:
    """A task's card, where the group may see it."""
    if not await may_show(talk, now_task):
        return Outgoing((texts.not_here(talk.tr, number=now_task.task.number),))
    return await cards.card(talk, now_task)


async def may_show(talk: Talk, now_task: TaskNow) -> bool:
    """Whether a task is the group's to see."""
    return await cards.not_a_reader(talk, now_task) is None
