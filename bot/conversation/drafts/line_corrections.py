"""Corrections of the lines of a draft: asked for, typed, insisted on, written."""

import re
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar

from bot.conversation.drafts.draft import (
    changed_by,
    pressed_agency,
    said_of_changes,
    said_of_drafts,
)
from bot.conversation.drafts.lines import DraftLines, L
from bot.conversation.drafts.reviewing import what_is_left
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts.drafts import reviewing as texts
from bot.texts.drafts import rows as row_texts
from db.enums import Review
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

    async def typed(self, talk: Talk, asked: dict[str, Any], text: str) -> Outgoing:
        """What was asked for of a line, typed."""
        argument = f"{asked[self.key]}:{asked['version']}"
        return await self.correct(talk, argument, ((str(asked["what"]), text),))

    @said_of_drafts
    async def correct(
        self, talk: Talk, argument: str, fields: Sequence[tuple[str, str]]
    ) -> Outgoing:
        """One line corrected as the words of each field say."""
        _, line, seen = await self.find(talk, argument)
        asked = {self.key: line.id, "version": seen, "what": fields[0][0], "text": fields[0][1]}
        edit = self._edit(talk, line, fields)
        if isinstance(edit, str):
            talk.remember(correcting=asked)
            return Outgoing((edit,))
        return await self._correct(talk, argument, edit, asked=asked if len(fields) == 1 else None)

    def _edit(self, talk: Talk, line: L, fields: Sequence[tuple[str, str]]) -> E | str:
        """The words of several fields as one correction; where one is none, what is said to it."""
        edit = self.edit()
        for what, text in fields:
            read = self.read(talk, line, what, text)
            if isinstance(read, str):
                return read
            given = {one.name: getattr(read, one.name) for one in dataclass_fields(read)}
            edit = replace(edit, **{name: one for name, one in given.items() if one is not None})
        return edit

    @said_of_drafts
    async def correct_several(
        self, talk: Talk, arguments: Sequence[str], fields: Sequence[tuple[str, str]]
    ) -> Outgoing:
        """Several lines corrected alike: all of them, or none where one cannot be."""

        async def write(plan: Plan, line: L, seen: int) -> None:
            edit = self._edit(talk, line, fields)
            if isinstance(edit, str):
                raise _NoCorrectionError(edit)
            await self.write(talk, plan, line, seen, edit)

        return await self._each(
            talk, arguments, write, lambda codes: row_texts.corrected(talk.tr, task=codes)
        )

    @said_of_drafts
    async def say_of_several(
        self, talk: Talk, arguments: Sequence[str], review: Review | None
    ) -> Outgoing:
        """The same said of several lines: of all of them, or of none."""

        async def write(plan: Plan, line: L, seen: int) -> None:
            await self.write_review(talk, plan, line, seen, review)

        return await self._each(
            talk, arguments, write, lambda codes: self.kept(talk, codes, review)
        )

    async def _each(
        self,
        talk: Talk,
        arguments: Sequence[str],
        write: Callable[[Plan, L, int], Awaitable[None]],
        said: Callable[[str], str],
    ) -> Outgoing:
        codes = []
        try:
            async with talk.session.begin_nested():
                for argument in arguments:
                    plan, line, seen = await self.find(talk, argument)
                    codes.append(self.code(line))
                    await write(plan, line, seen)
        except DraftChangedError as changed:
            plan, line, _ = await self.find(talk, argument)
            return await self.card(talk, plan, line, changed_by(talk, changed))
        except BadDeadlineError as bad:
            return Outgoing((_bad_deadline(talk, bad),))
        except UnknownAgencyError as unknown:
            return Outgoing((row_texts.unknown_agency(talk.tr, names=unknown.names),))
        except _NoCorrectionError as none:
            return Outgoing((none.said,))
        return await what_is_left(talk, plan, said(", ".join(codes)))

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
            return self._ask_again(talk, asked, _bad_deadline(talk, bad), row_texts.button_keep(tr))
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
        talk.remember(correcting=asked, insisting=asked)
        keep = Choice(insist, f"{self.prefix}keep:{asked[self.key]}:{asked['version']}")
        return Outgoing((said,), ((keep,),))


class _NoCorrectionError(Exception):
    """What was typed corrects nothing; what is said to that."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


def _bad_deadline(talk: Talk, bad: BadDeadlineError) -> str:
    return row_texts.bad_deadline(
        talk.tr, words=bad.words, due=bad.due, counted_from=bad.counted_from
    )


def agencies_named(text: str) -> list[str]:
    """The names of agencies that were typed, between commas or in lines."""
    return [name for name in map(clean, BETWEEN.split(text)) if name]
