"""The rows of a draft in chat, one by one: its tasks as they were read."""

import re
from collections.abc import Collection, Sequence

from sqlalchemy import select

from bot.conversation.drafts.draft import OFFERED, back_to, find_draft, said_of_drafts
from bot.conversation.drafts.line_corrections import CorrectedLines, agencies_named
from bot.conversation.drafts.reviewing import what_is_left
from bot.conversation.listening.english_orders import ENGLISH, day_in_vietnamese
from bot.conversation.office.order_times import read_time
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts.drafts import rows as texts
from bot.texts.drafts.pairing import button_goes_on
from bot.texts.tasks import cards as task_texts
from db.enums import DeadlineKind, Part, Review
from db.models import DraftChange, Occurrence, Plan, Task
from plans.make_rows import read_deadline_cell
from plans.words import clean
from tasks.drafts.correcting import RowEdit, edit_rows, review_rows
from tasks.drafts.log import changes_of
from tasks.drafts.names import offered_agencies
from tasks.drafts.rows import DraftRow, draft_rows
from tasks.drafts.source import source_words
from tasks.drafts.summary import summarise
from tasks.drafts.versions import amends

HELPERS = re.compile(
    r"[;,.]?\s*(?:cơ quan\s+)?(?:(?:phối hợp|phoi hop)\s*:?|with:)\s*", re.IGNORECASE
)


MANY = 3
"""So many rows in which words alone are doubtful are called right together, if wished."""


class RowLines(CorrectedLines[DraftRow, RowEdit]):
    """What `CorrectedLines` asks of rows."""

    prefix = "row"
    key = "task"
    edit = RowEdit

    async def lines(self, talk: Talk, plan: Plan) -> Sequence[DraftRow]:
        return await draft_rows(talk.session, plan)

    def in_turn(self, lines: Sequence[DraftRow]) -> list[DraftRow]:
        """First those of which it is doubtful who is reminded, or when."""
        return sorted(lines, key=lambda row: row.of_wording)

    async def plan_of(self, talk: Talk, line_id: int) -> Plan | None:
        return await talk.session.scalar(
            select(Plan)
            .join(Task, (Task.committee_id == Plan.committee_id) & (Task.plan_id == Plan.id))
            .where(Plan.committee_id == talk.committee.id, Task.id == line_id)
        )

    async def line(self, talk: Talk, plan: Plan, line_id: int) -> DraftRow:
        [row] = await draft_rows(talk.session, plan, [line_id])
        return row

    async def numbered(
        self, talk: Talk, drafts: Sequence[Plan], numbers: Collection[int]
    ) -> dict[int, int]:
        query = select(Task.number, Task.id).where(
            Task.committee_id == talk.committee.id,
            Task.plan_id.in_([plan.id for plan in drafts]),
            Task.number.in_(numbers),
        )
        return {row.number: row.id for row in await talk.session.execute(query)}

    async def card(self, talk: Talk, plan: Plan, line: DraftRow, *notes: str) -> Outgoing:
        tr, task = talk.tr, line.task
        due = await talk.session.scalar(
            select(Occurrence.due).where(
                Occurrence.committee_id == task.committee_id, Occurrence.task_id == task.id
            )
        )
        said = list(notes)
        together: tuple[tuple[Choice, ...], ...] = ()
        if line.open and task.review is None:
            found = await summarise(talk.session, plan)
            total = found.looked_at + len(found.open)
            said.append(texts.progress(tr, at=total - len(found.unlooked) + 1, total=total))
            if line.of_wording and len(found.of_wording) >= MANY:
                label = texts.button_all_right(tr, count=len(found.of_wording))
                together = ((Choice(label, f"rowsright:{plan.id}"),),)
        said.append(f"#{task.number} {clean(task.content)}")
        if task.review is Review.NOT_A_TASK:
            said.append(texts.set_aside(tr))
        doubt = texts.doubts(tr, task.doubts, task.doubtful_words or ())
        if doubt and task.review is not Review.RIGHT:
            said.append(doubt)
        said += texts.row_facts(
            tr,
            deadline=task_texts.deadline(tr, words=task.deadline_text, kind=task.kind, due=due),
            leads=line.names(Part.LEAD),
            coordinating=line.names(Part.COORDINATING),
            product=task.product,
        )
        words = (await source_words(talk.session, plan, [task])).get(task.id)
        if words:
            said.append(
                texts.source(
                    tr,
                    words=words,
                    page=task.page,
                    sheet=task.sheet,
                    row=task.sheet_row,
                    line=task.line,
                )
            )
        here = f"{task.id}:{line.version}"
        goes_on = [Choice(button_goes_on(tr), f"goeson:{here}")]
        pair = (tuple(goes_on),) if line.counts and await amends(talk.session, plan) else ()
        choices = (*_choices(talk, line), *together, *pair, (back_to(talk, plan),))
        return Outgoing(tuple(said), choices)

    @said_of_drafts
    async def on_all_right(self, talk: Talk, plan_id: str) -> Outgoing:
        """ "Đúng cả 40 dòng còn lại": those in which words alone are doubtful, and that nobody has
        looked at."""
        plan = await find_draft(talk, plan_id)
        rows = (await summarise(talk.session, plan)).of_wording
        if not rows:
            return await what_is_left(talk, plan)
        seen = {row.id: row.version for row in rows}
        await review_rows(talk.session, plan, seen, Review.RIGHT, by=talk.actor)
        return await what_is_left(talk, plan, texts.all_right(talk.tr, count=len(rows)))

    async def changes(
        self, talk: Talk, plan: Plan, line: DraftRow, since: int
    ) -> Sequence[DraftChange]:
        found = await changes_of(talk.session, plan, [line.id])
        return [change for change in found if change.id > since]

    def code(self, line: DraftRow) -> str:
        return f"#{line.task.number}"

    def kept(self, talk: Talk, codes: str, review: Review | None) -> str:
        return texts.kept(talk.tr, task=codes, review=review)

    def question(self, talk: Talk, line: DraftRow, what: str) -> str:
        ask = {
            "deadline": texts.ask_deadline,
            "content": texts.ask_content,
            "agency": texts.ask_agency,
        }[what]
        return ask(talk.tr, task=self.code(line))

    async def offered(self, talk: Talk, plan: Plan) -> Sequence[tuple[int, str]]:
        busy = [name for name, _ in (await summarise(talk.session, plan)).leads]
        known = await offered_agencies(talk.session, talk.committee.id, busy)
        return [(agency.id, agency.name) for agency in known[:OFFERED]]

    def read(self, talk: Talk, line: DraftRow, what: str, text: str) -> RowEdit | str:
        if what == "deadline":
            return RowEdit(deadline=_deadline(talk, text))
        if what == "content":
            return RowEdit(content=text)
        if what == "product":
            return RowEdit(product=text)
        if what == "helpers":
            return RowEdit(coordinating=agencies_named(text))
        leads, *helpers = HELPERS.split(text, maxsplit=1)
        return RowEdit(
            leads=agencies_named(leads) or None,
            coordinating=agencies_named(helpers[0]) if helpers else None,
        )

    async def write(self, talk: Talk, plan: Plan, line: DraftRow, seen: int, edit: RowEdit) -> None:
        await edit_rows(talk.session, plan, {line.id: seen}, edit, by=talk.actor)

    async def write_review(
        self, talk: Talk, plan: Plan, line: DraftRow, seen: int, review: Review | None
    ) -> None:
        await review_rows(talk.session, plan, {line.id: seen}, review, by=talk.actor)


def _deadline(talk: Talk, text: str) -> str:
    """A deadline as a plan would write it; what a plan would not, "15/1", is counted from today."""
    words = day_in_vietnamese(text) if talk.tr.locale == ENGLISH else text
    if read_deadline_cell(words, talk.today).kind is not DeadlineKind.UNREADABLE:
        return words
    time = read_time(words, today=talk.today)
    return time.words if time else words


def _choices(talk: Talk, row: DraftRow) -> tuple[tuple[Choice, ...], ...]:
    tr, here = talk.tr, f"{row.task.id}:{row.version}"
    right = Choice(texts.button_right(tr), f"rowright:{here}")
    content = Choice(texts.button_content(tr), f"rowwords:{here}")
    fields = (
        Choice(texts.button_deadline(tr), f"rowuntil:{here}"),
        Choice(texts.button_agency(tr), f"rowwho:{here}"),
    )
    later = Choice(texts.button_later(tr), f"rowlater:{here}")
    none = Choice(texts.button_not_a_task(tr), f"rownot:{here}")
    if row.task.review is Review.NOT_A_TASK:
        return ((Choice(texts.button_is_a_task(tr), f"rowback:{here}"),),)
    if not row.open:
        return (fields, (content, none))
    first = (right, content) if row.task.doubtful_words else (right,)
    return (first, fields, (later, none))


ROWS = RowLines()
