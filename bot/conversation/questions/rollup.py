"""The roll-up in chat: for the committee's members and its secretariat."""

from bot.conversation.questions.asking import on_scope
from bot.conversation.talk import Talk
from bot.ports import Outgoing, RollUpPicture
from bot.texts.people import entering
from db.enums import Role
from db.queries.office import accepted_plans
from reports.indicator_words import render_indicators
from reports.load import load_roll_up
from reports.load_indicators import load_indicators
from reports.render import LISTED, render_roll_up
from reports.words import sample_notice
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office, may_sum_up


async def on_roll_up(talk: Talk, argument: str = "") -> Outgoing:
    """/tonghop: the figures as of today, what is overdue and blocked, and the picture of it.

    `argument` may name an agency, a plan or a period; then they are of these alone.
    """
    if not may_sum_up(talk.standing):
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    if argument and (scoped := await on_scope(talk, argument)):
        return scoped
    figures = await load_roll_up(talk.session, talk.committee.id, as_of=talk.today)
    indicators = await load_indicators(talk.session, talk.committee.id, as_of=talk.today)
    blocks = (
        *render_roll_up(talk.tr, figures, agencies=LISTED),
        *render_indicators(talk.tr, indicators),
    )
    begins = not figures.counts.total and may_run_office(talk.standing)
    if begins and not await accepted_plans(talk.session, talk.committee.id):
        blocks = (*blocks, entering.send_first_plan(talk.tr))
    if talk.committee.sample:
        blocks = (*blocks, sample_notice(talk.tr))
    return Outgoing(blocks, picture=RollUpPicture(talk.committee.id, talk.today, talk.tr.locale))
