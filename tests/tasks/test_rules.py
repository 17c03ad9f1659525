"""Who may do what: every role beside every rule."""

import pytest

from db.enums import Role
from tasks.rules import (
    Standing,
    may_decide_extensions,
    may_report,
    may_see,
    may_sum_up,
    may_urge,
)

OURS, THEIRS = 1, 2

NOBODY = Standing(frozenset())
OFFICER = Standing(frozenset({(Role.OFFICER, OURS)}))
HEAD = Standing(frozenset({(Role.HEAD, OURS)}))
SECRETARY = Standing(frozenset({(Role.SECRETARY, None)}))
MEMBER = Standing(frozenset({(Role.MEMBER, None)}))
BOTH = Standing(frozenset({(Role.SECRETARY, None), (Role.OFFICER, OURS), (Role.HEAD, THEIRS)}))


@pytest.mark.parametrize(
    ("standing", "reports_ours", "reports_theirs", "sees_theirs", "leads"),
    [
        pytest.param(NOBODY, False, False, False, False, id="nobody"),
        pytest.param(OFFICER, True, False, False, False, id="officer"),
        pytest.param(HEAD, True, False, False, False, id="head"),
        pytest.param(SECRETARY, False, False, True, True, id="secretary"),
        pytest.param(MEMBER, False, False, True, True, id="member"),
        pytest.param(BOTH, True, True, True, True, id="permissions-add-up"),
    ],
)
def test_what_a_role_may_do(standing, reports_ours, reports_theirs, sees_theirs, leads):
    assert may_report(standing, [OURS]) is reports_ours
    assert may_report(standing, [THEIRS]) is reports_theirs
    assert may_see(standing, [THEIRS]) is sees_theirs
    assert may_decide_extensions(standing) is leads
    assert may_sum_up(standing) is leads


def test_one_of_several_leads_is_enough_to_report():
    assert may_report(OFFICER, [THEIRS, OURS])


def test_nobody_reports_for_a_task_without_a_lead():
    assert not may_report(BOTH, [])


def test_the_agencies_of_a_standing_are_those_of_its_agency_roles():
    assert BOTH.agency_ids == {OURS, THEIRS}
    assert MEMBER.agency_ids == frozenset()


@pytest.mark.parametrize(
    ("standing", "ours", "theirs"),
    [
        pytest.param(NOBODY, False, False, id="nobody"),
        pytest.param(OFFICER, False, False, id="officer"),
        pytest.param(HEAD, True, False, id="head-of-ours"),
        pytest.param(MEMBER, False, False, id="member"),
        pytest.param(SECRETARY, True, True, id="secretary"),
    ],
)
def test_who_reminds_whom_at_once(standing, ours, theirs):
    assert may_urge(standing, OURS) is ours
    assert may_urge(standing, THEIRS) is theirs
