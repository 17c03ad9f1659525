"""Corrections of the lines of a draft: asked for, typed, insisted on, written."""

import re
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar

from bot.conversation.drafts.draft import (
    changed_by,
    pressed_agency,
    said_of_changes,
    said_of_drafts,
)
from bot.conversation.drafts.lines import DraftLines, L
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts import draft_rows as row_texts
from bot.texts import reviewing as texts
from db.models import DraftChange, IndicatorChange, Plan
from plans.words import clean, cut
from tasks.drafts.correcting import RowEdit
from tasks.drafts.indicators import IndicatorEdit
from tasks.errors import BadDeadlineError, DraftChangedError, UnknownAgencyError

LABEL = 60
"""Longest name of an agency on a button, in characters."""

BETWEEN = re.compile(r"[,;\n]")

Handler = Callable[[Talk, str], Awaitable[Outgoing]]

E = TypeVar("E", RowEdit, IndicatorEdit)


class CorrectedLines(DraftLines[L], Generic[L, E]):
    """One kind of line, with the corrections that it takes."""

    prefix: ClassVar[str]
    """What the verbs of its buttons begin with."""
    key: ClassVar[str]
    """Under which a question that was asked of a line keeps the line's id."""
    edit: type[E]

    @abstractmethod
    async def changes(
        self, talk: Talk, plan: Plan, line: L, since: int
    ) -> Sequence[DraftChange | IndicatorChange]:
        """What was corrected of a line since a version of it."""

    @abstractmethod
    def code(self, line: L) -> str:
        """What people type to see it."""

    @abstractmethod
    def question(self, talk: Talk, line: L, what: str) -> str:
        """What is asked before a correction."""

    @abstractmethod
    async def offered(self, talk: Talk, plan: Plan) -> Sequence[tuple[int, str]]:
        """The agencies on buttons under the question who leads it: ids and names."""

    @abstractmethod
    def read(self, talk: Talk, line: L, what: str, text: str) -> E | str:
        """What was typed as a correction; where it is none, what is said to that."""

    @abstractmethod
    async def write(self, talk: Talk, plan: Plan, line: L, seen: int, edit: E) -> None:
        """Correct a line; raises as the writes of `tasks` do."""

    def asking(self, what: str) -> Handler:
        """The handler of a button that asks for one field; what is typed next is it."""

        @said_of_drafts
        async def on_asked(talk: Talk, argument: str) -> Outgoing:
            plan, line, seen = await self.find(talk, argument)
            talk.remember(correcting={self.key: line.id, "version": seen, "what": what})
            buttons = [
                (Choice(cut(name, LABEL), f"{self.prefix}lead:{line.id}:{seen}:{agency_id}"),)
                for agency_id, name in (await self.offered(talk, plan) if what == "agency" else ())
            ]
            return Outgoing((self.question(talk, line, what),), tuple(buttons))

        return on_asked

    async def on_lead(self, talk: Talk, argument: str) -> Outgoing:
        """An agency picked as the lead: "id:version:agency"."""
        agency = await pressed_agency(talk, argument)
        if agency is None:
            return Outgoing((texts.not_a_draft(talk.tr),))
        return await self._correct(talk, argument, self.edit(leads=[agency.name]))

    @said_of_drafts
    async def typed(self, talk: Talk, asked: dict[str, Any], text: str) -> Outgoing:
        """What was asked for of a line, typed."""
        argument = f"{asked[self.key]}:{asked['version']}"
        _, line, _ = await self.find(talk, argument)
        edit = self.read(talk, line, str(asked["what"]), text)
        if isinstance(edit, str):
            talk.remember(correcting=asked)
            return Outgoing((edit,))
        return await self._correct(talk, argument, edit, asked=asked)

    @said_of_drafts
    async def on_keep(self, talk: Talk, argument: str) -> Outgoing:
        """ "Giữ nguyên" or "Thêm cơ quan này" under what was refused: it is kept all the same."""
        kept: dict[str, Any] | None = talk.recall("insisting")
        talk.remember(insisting=None)
        if kept is None or argument != f"{kept.get(self.key)}:{kept['version']}":
            return Outgoing((texts.not_a_draft(talk.tr),))
        _, line, _ = await self.find(talk, argument)
        edit = self.read(talk, line, str(kept["what"]), str(kept["text"]))
        if isinstance(edit, str):
            return Outgoing((edit,))
        return await self._correct(talk, argument, replace(edit, insist=True))

    @said_of_drafts
    async def _correct(
        self, talk: Talk, argument: str, edit: E, *, asked: dict[str, Any] | None = None
    ) -> Outgoing:
        """Write a correction; the line comes again where it is doubtful still, or where nobody is
        going through the doubtful ones."""
        tr = talk.tr
        plan, line, seen = await self.find(talk, argument)
        going_through, before = line.open, line.review
        try:
            await self.write(talk, plan, line, seen, edit)
        except DraftChangedError as changed:
            return await self.card(talk, plan, line, changed_by(talk, changed))
        except BadDeadlineError as bad:
            said = row_texts.bad_deadline(
                tr, words=bad.words, due=bad.due, counted_from=bad.counted_from
            )
            return self._ask_again(talk, asked, said, row_texts.button_keep(tr))
        except UnknownAgencyError as unknown:
            said = row_texts.unknown_agency(tr, names=unknown.names)
            return self._ask_again(talk, asked, said, row_texts.button_new_agency(tr))
        now = await self._again(talk, line)
        if now.open or not going_through:
            note = row_texts.corrected(tr, task=self.code(line))
            return await self.card(talk, plan, now, note)
        changes = said_of_changes(tr, await self.changes(talk, plan, line, seen))
        note = row_texts.corrected_so(tr, task=self.code(line), changes=changes)
        return await self._next(talk, plan, line, before, note)

    def _ask_again(
        self, talk: Talk, asked: dict[str, Any] | None, said: str, insist: str
    ) -> Outgoing:
        """Say why a correction was refused; another may be typed, or this one insisted on."""
        if asked is None:
            return Outgoing((said,))
        talk.remember(correcting=asked, insisting={**asked, "text": talk.incoming.text})
        keep = Choice(insist, f"{self.prefix}keep:{asked[self.key]}:{asked['version']}")
        return Outgoing((said,), ((keep,),))


def agencies_named(text: str) -> list[str]:
    """The names of agencies that were typed, between commas or in lines."""
    return [name for name in map(clean, BETWEEN.split(text)) if name]
