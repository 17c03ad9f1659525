"""Coming in, languages, help."""

from bot.i18n import Translator
from db.enums import Role


def not_linked(tr: Translator) -> str:
    """Anything said before a code was sent."""
    return tr.gettext(
        "This chat is not connected to a steering committee yet. Send the invitation code you were "
        "given, or ask the committee's standing office for one."
    )


def wrong_code(tr: Translator) -> str:
    """A code that is unknown, used or expired: which of them is not said to a stranger."""
    return tr.gettext(
        "The code is wrong or has expired. Ask the committee's standing office for a new one."
    )


def too_many_codes(tr: Translator) -> str:
    """Codes guessed too often from one chat."""
    return tr.gettext("Too many wrong codes. Try again in an hour.")


def connected(tr: Translator, *, committee: str) -> str:
    """The first line of every welcome."""
    return tr.gettext("Connected to {committee}.").format(committee=committee)


def welcome_agency(
    tr: Translator, *, role: Role, agency: str, tasks: int, overdue: int, this_month: int
) -> str:
    """What an officer or a head has before them, in one line."""
    if role is Role.HEAD:
        # Translators: counts of tasks; "this month" are those due before the month's end.
        sentence = tr.ngettext(
            "You head {agency}: {tasks} task, {overdue} overdue, {this_month} due this month. "
            "Type /viec to see them.",
            "You head {agency}: {tasks} tasks, {overdue} overdue, {this_month} due this month. "
            "Type /viec to see them.",
            tasks,
        )
    else:
        sentence = tr.ngettext(
            "You report for {agency}: {tasks} task, {overdue} overdue, {this_month} due this "
            "month. Type /viec to see them.",
            "You report for {agency}: {tasks} tasks, {overdue} overdue, {this_month} due this "
            "month. Type /viec to see them.",
            tasks,
        )
    return sentence.format(agency=agency, tasks=tasks, overdue=overdue, this_month=this_month)


def welcome_committee(tr: Translator, *, role: Role) -> str:
    """What a member or a secretary can do first."""
    if role is Role.SECRETARY:
        return tr.gettext(
            "You are in its standing office. Type /tonghop for the roll-up, "
            "/trogiup for what you can do."
        )
    return tr.gettext(
        "You are one of its members. Type /tonghop for the roll-up, /trogiup for what you can do."
    )


def send_first_plan(tr: Translator) -> str:
    """To the secretary of a committee that has no plan yet."""
    return tr.gettext(
        "No plan is here yet: send the file of the plan (Word, Excel, PDF or photos of its pages). "
        "Type /nhansu to invite the officers of the agencies."
    )


def already_in(tr: Translator, *, committee: str) -> str:
    """A second code for a role the person has already."""
    return tr.gettext("You hold that role in {committee} already; the code stays unused.").format(
        committee=committee
    )


def choose_language(tr: Translator) -> str:
    """Before the two languages, each under its own name."""
    return tr.gettext("Choose a language.")


def language_chosen(tr: Translator) -> str:
    """Said in the language just chosen."""
    return tr.gettext("From now on in English.")


def choose_committee(tr: Translator) -> str:
    """Before the names of the committees that a person belongs to."""
    return tr.gettext("Which committee is this about?")


def committee_chosen(tr: Translator, *, committee: str) -> str:
    """After a person of several committees chose one."""
    return tr.gettext("Messages here are about {committee}.").format(committee=committee)


def help_lines(
    tr: Translator,
    *,
    reports: bool,
    sums_up: bool,
    confirms: bool,
    instructs: bool = False,
    heads: bool = False,
) -> tuple[str, ...]:
    """What one does here from day to day, for a person's roles; a line each."""
    lines = [tr.gettext("What you can do here:")]
    if reports:
        lines += [
            tr.gettext("/viec: your tasks, the most urgent first"),
            # Translators: the examples stay Vietnamese, in which most reports are written.
            tr.gettext(
                "Report in your own words, Vietnamese or English: “18 done”, “20 at 60%”, "
                "“21 blocked, no budget”"
            ),
            tr.gettext("Or answer a message about one task: “done”"),
            tr.gettext("More time: “21 needs more time until 15/01/2026, no budget”"),
        ]
    if heads:
        lines.append(tr.gettext("Give a task to an officer of yours: “give 18 to Lan”"))
    if sums_up:
        lines.append(tr.gettext("/tonghop: the roll-up as of today, with a picture"))
        # Translators: questions are read in Vietnamese, whatever language is chosen.
        lines.append(
            tr.gettext("Ask: “what is Phòng Kinh tế late with?”, “what is due this week?”")
        )
    if instructs:
        lines.append(tr.gettext("To instruct: “instruct 18: …”; /chidao: what is not answered"))
    if confirms:
        lines += [
            tr.gettext("/xacnhan: completions that await confirmation"),
            tr.gettext("/giaoviec: give a task in words; /dondoc: remind now"),
            tr.gettext("A report that came by phone: “18 done, reported by phone”"),
            tr.gettext("“pause 18 until …”, “move the deadline of 18 to …”; /chidao: not answered"),
        ]
    lines.append(tr.gettext("#18: the card of task 18"))
    return tuple(lines)


def more_help_lines(
    tr: Translator, *, reports: bool, confirms: bool, several: bool
) -> tuple[str, ...]:
    """What one looks up or sets now and then; a line each."""
    lines = [tr.gettext("Besides:")]
    if reports:
        lines.append(tr.gettext("/chidao: instructions that await your agency's answer"))
    # Translators: reports are read in Vietnamese, whatever language is chosen.
    lines.append(tr.gettext("/chitieu: the indicators; report one: “CT5: 62%”"))
    lines.append(tr.gettext("/kehoach: the plans, and drafts to look through"))
    if confirms:
        lines += [
            tr.gettext("/coquan: the directory of agencies; merge, rename"),
            tr.gettext("/nhansu: the people, invitations and roles"),
            tr.gettext("/nhom: Telegram groups that see the summary"),
            tr.gettext("/nhacviec: on which days this committee's people are told"),
            tr.gettext("/ky: the days of the plans' reports and review meetings"),
            tr.gettext("/tuantoi: what will go out in the week to come, and to whom"),
        ]
    if several:
        lines.append(tr.gettext("/banchidao: choose the committee that messages here are about"))
    lines += [
        tr.gettext("/vangmat: say when you are away and who stands in"),
        tr.gettext("/gio: choose the hour of your reminders"),
        tr.gettext("/ngonngu: Tiếng Việt or English"),
    ]
    return tuple(lines)


def button_more_help(tr: Translator) -> str:
    """Under the help: what one looks up or sets now and then."""
    return tr.gettext("See more")


COMMANDS = (
    "viec",
    "tonghop",
    "xacnhan",
    "giaoviec",
    "dondoc",
    "chidao",
    "kehoach",
    "chitieu",
    "nhansu",
    "coquan",
    "nhom",
    "tuantoi",
    "nhacviec",
    "vangmat",
    "gio",
    "ngonngu",
    "banchidao",
    "trogiup",
)
"""What a platform's menu can offer, in this order."""


IN_GROUPS = ("tonghop", "viec", "chitieu", "trogiup")
"""What it offers in groups."""


def command_help(tr: Translator, command: str) -> str:
    """A command's line in a platform's menu."""
    return {
        "viec": tr.gettext("Your tasks"),
        "tonghop": tr.gettext("The committee's roll-up"),
        "xacnhan": tr.gettext("Confirm completions"),
        "giaoviec": tr.gettext("Give a task"),
        "dondoc": tr.gettext("Remind now"),
        "chidao": tr.gettext("Instructions not answered"),
        "kehoach": tr.gettext("Plans and drafts"),
        "chitieu": tr.gettext("The indicators"),
        "nhansu": tr.gettext("People and roles"),
        "coquan": tr.gettext("The directory of agencies"),
        "nhom": tr.gettext("Telegram groups"),
        "tuantoi": tr.gettext("What the week to come will send"),
        "nhacviec": tr.gettext("On which days people are reminded"),
        "vangmat": tr.gettext("Say when you are away"),
        "gio": tr.gettext("The hour of your reminders"),
        "ngonngu": tr.gettext("Language"),
        "banchidao": tr.gettext("Choose the committee"),
        "trogiup": tr.gettext("Help"),
    }[command]
