"""How things are done here, in a sentence or two each; quoted words are read in Vietnamese."""

from bot.i18n import Translator


def greet(tr: Translator, *, agencies: str, count: int, late: int) -> str:
    """In answer to a greeting of somebody who reports."""
    return tr.ngettext(
        "Good day. {agencies}: {count} task not done, {late} overdue. /viec lists them.",
        "Good day. {agencies}: {count} tasks not done, {late} overdue. /viec lists them.",
        count,
    ).format(agencies=agencies, count=count, late=late)


def greet_leader(tr: Translator, *, office: bool) -> str:
    """In answer to a greeting of a member or of the standing office."""
    if office:
        return tr.gettext("Good day. /tonghop sums up; /xacnhan lists what awaits confirmation.")
    return tr.gettext("Good day. /tonghop sums up; /chidao lists what is not answered.")


def quiet(tr: Translator) -> str:
    """Reminders are not wanted any more."""
    return tr.gettext(
        "Reminders come once a working day and are not switched off. You can choose their hour "
        "(/gio), say that you are away (/vangmat), or put off one task: “remind me of 18 on "
        "22/12”."
    )


def announce(tr: Translator) -> str:
    """The standing office would send everybody a message of its own."""
    return tr.gettext(
        "General announcements are not sent from here. You can remind of tasks: “remind Phòng "
        "Kinh tế of 17”, or everybody who owes a report: /dondoc."
    )


def no_announcing(tr: Translator, *, instructs: bool) -> str:
    """Somebody else would; members have their instructions."""
    if instructs:
        return tr.gettext(
            "General announcements are not sent from here. An instruction on a task reaches its "
            "agency at once: “instruct 18: …”."
        )
    return tr.gettext(
        "General announcements are not sent from here. Please tell the standing office."
    )


def regular(tr: Translator) -> str:
    """A report every week or month is wished for."""
    return tr.gettext(
        "Regular reports are not sent by themselves yet. Ask at any time: /tonghop, “this week "
        "compared with last week”. A group of the committee gets a digest each week (/nhom, of "
        "the standing office)."
    )


def another_phone(tr: Translator) -> str:
    """A telephone that was lost or changed."""
    return tr.gettext(
        "Your reports are kept here, not on the telephone. On a new one open this chat with the "
        "same account; with another account, ask the standing office for a new code."
    )


def attach(tr: Translator) -> str:
    """How a file is put to a task."""
    return tr.gettext(
        "Send the file or photo with the task's number in its words: “18 done”. A document's "
        "number alone will do: “18: Kế hoạch số 45/KH-UBND ngày 05/12/2025”."
    )


def extension(tr: Translator) -> str:
    """How more time is asked for."""
    return tr.gettext(
        "Write the task, the day and the reason: “21 needs more time until 15/01/2026, no "
        "budget”. The standing office decides, and you hear it here."
    )


def undo(tr: Translator) -> str:
    """How a report is taken back."""
    return tr.gettext(
        "Write “undo” to take the last report back, “undo 18” for that of one task, or say how "
        "it is: “no, 18 is only 80%”."
    )


def instruct(tr: Translator) -> str:
    """How a member instructs."""
    return tr.gettext(
        "Write “instruct 18: report before Friday”, or press Instruct on a task's card. "
        "/chidao lists what is not answered."
    )


def invite(tr: Translator) -> str:
    """How people are let in."""
    return tr.gettext(
        "/nhansu: press the agency, then the role to invite; the code that you get is passed on to "
        "the person, who sends it here."
    )


def assign(tr: Translator) -> str:
    """How a task is given."""
    return tr.gettext(
        "Write it in words: “Assign Phòng Kinh tế to review …, before 20/12”. It is shown in full "
        "before it is given."
    )


def instead(tr: Translator) -> str:
    """How a report is recorded for an agency."""
    return tr.gettext("Write “18 done, reported by phone”. Its officer hears of it.")


def report(tr: Translator) -> str:
    """How tasks are reported."""
    return tr.gettext(
        "Write the task and how it stands: “18 done”, “20 at 60%”, “21 blocked, no budget”; "
        "several at once: “18 done, 20 at 60%”. Or press a task under /viec."
    )


def locking(tr: Translator) -> str:
    """The figures of a period are to be locked."""
    return tr.gettext(
        "Figures need no lock: each report keeps its day, so those up to a day stay as they were. "
        "Ask for them: “summary up to 14/12”. The cut-off of each plan: /ky, of the standing "
        "office."
    )


def who_read(tr: Translator) -> str:
    """Who has read a message or a report."""
    return tr.gettext(
        "Who has read a message is not known here. Known are: “who has not received their "
        "task?”, “who has not reported?”, and /chidao, the instructions not answered."
    )


def standing_in(tr: Translator) -> str:
    """Somebody would leave their tasks to another."""
    return tr.gettext(
        "While you are away: “I am on leave from 22/12 to 26/12, Hoa stands in”. Somebody new is "
        "invited by the standing office."
    )


def send_plan(tr: Translator) -> str:
    """How a plan is added."""
    return tr.gettext(
        "Send the plan's file here (Word, Excel, PDF, or photos of its pages). It becomes a draft "
        "to look through before it counts: /kehoach."
    )


def deadline(tr: Translator) -> str:
    """How the standing office moves a deadline."""
    return tr.gettext(
        "Write “extend 18 to 15/1/2026” for more time, or “correct 18 deadline: 15/1/2026” where "
        "it was wrong."
    )


def pause(tr: Translator) -> str:
    """How a task is put off."""
    return tr.gettext(
        "Write “pause 18 until 31/1/2026: waiting for guidance”; “resume 18” takes it up again."
    )


def beside_the_point(tr: Translator) -> str:
    """The weather, jokes, who is speaking: what we are there for."""
    return tr.gettext(
        "This is a program that follows the committee's tasks; of anything else it knows nothing. "
        "What can be asked and reported: /trogiup."
    )


def who_confirms(tr: Translator) -> str:
    """Who accepts what is reported done."""
    return tr.gettext(
        "The standing office confirms what is reported done, and the answer comes here. What still "
        "waits: “which of my tasks await confirmation?”."
    )


def hand_over(tr: Translator) -> str:
    """How a task is passed on to another agency, which only the standing office may do."""
    return tr.gettext(
        "Write “18 is not ours, hand it to the culture office”. The standing office decides and "
        "the answer comes here."
    )


def at_what_time(tr: Translator) -> str:
    """When reminders and summaries go out."""
    return tr.gettext(
        "What is sent on its own goes out from 08:00 on working days, one message a person."
    )
