"""A parsed plan as plain values, in the form in which plans are labelled by hand."""

from datetime import date
from typing import Any

from plans.head.reporting import ReportingRule
from plans.indicators.targets import Target
from plans.parsed import Leftover, ParsedIndicator, ParsedPlan, ParsedTask


def to_labels(plan: ParsedPlan) -> dict[str, Any]:
    """The plan, its tasks and its indicators, ready to be written as JSON."""
    return {
        "plan": {
            "number": plan.number,
            "issued_on": _iso(plan.issued_on),
            "counted_from": _iso(plan.counted_from),
            "counted_from_doubtful": plan.counted_from_doubtful,
            "issuer": plan.issuer,
            "title": plan.title,
            "steering": {
                "committee": plan.steering.committee,
                "standing_body": plan.steering.standing_body,
            },
            "reporting": [_reporting_label(rule) for rule in plan.reporting],
            "leftovers": [
                {"source": left.source, "text": left.text, **_place_label(left)}
                for left in plan.leftovers
            ],
        },
        "tasks": [_task_label(task) | _reading_label(task) for task in plan.tasks],
        "indicators": [_indicator_label(row) | _reading_label(row) for row in plan.indicators],
    }


def _reading_label(row: ParsedTask | ParsedIndicator) -> dict[str, Any]:
    """Where the row stands and how sure it is; the words of a scan as they came."""
    raw = row.content_raw if isinstance(row, ParsedTask) else row.raw_name
    return {
        **_place_label(row),
        "certainty": row.certainty.value,
        "doubts": list(row.doubts),
        "content_raw": raw,
        "doubtful_words": list(row.doubtful_words),
    }


def _place_label(row: ParsedTask | ParsedIndicator | Leftover) -> dict[str, Any]:
    """The line, and the page or the sheet and its row where the file has such."""
    place = row.place
    found = {"page": place.page, "sheet": place.sheet, "row": place.row} if place else {}
    return {"line": row.line} | {name: at for name, at in found.items() if at is not None}


def _reporting_label(rule: ReportingRule) -> dict[str, Any]:
    return {
        "every": rule.every.value,
        "due_day": rule.due_day,
        "due_month": rule.due_month,
        "before": rule.before,
        "raw": rule.raw,
        "to": rule.to,
        "via": rule.via,
    }


def _task_label(task: ParsedTask) -> dict[str, Any]:
    """One task; what only some rows have (`sub`, `parent_content`) is left out of the others."""
    deadline = task.deadline
    label: dict[str, Any] = {
        "source": task.source,
        "group": task.group,
        "group_title": task.group_title,
        "no": task.no,
        "content": task.content,
        "lead": list(task.lead),
        "coordinating": list(task.coordinating),
        "product": task.product,
        "deadline_raw": task.deadline_raw,
        "deadline": task.deadline_text,
        "kind": deadline.kind.value,
        "start": _iso(deadline.start),
        "due": _iso(deadline.due),
        "recurs": deadline.recurs.value if deadline.recurs else None,
        "recurs_due": deadline.recurs_due,
    }
    some = {"sub": task.sub, "parent_content": task.parent_content}
    return label | {name: value for name, value in some.items() if value is not None}


def _indicator_label(indicator: ParsedIndicator) -> dict[str, Any]:
    """One indicator; `heading` is printed of headings alone, `low` and `high` of ranges alone."""
    label: dict[str, Any] = {
        "source": indicator.source,
        "group": indicator.group,
        "group_title": indicator.group_title,
        "no": indicator.no,
        "name": indicator.name,
        "unit": indicator.unit,
        "targets": {year: _target_label(target) for year, target in indicator.targets},
        "lead": list(indicator.lead),
        "coordinating": list(indicator.coordinating),
        "product": indicator.product,
    }
    return label | ({"heading": True} if indicator.heading else {})


def _target_label(target: Target) -> dict[str, Any]:
    label = {
        "raw": target.raw,
        "op": target.op,
        "value": _plain(target.value),
        "unit": target.unit,
    }
    if target.low is None:
        return label
    return label | {"low": _plain(target.low), "high": _plain(target.high)}


def _plain(value: float | None) -> float | int | None:
    """A whole number without its decimal point."""
    return int(value) if value is not None and value.is_integer() else value


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
