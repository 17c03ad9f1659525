"""What a secretary goes through in a draft one by one: its rows, or its indicators.

Going through them and saying that one is right are the same for both and stand here, corrections
in `line_corrections`; a kind of line says how its own are found, shown and written.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Generic, Protocol, TypeVar

from bot.conversation.drafts import reviewing
from bot.conversation.drafts.draft import (
    changed_by,
    find_draft,
    followed_since,
    said_of_drafts,
)
from bot.conversation.talk import Talk, read_id
from bot.ports import Outgoing
from db.enums import PlanState, Review
from db.models import DraftChange, IndicatorChange, Plan
from tasks.errors import (
    DraftChangedError,
    NotADraftError,
    NotYourRoleError,
)
from tasks.rules import may_review


class Line(Protocol):
    """A row or an indicator of a draft as it stands."""

    @property
    def id(self) -> int: ...
    @property
    def version(self) -> int: ...
    @property
    def last(self) -> DraftChange | IndicatorChange | None: ...
    @property
    def review(self) -> Review | None: ...
    @property
    def open(self) -> bool:
        """Whether it asks for a look that nobody has given it, or is kept for later."""


L = TypeVar("L", bound=Line)


class DraftLines(ABC, Generic[L]):
    """One kind of line; a button's data is "id:version" of the line as it was shown."""

    @abstractmethod
    async def lines(self, talk: Talk, plan: Plan) -> Sequence[L]:
        """All of a draft's, in their order."""

    def in_turn(self, lines: Sequence[L]) -> list[L]:
        """Lines in the order in which they are gone through: as they stand, unless a kind has
        some that weigh more."""
        return list(lines)

    @abstractmethod
    async def plan_of(self, talk: Talk, line_id: int) -> Plan | None:
        """The plan of this committee that a line is of."""

    @abstractmethod
    async def numbered(
        self, talk: Talk, drafts: Sequence[Plan], numbers: Collection[int]
    ) -> dict[int, int]:
        """Those of these drafts' lines that bear one of the committee's numbers: number to id."""

    @abstractmethod
    async def line(self, talk: Talk, plan: Plan, line_id: int) -> L:
        """A line of this plan as it stands."""

    @abstractmethod
    async def card(self, talk: Talk, plan: Plan, line: L, *notes: str) -> Outgoing:
        """A line as it was read, what is doubtful in it, and the words of the source."""

    @abstractmethod
    def code(self, line: L) -> str:
        """What people type to see it."""

    @abstractmethod
    def kept(self, talk: Talk, codes: str, review: Review | None) -> str:
        """What was said of one, or of several by their codes, said back."""

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
        left = [line for line in self.in_turn(await self.lines(talk, plan)) if line.open]
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
        lines = self.in_turn(await self.lines(talk, plan))
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
        return await self.say(talk, argument, Review.RIGHT)

    async def on_later(self, talk: Talk, argument: str) -> Outgoing:
        """ "Để sau"."""
        return await self.say(talk, argument, Review.LATER)

    async def on_none(self, talk: Talk, argument: str) -> Outgoing:
        """ "Không phải nhiệm vụ", "Không phải chỉ tiêu"."""
        return await self.say(talk, argument, Review.NOT_A_TASK)

    async def on_back(self, talk: Talk, argument: str) -> Outgoing:
        """ "Là nhiệm vụ": what was set aside is one again, and as doubtful as it was."""
        return await self.say(talk, argument, None)

    @said_of_drafts
    async def say(self, talk: Talk, argument: str, review: Review | None) -> Outgoing:
        """Say it of one line, and go on to the next that is to be looked at."""
        plan, line, seen = await self.find(talk, argument)
        before = line.review
        note = self.kept(talk, self.code(line), review)
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
