"""Annexes printed as a list: a numbered task, then a line a label ("- Cơ quan chủ trì: ...")."""

import re
from dataclasses import dataclass
from datetime import date

from plans.annexes import Annex, AnnexRows, Row
from plans.columns import Column
from plans.source import Line
from plans.words import fold, join_lines

GROUP = re.compile(r"(?P<number>[IVX1lL]*[IVX][IVX1lL]*)\. (?P<title>\S.*)")
"""A roman number, whose I may be misread as 1, l or L: "I11. Nhóm nhiệm vụ về tuyên truyền"."""
ITEM = re.compile(r"(?P<number>\d{1,3})\. (?P<content>\S.*)")
LABEL = re.compile(r"(?P<dash>[-+•] ?)?(?P<name>[^:]{4,40}): ?(?P<value>.*)")
WHOLE_LABEL = re.compile(
    r"(?:co quan|don vi|bo phan) \w+(?: \w+)?|tho\w{1,2} (?:gian|han)(?: \w+){0,2}"
)
"""What a label without its dash must be, folded, to be told from a sentence with a colon."""
LABELS = (
    (Column.LEAD, r"chu tri|chiu trach nhiem"),
    (Column.COORDINATING, r"phoi hop"),
    (Column.PRODUCT, r"san pham|ket qua"),
    (Column.DEADLINE, r"tho\w{1,2} (?:gian|han)|tien do"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """A task of the list, whose parts grow line by line."""

    number: str
    line: Line
    group: str
    group_title: list[str]
    parts: dict[Column, list[str]]

    def text(self, column: Column) -> str | None:
        return join_lines(self.parts.get(column, [])) or None


def read_labelled_list(annex: Annex, counted_from: date) -> AnnexRows | None:
    """The rows of an annex printed as a list; None if no task in it has a label of its own."""
    if not any(_label_of(line) for line in annex.lines):
        return None
    items, unread = _gather(annex)
    rows = tuple(
        Row(
            line=item.line.number,
            group=item.group,
            group_title=join_lines(item.group_title),
            no=item.number,
            content=item.text(Column.CONTENT) or "",
            lead=item.text(Column.LEAD),
            coordinating=item.text(Column.COORDINATING),
            product=item.text(Column.PRODUCT),
            deadline=item.text(Column.DEADLINE),
        )
        for item in items
    )
    return AnnexRows(rows, unread)


def _gather(annex: Annex) -> tuple[list[Item], tuple[Line, ...]]:
    """The items in order, and the labelled lines that stand under none of them.

    What stands above the first group or task is the annex's own title and is passed over.
    """
    items: list[Item] = []
    unread: list[Line] = []
    item: Item | None = None
    group, title = "", list[str]()
    here = list[str]()  # what a line without a mark goes on with
    for line in annex.lines:
        if heading := GROUP.fullmatch(line.text):
            item, group = None, re.sub(r"[1lL]", "I", heading["number"])
            title = here = [heading["title"]]
        elif numbered := ITEM.fullmatch(line.text):
            here = [numbered["content"]]
            item = Item(numbered["number"], line, group, title, {Column.CONTENT: here})
            items.append(item)
        elif (label := _label_of(line)) is None:
            here.append(line.text)
        elif item is None:
            unread.append(line)
        else:
            column, value = label
            here = item.parts.setdefault(column, [])
            here.append(value)
    return items, tuple(unread)


def _label_of(line: Line) -> tuple[Column, str] | None:
    """What a labelled line speaks of, and what it says of it."""
    found = LABEL.fullmatch(line.text)
    if found is None:
        return None
    name = fold(found["name"])
    if found["dash"] is None and WHOLE_LABEL.fullmatch(name) is None:
        return None
    column = next((column for column, words in LABELS if re.search(words, name)), None)
    return (column, found["value"]) if column else None
