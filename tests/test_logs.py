"""What the program says of itself is one line, and tells nobody's words."""

import logging

from bot.logs import Lines


def _said(error: Exception | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("jobs", logging.INFO, __file__, 1, "Sent %s", (5,), info)
    record.created = 1765760402.0
    record.action = "reminder_sent"
    return Lines().format(record)


def test_a_line_has_its_time_in_utc_and_its_action():
    assert _said() == "2025-12-15T01:00:02Z [info] Sent 5 action=reminder_sent"


def test_a_fault_shows_where_it_came_from_and_none_of_its_words():
    words = " ".join(["xin", "lùi", "hạn"])
    try:
        try:
            int(words)
        except ValueError as error:
            raise LookupError(words) from error
    except LookupError as error:
        said = _said(error)

    kinds = [line for line in said.splitlines()[1:] if not line.startswith(" ")]
    assert kinds == ["builtins.ValueError", "builtins.LookupError"]
    assert said.count('test_logs.py", line') == 2
    assert words not in said
