"""Which change is allowed in which state and by whom; pure."""

from collections.abc import Collection
from dataclasses import dataclass

from db.enums import AGENCY_ROLES, Role


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is in one committee: roles with the agency they are held in (None: none)."""

    roles: frozenset[tuple[Role, int | None]]

    @property
    def agency_ids(self) -> frozenset[int]:
        """The agencies this person reports for."""
        return frozenset(
            agency for role, agency in self.roles if role in AGENCY_ROLES and agency is not None
        )

    def has(self, *roles: Role) -> bool:
        """Whether the person holds any of these roles."""
        return any(role in roles for role, _ in self.roles)


def may_report(standing: Standing, lead_ids: Collection[int]) -> bool:
    """Officers and heads report for the tasks that their agency leads."""
    return not standing.agency_ids.isdisjoint(lead_ids)


def may_prove(standing: Standing, lead_ids: Collection[int]) -> bool:
    """Files and documents are put to a task by who reports for it, or by the standing office."""
    return may_report(standing, lead_ids) or may_run_office(standing)


def may_send_files(standing: Standing) -> bool:
    """Files are plans, from the standing office, or proofs, from those who report for an agency."""
    return may_run_office(standing) or bool(standing.agency_ids)


def may_see(standing: Standing, agency_ids: Collection[int]) -> bool:
    """A task is open to those whose agencies have a part in it, and to the committee's own people.

    `agency_ids` are all the task's agencies, leading and coordinating.
    """
    return standing.has(Role.SECRETARY, Role.MEMBER) or not standing.agency_ids.isdisjoint(
        agency_ids
    )


def may_sum_up(standing: Standing) -> bool:
    """The whole committee's roll-up is for its members and its secretariat."""
    return standing.has(Role.SECRETARY, Role.MEMBER)


def may_decide_extensions(standing: Standing) -> bool:
    """Extensions are granted or refused by a secretary or a member (domain: Gia hạn)."""
    return standing.has(Role.SECRETARY, Role.MEMBER)


def may_confirm(standing: Standing) -> bool:
    """Reported completions are confirmed by the secretariat (domain: Words)."""
    return standing.has(Role.SECRETARY)


def may_review(standing: Standing) -> bool:
    """Drafts of plans are corrected and accepted by the secretariat (domain: Words)."""
    return standing.has(Role.SECRETARY)


def may_run_office(standing: Standing) -> bool:
    """Tasks given, corrected, paused or handed over, reports in an agency's stead, nudges, people.

    All these are the standing office's alone.
    """
    return standing.has(Role.SECRETARY)


def may_instruct(standing: Standing) -> bool:
    """An instruction on a task (chỉ đạo) is a member's word."""
    return standing.has(Role.MEMBER)


def may_name_officer(standing: Standing, agency_id: int) -> bool:
    """An agency's head says which of its officers has a task."""
    return (Role.HEAD, agency_id) in standing.roles


def may_urge(standing: Standing, agency_id: int) -> bool:
    """The standing office reminds anybody at once, a head those of the own agency."""
    return may_run_office(standing) or (Role.HEAD, agency_id) in standing.roles
