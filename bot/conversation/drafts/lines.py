"""What a secretary goes through in a draft one by one: its rows, or its indicators.

Going through them, saying that one is right, asking for a correction and taking it are the same
for both and stand here; a kind of line says how its own are found, shown and written.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from bot.conversation.drafts import reviewing
from bot.conversation.drafts.draft import (
    changed_by,
    find_draft,
    followed_since,
    pressed_agency,
    said_of_changes,
    said_of_drafts,
)
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import draft_rows as row_texts
from bot.texts import reviewing as texts
from db.enums import PlanState, Review
from db.models import DraftChange, IndicatorChange, Plan
from plans.words import clean, cut
from tasks.drafts.correcting import RowEdit
from tasks.drafts.indicators import IndicatorEdit
from tasks.errors import (
    BadDeadlineError,
    DraftChangedError,
    NotADraftError,
    NotYourRoleError,
    UnknownAgencyError,
)
from tasks.rules import may_review

LABEL = 60
"""Longest name of an agency on a button, in characters."""

BETWEEN = re.compile(r"[,;\n]")

Handler = Callable[[Talk, str], Awaitable[Outgoing]]


class Line(Protocol):
    """A row or an indicator of a draft as it stands."""

    @property
    def id(self) -> int: ...
    @property
    def version(self) -> int: ...
    @property
    def review(self) -> Review | None: ...
    @property
    def open(self) -> bool:
        """Whether it asks for a look that nobody has given it, or is kept for later."""


L = TypeVar("L", bound=Line)
E = TypeVar("E", RowEdit, IndicatorEdit)


class DraftLines(ABC, Generic[L, E]):
    """One kind of line; a button's data is "id:version" of the line as it was shown."""

    prefix: ClassVar[str]
    """What the verbs of its buttons begin with."""
    key: ClassVar[str]
    """Under which a question that was asked of a line keeps the line's id."""
    edit: type[E]

    @abstractmethod
    async def lines(self, talk: Talk, plan: Plan) -> Sequence[L]:
        """All of a draft's, in their order."""

    @abstractmethod
    async def plan_of(self, talk: Talk, line_id: int) -> Plan | None:
        """The plan of this committee that a line is of."""

    @abstractmethod
    async def line(self, talk: Talk, plan: Plan, line_id: int) -> L:
        """A line of this plan as it stands."""

    @abstractmethod
    async def card(self, talk: Talk, plan: Plan, line: L, *notes: str) -> Outgoing:
        """A line as it was read, what is doubtful in it, and the words of the source."""

    @abstractmethod
    async def changes(
        self, talk: Talk, plan: Plan, line: L, since: int
    ) -> Sequence[DraftChange | IndicatorChange]:
        """What was corrected of a line since a version of it."""

    @abstractmethod
    def code(self, line: L) -> str:
        """What people type to see it."""

    @abstractmethod
    def kept(self, talk: Talk, line: L, review: Review | None) -> str:
        """What was said of it, said back."""

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

    @abstractmethod
    async def write_review(
        self, talk: Talk, plan: Plan, line: L, seen: int, review: Review | None
    ) -> None:
        """Say of a line that it is right, for later, or none."""

    async def find(self, talk: Talk, argument: str) -> tuple[Plan, L, int]:
        """The line of a button with its draft, and the version that was seen.

        Raises `NotYourRoleError`, `NotADraftError`, and `StaleButtonError` where the plan is
        followed by now.
        """
        if not may_review(talk.standing):
            raise NotYourRoleError
        given, _, rest = argument.partition(":")
        line_id, seen = read_id(given) or 0, read_id(rest.partition(":")[0])
        plan = await self.plan_of(talk, line_id)
        if plan is not None and plan.state is PlanState.ACCEPTED:
            raise followed_since(talk, plan)
        if plan is None or seen is None:
            raise NotADraftError
        return plan, await self.line(talk, plan, line_id), seen

    # Going through those that are doubtful

    @said_of_drafts
    async def on_look(self, talk: Talk, plan_id: str) -> Outgoing:
        """Go through them: those that nobody looked at, else those put off."""
        plan = await find_draft(talk, plan_id)
        left = [line for line in await self.lines(talk, plan) if line.open]
        if not left:
            return await reviewing.what_is_left(talk, plan)
        return await self.card(talk, plan, next((one for one in left if not one.review), left[0]))

    @said_of_drafts
    async def on_line(self, talk: Talk, line_id: str) -> Outgoing:
        """One line, by its button or its number."""
        plan, line, _ = await self.find(talk, f"{line_id}:0")
        return await self.card(talk, plan, line)

    async def _next(
        self, talk: Talk, plan: Plan, line: L, before: Review | None, note: str
    ) -> Outgoing:
        """The next to be looked at after `line`, of which `before` was said until now; at the end
        what is left to do."""
        lines = await self.lines(talk, plan)
        left = [one for one in lines if one.open and not one.review]
        if not left and before is Review.LATER:  # those put off are gone through
            place = [one.id for one in lines].index(line.id)
            left = [one for one in lines[place + 1 :] if one.open]
        if not left:
            return await reviewing.what_is_left(talk, plan, note)
        return await self.card(talk, plan, left[0], note)

    # What is said of one

    async def on_right(self, talk: Talk, argument: str) -> Outgoing:
        """ "Đúng"."""
        return await self._say(talk, argument, Review.RIGHT)

    async def on_later(self, talk: Talk, argument: str) -> Outgoing:
        """ "Để sau"."""
        return await self._say(talk, argument, Review.LATER)

    async def on_none(self, talk: Talk, argument: str) -> Outgoing:
        """ "Không phải nhiệm vụ", "Không phải chỉ tiêu"."""
        return await self._say(talk, argument, Review.NOT_A_TASK)

    async def on_back(self, talk: Talk, argument: str) -> Outgoing:
        """ "Là nhiệm vụ": what was set aside is one again, and as doubtful as it was."""
        return await self._say(talk, argument, None)

    @said_of_drafts
    async def _say(self, talk: Talk, argument: str, review: Review | None) -> Outgoing:
        plan, line, seen = await self.find(talk, argument)
        before = line.review
        note = self.kept(talk, line, review)
        try:
            await self.write_review(talk, plan, line, seen, review)
        except DraftChangedError as changed:
            pressed_twice = changed.who.id == talk.person.id and before is review
            if not pressed_twice:
                return await self.card(talk, plan, line, changed_by(talk, changed))
        if review is None:
            return await self.card(talk, plan, await self._again(talk, line), note)
        return await self._next(talk, plan, line, before, note)

    async def _again(self, talk: Talk, line: L) -> L:
        _, found, _ = await self.find(talk, f"{line.id}:0")
        return found

    # Correcting one

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
