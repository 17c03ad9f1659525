"""Annexes printed as a list: a numbered task, then a line a label ("- Cơ quan chủ trì: ...")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from plans.annexes import Annex, AnnexRows, Row
from plans.columns import Column
from plans.source import Line
from plans.words import fold, join_lines

GROUP = re.compile(r"(?P<number>[IVX1l]*[IVX][IVX1l]*)\. (?P<title>\S.*)")
"""A roman number, whose I may be misread as 1 or l: "I11. Nhóm nhiệm vụ về tuyên truyền"."""
ITEM = re.compile(r"(?P<number>\d{1,3})\. (?P<content>\S.*)")
LABEL = re.compile(r"[-+•] ?(?P<name>[^:]{4,40}): ?(?P<value>.*)")
LABELS = (
    (Column.LEAD, r"chu tri|chiu trach nhiem"),
    (Column.COORDINATING, r"phoi hop"),
    (Column.PRODUCT, r"san pham|ket qua"),
    (Column.DEADLINE, r"thoi gian|thoi han|tien do"),
)


@dataclass(slots=True)
class Item:
    """A task of the list while its lines are gathered, label by label."""

    number: str
    line: Line
    group: str
    group_title: list[str]
    parts: dict[Column, list[Line]] = field(default_factory=dict)

    def text(self, column: Column, first: dict[int, str]) -> str | None:
        """The lines of one part, each first line without its number or label."""
        lines = self.parts.get(column)
        if not lines:
            return None
        return join_lines([first.get(line.number, line.text) for line in lines]) or None


def read_labelled_list(annex: Annex, counted_from: date) -> AnnexRows | None:
    """The rows of an annex printed as a list; None if no task in it has a label of its own."""
    if not any(_label_of(line) for line in annex.lines):
        return None
    first: dict[int, str] = {}
    unread: list[Line] = []
    items = list(_gather(annex, first, unread))
    rows = tuple(
        Row(
            line=item.line.number,
            group=item.group,
            group_title=join_lines(item.group_title),
            no=item.number,
            content=item.text(Column.CONTENT, first) or "",
            lead=item.text(Column.LEAD, first),
            coordinating=item.text(Column.COORDINATING, first),
            product=item.text(Column.PRODUCT, first),
            deadline=item.text(Column.DEADLINE, first),
        )
        for item in items
    )
    return AnnexRows(rows, tuple(unread))


def _gather(annex: Annex, first: dict[int, str], unread: list[Line]) -> Iterator[Item]:
    """The items in order; `first` gets what numbered and labelled lines say after their mark."""
    group, title = "", list[str]()
    item: Item | None = None
    place: list[Line] | None = None
    for line in annex.lines:
        heading, numbered, label = (
            GROUP.fullmatch(line.text),
            ITEM.fullmatch(line.text),
            _label_of(line),
        )
        if item is not None and (heading is not None or numbered is not None):
            yield item
            item = None
        if heading is not None:
            group, title = re.sub(r"[1l]", "I", heading["number"]), [heading["title"]]
            place = None
        elif numbered is not None:
            item = Item(numbered["number"], line, group, title)
            first[line.number] = numbered["content"]
            place = item.parts.setdefault(Column.CONTENT, [line])
        elif label is not None and item is not None:
            column, first[line.number] = label
            place = item.parts.setdefault(column, [])
            place.append(line)
        elif place is not None:
            place.append(line)
        elif title:
            title.append(line.text)
        elif group:
            unread.append(line)
    if item is not None:
        yield item


def _label_of(line: Line) -> tuple[Column, str] | None:
    """What a labelled line speaks of, and what it says of it."""
    found = LABEL.fullmatch(line.text)
    if found is None:
        return None
    name = fold(found["name"])
    column = next((column for column, words in LABELS if re.search(words, name)), None)
    return (column, found["value"]) if column else None
