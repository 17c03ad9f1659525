"""Which task a report is about: asked, and the report kept until that is answered."""

from collections.abc import Sequence

from bot.conversation.pressed import next_number
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import OFFERED, is_reported_by
from bot.conversation.tasks.lists import by_urgency, my_tasks
from bot.conversation.unclear import unclear
from bot.ports import Choice, Outgoing
from bot.texts import unclear as unclear_texts
from bot.texts.tasks import cards as texts
from db.queries.tasks import TaskNow


async def ask_which(talk: Talk, text: str, candidates: Sequence[TaskNow]) -> Outgoing:
    """Ask which task a report is about; the report is kept until that is answered.

    Where none of the candidates is open and theirs to report, their own most urgent tasks are
    offered.
    """
    tr = talk.tr
    reported = [one for one in candidates if one.open and is_reported_by(talk, one)]
    offered = reported or await my_tasks(talk)
    offered = sorted(offered, key=by_urgency)[:OFFERED]
    if not talk.standing.agency_ids:
        return await unclear(talk)
    question = next_number(talk, "questions")
    talk.keep_today("which", {"question": question, "text": text})
    if not offered:
        return Outgoing((unclear_texts.which_task_unknown(tr),))
    rows = [
        (
            Choice(
                texts.short_task(one.task.number, one.task.content),
                f"which:{question}:{one.task.id}",
            ),
        )
        for one in offered
    ]
    rows.append((Choice(unclear_texts.other_task(tr), f"which:{question}:0"),))
    return Outgoing((unclear_texts.which_task(tr),), tuple(rows))


def kept_report(talk: Talk, question: str) -> str | None:
    """The report of today that waits for this question's answer; None where another is asked."""
    kept = talk.kept_today("which")
    if not kept or str(kept["question"]) != question:
        return None
    return str(kept["text"])
