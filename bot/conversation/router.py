"""Which conversation an incoming message belongs to: two flat tables and the way to them."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation import (
    answering,
    buttons,
    choosing,
    dropping,
    english_orders,
    howto,
    plan_rows,
    refusing,
)
from bot.conversation.arriving import (
    chat_of,
    code_in,
    committee_of,
    committees_of,
    picked_by_label,
    picked_by_number,
)
from bot.conversation.commands import COMMAND, read_command
from bot.conversation.directory import agencies, companies, merging
from bot.conversation.drafts import (
    accepting,
    amending_plans,
    corrections,
    discarding,
    head,
    intake,
    pages,
    plan_list,
    report_days,
    reviewing,
)
from bot.conversation.drafts.indicator_lines import INDICATORS
from bot.conversation.drafts.row_lines import ROWS
from bot.conversation.edited import on_edited
from bot.conversation.groups import binding as groups
from bot.conversation.groups.answer import answer_group
from bot.conversation.menu import with_menu
from bot.conversation.office import (
    agreeing,
    amending,
    assigning,
    confirming,
    confirming_words,
    deciding,
    instructed,
    instructing,
    naming,
    nudging,
    pausing,
    receipts,
    urging,
)
from bot.conversation.people import absence, asked, entering, hours, joining, leaving, staff
from bot.conversation.present import answer_stale
from bot.conversation.questions import asking, explaining, rollup
from bot.conversation.reporting import (
    answers,
    evidence,
    handing_over,
    indicators,
    instead,
    mistaken,
    nothing_new,
    reading_buttons,
    reading_words,
    several,
    typed,
    undoing,
)
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk, name_committee, queue_answer, translator_of
from bot.conversation.tasks import cards, history, lists
from bot.i18n import Translator
from bot.ports import Incoming, Outgoing
from bot.texts import unclear
from db.models import Chat, Person
from tasks.errors import NotYourRoleError

Handler = Callable[[Talk, str], Awaitable[Outgoing | None]]
Typed = Callable[[Talk], Awaitable[Outgoing | None]]

COMMANDS: dict[str, Handler] = {
    "viec": lists.on_command,
    "chitieu": indicators.on_command,
    "coquan": agencies.on_agencies,
    "tonghop": rollup.on_roll_up,
    "xacnhan": confirming.on_awaiting,
    "giaoviec": assigning.on_assign,
    "kehoach": plan_list.on_plans,
    "chidao": instructed.on_list,
    "nhansu": staff.on_staff,
    "nhom": groups.on_groups,
    "dondoc": nudging.on_nudge,
    "vangmat": absence.on_away,
    "gio": hours.on_hour,
    "nhacviec": hours.on_ladder,
    "ky": report_days.on_report_days,
    "tuantoi": explaining.on_week,
    "ngonngu": entering.on_language,
    "banchidao": entering.on_committee,
    "trogiup": entering.on_help,
    "help": entering.on_help,
    "start": entering.on_help,
}

BUTTONS: dict[str, Handler] = {
    "task": cards.on_card,
    "mine": lists.on_mine,
    "list": lists.on_turn,
    "history": history.on_history,
    "done": buttons.on_done,
    "progress": buttons.on_progress,
    "percent": buttons.on_percent,
    "idle": buttons.on_idle,
    "blocked": buttons.on_blocked,
    "extend": buttons.on_extend,
    "until": buttons.on_until,
    "nothing": nothing_new.on_nothing_new,
    "undo": undoing.on_undo,
    "which": answers.on_which,
    "forall": several.on_for_all,
    "cleared": buttons.on_cleared,
    "attach": evidence.on_attach,
    "prove": evidence.on_prove,
    "off": evidence.on_off,
    "files": evidence.on_files,
    "review": confirming.on_review,
    "accept": confirming.on_accept,
    "acceptall": confirming.on_accept_all,
    "return": confirming.on_return,
    "grant": deciding.on_grant,
    "refuse": deciding.on_refuse,
    "away": absence.on_stand_in,
    "back": absence.on_back,
    "hour": hours.on_hour,
    "why": explaining.on_why,
    "ladder": hours.on_ladder,
    "language": entering.on_language,
    "help": entering.on_help,
    "passon": refusing.on_pass_on,
    "asked": asking.on_turn,
    "assign": assigning.on_give,
    "amend": assigning.on_amend,
    "drop": assigning.on_drop,
    "lead": assigning.on_lead,
    "helper": assigning.on_helper,
    "deadline": assigning.on_deadline,
    "received": receipts.on_received,
    "instead": instead.on_instead,
    "insteadof": instead.on_agency,
    "came": instead.on_came,
    "wrong": instead.on_wrong,
    "correct": amending.on_correct,
    "pause": pausing.on_pause,
    "resume": pausing.on_resume,
    "hand": handing_over.on_hand,
    "leadto": amending.on_lead_to,
    "nudge": nudging.on_nudge_all,
    "staff": staff.on_staff,
    "staffof": staff.on_staff_of,
    "invite": staff.on_invite,
    "person": staff.on_person,
    "giverole": staff.on_give_role,
    "move": staff.on_move,
    "end": staff.on_end,
    "letin": joining.on_let_in,
    "groupcode": groups.on_code,
    "groupfor": groups.on_agencies,
    "groupend": groups.on_end,
    "named": naming.on_named,
    "instruct": instructing.on_instruct,
    "answer": instructed.on_answer,
    "readnow": pages.on_read_now,
    "draft": reviewing.on_draft,
    "asides": reviewing.on_asides,
    "head": head.on_head,
    "headfield": head.on_head_field,
    "follow": accepting.on_follow,
    "followanyway": accepting.on_follow_anyway,
    "discard": discarding.on_discard,
    "discardit": discarding.on_discard_it,
    "newer": amending_plans.on_newer,
    "ownplan": amending_plans.on_own_plan,
    "changes": amending_plans.on_changes,
    "look": ROWS.on_look,
    "row": ROWS.on_line,
    "rowright": ROWS.on_right,
    "rowlater": ROWS.on_later,
    "rownot": ROWS.on_none,
    "rowback": ROWS.on_back,
    "rowuntil": ROWS.asking("deadline"),
    "rowwho": ROWS.asking("agency"),
    "rowwords": ROWS.asking("content"),
    "rowlead": ROWS.on_lead,
    "rowkeep": ROWS.on_keep,
    "inlook": INDICATORS.on_look,
    "inright": INDICATORS.on_right,
    "inlater": INDICATORS.on_later,
    "innot": INDICATORS.on_none,
    "inback": INDICATORS.on_back,
    "intargets": INDICATORS.asking("targets"),
    "inname": INDICATORS.asking("name"),
    "inwho": INDICATORS.asking("agency"),
    "inlead": INDICATORS.on_lead,
    "inkeep": INDICATORS.on_keep,
    "indicators": indicators.on_indicators,
    "indicator": indicators.on_indicator,
    "reading": reading_buttons.on_reading,
    "right": reading_buttons.on_right,
    "unread": reading_buttons.on_unread,
    "reached": reading_buttons.on_reached,
    "agencies": agencies.on_agencies,
    "agency": agencies.on_agency,
    "mergewith": merging.on_merge_with,
    "mergeask": merging.on_merge_ask,
    "merge": merging.on_merge,
    "unmerge": merging.on_unmerge,
    "alike": merging.on_alike,
    "apart": merging.on_apart,
    "rename": agencies.on_rename,
    "members": companies.on_members,
    "member": companies.on_member,
}

TYPED: tuple[Typed, ...] = (
    dropping.on_words,
    english_orders.on_words,
    plan_rows.on_words,
    confirming.reason_given,
    corrections.typed,
    merging.on_words,
    agencies.on_agency_words,
    reading_words.on_words,
    answering.question_answered,
    instructed.on_reply,
    instructed.on_words,
    agreeing.on_words,
    receipts.on_received_words,
    confirming_words.on_words,
    deciding.on_words,
    amending.on_words,
    pausing.on_words,
    naming.on_words,
    assigning.on_words,
    urging.on_words,
    instructing.on_words,
    nudging.on_words,
    mistaken.on_words,
    instead.on_words,
    absence.on_words,
    choosing.on_words,
    howto.on_words,
    asked.on_words,
    leaving.on_words,
    staff.on_words,
    asking.on_words,
    evidence.on_number_typed,
    typed.on_text,
)
"""Who may understand what is typed, in this order; None says that it is not theirs."""


async def answer(
    session: AsyncSession,
    incoming: Incoming,
    *,
    now: datetime,
    default_locale: str,
    bot_name: str | None = None,
) -> None:
    """Do what an incoming message asks, and owe its answer; the caller commits both together.

    `bot_name` is what the bot is called on Telegram, for links to it.
    Never raises for anything a person can type or press.
    """
    if incoming.group is not None:
        await answer_group(
            session,
            incoming,
            incoming.group,
            now=now,
            default_locale=default_locale,
            bot_name=bot_name,
        )
        return
    chat = await chat_of(session, incoming, now=now)
    await _answer_in(session, chat, incoming, now, default_locale, bot_name)
    chat.heard_at = now


async def _answer_in(
    session: AsyncSession,
    chat: Chat,
    incoming: Incoming,
    now: datetime,
    default_locale: str,
    bot_name: str | None,
) -> None:
    """What is said in a person's own chat."""
    tr = translator_of(chat.person, chat, default_locale)
    incoming = await picked_by_number(session, chat, incoming)
    incoming = await picked_by_label(session, chat, incoming)
    command = COMMAND.fullmatch(incoming.text.strip()) if incoming.button is None else None
    code = None if incoming.edited else code_in(command, chat, incoming)
    if code:
        await _come_in(session, chat, incoming, code, tr=tr, now=now, default=default_locale)
        return
    if chat.person is None or not chat.person.memberships:
        if incoming.edited:
            return
        stranger = await joining.answer_stranger(session, chat, incoming, tr, now=now)
        queue_answer(session, chat, stranger, None, now=now)
        return
    committee, again = await committee_of(session, chat, incoming)
    if committee is None:
        queue_answer(session, chat, entering.ask_committee(tr, chat.person), None, now=now)
        return
    talk = Talk(session, again, chat, chat.person, committee, tr, now, default_locale)
    talk.bot_name = bot_name
    await talk.stand_in()
    outgoing = await _handle(talk)
    if outgoing is not None:
        if len(committees_of(chat.person)) > 1:
            outgoing = name_committee(talk.tr, committee, outgoing)
        outgoing = with_menu(chat, talk.tr, outgoing)
        queue_answer(session, chat, outgoing, committee, now=now)


async def _handle(talk: Talk) -> Outgoing | None:
    try:
        return await _by_kind(talk)
    except StaleButtonError as stale:
        return await answer_stale(talk, stale)
    except NotYourRoleError as refusal:
        return await refusing.answer_refused(talk, refusal)


async def _by_kind(talk: Talk) -> Outgoing | None:
    """A button, a command, a file or words, each to who answers it."""
    incoming = talk.incoming
    bare = not (incoming.reply_to or incoming.file)
    command = None if incoming.edited else read_command(incoming.text, COMMANDS, bare=bare)
    if incoming.button is not None or command:
        # A question of ours is answered by what is typed next, or not any more.
        talk.remember(asked=None, returning=None, office=None, correcting=None)
        talk.remember(reading=None, renaming=None, proving=None)
    if incoming.button is not None:
        verb, _, argument = incoming.button.partition(":")
        handler = BUTTONS.get(verb)
        if handler is None:
            raise StaleButtonError
        return await handler(talk, argument)
    if command:
        name, argument = command
        handler = COMMANDS.get(name)
        if handler is None:
            return await entering.on_help(talk)
        return await handler(talk, argument)
    if incoming.edited:
        return await on_edited(talk)
    talk.lapse()
    if incoming.file is None and not incoming.text.strip():
        return Outgoing((unclear.wordless(talk.tr),))
    if incoming.file is not None:
        return await intake.on_file(talk, _on_words)
    return await _on_words(talk)


async def _on_words(talk: Talk) -> Outgoing | None:
    """What is typed, by the first who understands it."""
    for understand in TYPED:
        outgoing = await understand(talk)
        if outgoing is not None:
            return outgoing
    return None


async def _come_in(
    session: AsyncSession,
    chat: Chat,
    incoming: Incoming,
    code: str,
    *,
    tr: Translator,
    now: datetime,
    default: str,
) -> None:
    result = await entering.redeem(session, chat, incoming, code, tr=tr, now=now)
    if isinstance(result, Outgoing):
        queue_answer(session, chat, result, None, now=now)
        return
    person: Person = result.person
    talk = Talk(session, incoming, chat, person, result.committee, tr, now, default)
    talk.remember(committee=result.committee_id)
    outgoing = with_menu(chat, tr, await entering.welcome(talk, result))
    queue_answer(session, chat, outgoing, result.committee, now=now)
