"""Tables whose cells a scan ran together: each line holds pieces of several cells side by side."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from plans.agencies.snapping import sound_names
from plans.annexes import Annex, AnnexRows, Row
from plans.body.prose import read_sayings
from plans.columns import Column
from plans.files.numbering import in_form
from plans.mixed.costs import clear_deadline, number_cost
from plans.mixed.helpers import share_helpers
from plans.mixed.layout import MixedLayout, Parts
from plans.mixed.lines import Words
from plans.mixed.mend_rows import mend_rows
from plans.mixed.page import Page, Token, read_page, tokens_of
from plans.mixed.rows import RowSpan, cut_rows
from plans.mixed.task_words import task_of
from plans.source import Line
from plans.words import join_lines

ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
SHORTEST_WORD = 3
"""In letters and figures: less is a border or a stain, and says nothing."""


def read_mixed_table(
    annex: Annex, counted_from: date, body: Sequence[Line] = ()
) -> AnnexRows | None:
    """The rows of an annex printed as a table and scanned; None if its header is not of one.

    They are mended by what the body says of the same tasks.
    """
    page = read_page(annex.lines)
    if page is None:
        return None
    layout = MixedLayout(page.columns, page.width, counted_from)
    spans = cut_rows(page)
    groups = _groups(page)
    laid = [layout.lay_row(_tokens(page, span)) for span in spans]
    read = [
        (span, _read_row(page, span, parts, groups, counted_from))
        for span, parts in zip(spans, laid, strict=True)
    ]
    found = [(span, row) for span, row in read if row.content]
    if not found:
        return None
    used = {at for span, _ in found for at in range(span.start, span.end)} | page.inside
    rows = mend_rows([row for _, row in found], read_sayings(body, counted_from), counted_from)
    words = {
        str(span.no): _words(_tokens(page, span), parts)
        for span, parts in zip(spans, laid, strict=True)
    }
    if {Column.COORDINATING, Column.PRODUCT} <= set(page.columns):
        rows = share_helpers(rows, words)
    rows = [
        replace(row, content=task_of(words[row.no], row.deadline or ""))
        if row.again is None and row.no in words and "row_from_prose" not in row.doubts
        else row
        for row in rows
    ]
    unread = tuple(line for at, line in enumerate(page.lines) if at not in used)
    return AnnexRows(tuple(rows), unread)


def _tokens(page: Page, span: RowSpan) -> list[tuple[Token, ...]]:
    lines = [tokens_of(line.text) for line in page.lines[span.start : span.end]]
    return _without_number(lines, span.no)


def _words(lines: Sequence[Sequence[Token]], laid: Sequence[Parts]) -> list[Words]:
    """Each line's words with the columns they were laid into; stains are in none."""
    found: list[Words] = []
    for tokens, parts in zip(lines, laid, strict=True):
        placed = [(word, column) for column, text in parts for word in text.split()]
        words: list[tuple[str, Column | None]] = []
        for token in tokens:
            own = bool(placed) and placed[0][0] == token.text
            words.append(placed.pop(0) if own else (token.text, None))
        found.append(tuple(words))
    return found


def _groups(page: Page) -> list[tuple[int, str, str]]:
    """Where each group begins, its number and its title.

    Groups stand in their order and a scan seldom leaves a roman number as it was ("rx", "%"), so
    they are counted; in words ("Thứ nhất") where they are printed so.
    """
    return [
        (at, _in_words(count) if " " in number else in_form(count, "upperRoman"), title)
        for count, (at, (number, title)) in enumerate(sorted(page.headings.items()), 1)
    ]


def _in_words(count: int) -> str:
    return f"Thứ {ORDINALS[count - 1]}" if count <= len(ORDINALS) else str(count)


def _read_row(
    page: Page,
    span: RowSpan,
    laid: Sequence[Parts],
    groups: Sequence[tuple[int, str, str]],
    counted_from: date,
) -> Row:
    lines = [tokens_of(line.text) for line in page.lines[span.start : span.end]]
    group, title = next(
        ((no, title) for at, no, title in reversed(groups) if at < span.start), ("", "")
    )
    deadline, helpers = _cell(laid, Column.DEADLINE), _cell(laid, Column.COORDINATING)
    left = tuple(_left_out(lines, laid))
    if helpers is not None and " " not in helpers and not sound_names([helpers]):
        left = (*left, helpers)  # a name of one syllable is none
        helpers = None
    return Row(
        line=page.lines[span.start].number,
        group=group,
        group_title=title,
        no=str(span.no),
        content=_cell(laid, Column.CONTENT) or "",
        lead=_cell(laid, Column.LEAD),
        coordinating=helpers,
        product=_cell(laid, Column.PRODUCT),
        deadline=deadline and (clear_deadline(deadline, counted_from) or deadline),
        left=left,
    )


def _left_out(lines: Sequence[Sequence[Token]], laid: Sequence[Parts]) -> Iterator[str]:
    """The words of each line that were taken for stains and are more than a sign or two."""
    for tokens, parts in zip(lines, laid, strict=True):
        kept = Counter(word for _, text in parts for word in text.split())
        out = Counter(token.text for token in tokens) - kept
        words = [word for word in out if len(re.findall(r"[^\W_]", word)) >= SHORTEST_WORD]
        if words:
            yield " ".join(words)


def _without_number(lines: Sequence[tuple[Token, ...]], no: int) -> list[tuple[Token, ...]]:
    """The lines without the row's number, which stands first in the line that shows it best."""
    costs = [number_cost(line[0].text, no) if line else None for line in lines]
    found = min((cost for cost in costs if cost is not None), default=None)
    if found is None:
        return list(lines)
    at = costs.index(found)
    return [line[1:] if place == at else line for place, line in enumerate(lines)]


def _cell(laid: Sequence[Parts], column: Column) -> str | None:
    return join_lines([text for parts in laid for part, text in parts if part is column]) or None
