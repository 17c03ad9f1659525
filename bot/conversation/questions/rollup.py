"""The roll-up in chat: for the committee's members and its secretariat."""

from bot.conversation.questions.asking import on_scope
from bot.conversation.questions.parts import fits_screen, part_buttons
from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing, RollUpPicture
from bot.texts.people import entering
from bot.texts.questions import parts as texts
from db.enums import Role
from db.queries.office import accepted_plans
from reports.indicator_words import render_indicators
from reports.load import load_roll_up
from reports.load_indicators import load_indicators
from reports.render import LISTED, render_roll_up, render_sums
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office, may_sum_up


async def on_roll_up(talk: Talk, argument: str = "") -> Outgoing:
    """/tonghop: the figures as of today and the picture of it; what is overdue, blocked and led by
    whom beside them where a screen has room, else a press away.

    `argument` may name an agency, a plan or a period; then they are of these alone.
    """
    if not may_sum_up(talk.standing):
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    if argument and (scoped := await on_scope(talk, argument)):
        return scoped
    figures = await load_roll_up(talk.session, talk.committee.id, as_of=talk.today)
    indicators = await load_indicators(talk.session, talk.committee.id, as_of=talk.today)
    measured = render_indicators(talk.tr, indicators)
    blocks = (*render_roll_up(talk.tr, figures, agencies=LISTED), *measured)
    rows = part_buttons(talk, Scope(), figures)
    if fits_screen(blocks) or not rows:
        rows = []
    else:
        measured = render_indicators(talk.tr, indicators, listed=False)
        blocks = (*render_sums(talk.tr, figures), *measured)
        if measured:
            rows.append((Choice(texts.button_indicators(talk.tr), "indicators:"),))
    begins = not figures.counts.total and may_run_office(talk.standing)
    if begins and not await accepted_plans(talk.session, talk.committee.id):
        blocks = (*blocks, entering.send_first_plan(talk.tr))
    picture = RollUpPicture(talk.committee.id, talk.today, talk.tr.locale)
    return Outgoing(blocks, tuple(rows), picture=picture)
