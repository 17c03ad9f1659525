"""What the sheet of a draft posts, read from JSON that anybody may have written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.channels.web.posts import clean_text
from bot.conversation.drafts.head import read_day
from bot.conversation.talk import LARGEST_ID, read_id
from db.enums import Review
from tasks.drafts.correcting import RowEdit
from tasks.drafts.head import HeadEdit
from tasks.drafts.indicators import IndicatorEdit

LONGEST = 20_000
"""Characters of one corrected field; no cell of a plan comes near."""
MOST = 500
"""Rows, or agencies of a row, that one correction may name."""


class BadRequestError(Exception):
    """What was posted is none of what this page posts."""


class BadDayError(BadRequestError):
    """A day of issue that is none, or that has not come."""


def read_seen(body: Mapping[str, Any]) -> dict[int, int]:
    """The versions of the rows to write on, by the task's id. Raises `BadRequestError`."""
    seen = body.get("seen")
    if not isinstance(seen, dict) or not 0 < len(seen) <= MOST:
        raise BadRequestError
    found = {}
    for key, version in seen.items():
        task_id = read_id(key)
        if task_id is None:
            raise BadRequestError
        found[task_id] = read_number(version)
    return found


def read_review(value: object) -> Review | None:
    """What is said of rows. Raises `BadRequestError`."""
    if value is None:
        return None
    try:
        return Review(str(value))
    except ValueError as error:
        raise BadRequestError from error


def read_edit(value: object) -> RowEdit:
    """What becomes of rows. Raises `BadRequestError`."""
    given = _object(value)
    return RowEdit(
        content=_text(given, "content"),
        product=_text(given, "product"),
        deadline=_text(given, "deadline"),
        leads=_names(given, "leads"),
        coordinating=_names(given, "coordinating"),
        insist=given.get("insist") is True,
    )


def read_indicator(value: object) -> IndicatorEdit:
    """What becomes of an indicator. Raises `BadRequestError`."""
    given = _object(value)
    return IndicatorEdit(
        name=_text(given, "name"),
        unit=_text(given, "unit"),
        targets=_text(given, "targets"),
        leads=_names(given, "leads"),
        insist=given.get("insist") is True,
    )


def read_head(value: object, today: date) -> HeadEdit:
    """What becomes of the plan's own fields. Raises `BadRequestError` or `BadDayError`."""
    given = _object(value)
    day = _text(given, "issued_on")
    issued_on = read_day(day) if day else None
    if day and (issued_on is None or issued_on > today):
        raise BadDayError(day)
    return HeadEdit(
        number=_text(given, "number"),
        issued_on=issued_on,
        issuer=_text(given, "issuer"),
        title=_text(given, "title"),
        reporting=_text(given, "reporting"),
    )


def _object(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BadRequestError
    return value


def _text(given: Mapping[str, Any], name: str) -> str | None:
    value = given.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > LONGEST:
        raise BadRequestError
    return clean_text(value)


def _names(given: Mapping[str, Any], name: str) -> list[str] | None:
    value = given.get(name)
    if value is None:
        return None
    if not isinstance(value, list) or len(value) > MOST:
        raise BadRequestError
    return [text for text in (_text({"name": one}, "name") for one in value) if text]


def read_number(value: object) -> int:
    """A number that the database can hold. Raises `BadRequestError`."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LARGEST_ID:
        raise BadRequestError
    return value


def read_maybe(value: object) -> int | None:
    """A number that the database can hold, or none. Raises `BadRequestError`."""
    return None if value is None else read_number(value)
