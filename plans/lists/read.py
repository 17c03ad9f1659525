"""Annexes printed as a list: a numbered task, then a line a label ("- Cơ quan chủ trì: ..."), or
closing brackets that say the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plans.agencies.heads import begins_agency
from plans.annexes import Annex, AnnexRows, Row
from plans.body.in_brackets import Bracketed, part_brackets
from plans.columns import Column
from plans.lists.headings import put_labels_below
from plans.lists.labels import GROUP, NEXT_LABEL, is_other_label, label_of
from plans.source import Line
from plans.words import join_lines

ITEM = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,2})[.)] (?P<content>\S.*)")
LETTERED = re.compile(r"(?P<number>[a-hđ])[.)] (?P<content>\S.*)")
"""A task that a letter lists under a numbered heading."""
PAGE_NUMBER = re.compile(r"\d{1,3}")
FEWEST = 2
"""Of tasks that all close with who leads in brackets, where none has a label."""
LONGEST_LEAD = 8
"""In words: a heading that names who leads the tasks under it, and says nothing else."""


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
    """The rows of an annex printed as a list; None if no task in it has a label of its own, and not
    all have brackets that name who leads."""
    annex = replace(annex, lines=tuple(put_labels_below(annex.lines)))
    items, unread = _gather(annex)
    if not any(label_of(line.text) for line in annex.lines):
        said = [part_brackets(item.text(Column.CONTENT) or "", counted_from) for item in items]
        if len(said) < FEWEST or not all(said):
            return None
        items = [_unbracketed(item, one) for item, one in zip(items, said, strict=True) if one]
    items = _take_headings(items)
    led = _leads_by_group(items)
    rows = tuple(
        Row(
            line=item.line.number,
            group=item.group,
            group_title=join_lines(item.group_title),
            no=item.number,
            content=item.text(Column.CONTENT) or "",
            lead=join_lines(item.group_title) if led else item.text(Column.LEAD),
            coordinating=item.text(Column.COORDINATING),
            product=item.text(Column.PRODUCT),
            deadline=item.text(Column.DEADLINE),
            left=tuple(filter(None, [item.text(Column.NOTE)])),
        )
        for item in items
    )
    return AnnexRows(rows, unread)


def _unbracketed(item: Item, said: Bracketed) -> Item:
    """The item with what its closing brackets say in its place."""
    parts = {
        Column.CONTENT: said.content,
        Column.LEAD: said.lead,
        Column.COORDINATING: said.helpers,
        Column.DEADLINE: said.until,
    }
    return replace(item, parts={column: [text] for column, text in parts.items() if text})


def _leads_by_group(items: Sequence[Item]) -> bool:
    """Whether the tasks are grouped by who leads: every heading names an agency, no task one."""
    titles = {join_lines(item.group_title) for item in items}
    return not any(Column.LEAD in item.parts for item in items) and all(
        begins_agency(title) and len(title.split()) <= LONGEST_LEAD for title in titles
    )


def _gather(annex: Annex) -> tuple[list[Item], tuple[Line, ...]]:
    """The items in order, and the labelled lines that stand under none of them.

    What stands above the first group or task is the annex's own title and is passed over.
    """
    items: list[Item] = []
    unread: list[Line] = []
    item: Item | None = None
    group, title = "", list[str]()
    here = list[str]()  # what a line without a mark goes on with
    letters = _lettered_tasks(annex.lines)
    for line in _whole_labels(annex.lines):
        if heading := GROUP.fullmatch(line.text):
            item, group = None, re.sub(r"[1lL]", "I", heading["number"])
            title = here = [heading["title"]]
        elif numbered := ITEM.fullmatch(line.text):
            here = [numbered["content"]]
            item = Item(numbered["number"], line, group, title, {Column.CONTENT: here})
            items.append(item)
        elif line.number in letters and (lettered := _lettered(line.text)):
            here = [lettered["content"]]
            item = Item(lettered["number"], line, group, title, {Column.CONTENT: here})
            items.append(item)
        elif label_of(line.text) is None:
            here = _go_on(here, line.text, item)
        elif item is None:
            unread.append(line)
        else:
            for part in NEXT_LABEL.split(line.text):
                label = label_of(part, inside=True)
                if label is None:
                    here.append(part)
                    continue
                here = item.parts.setdefault(label[0], [])
                if label[0] is Column.CONTENT:  # "- Nội dung: ..." under the task's own heading
                    here[-1] = here[-1].rstrip(" .:;") + ":"
                here.append(label[1])
    return items, tuple(unread)


def _go_on(here: list[str], text: str, item: Item | None) -> list[str]:
    """Add a line to the part it goes on with, and give that; names are listed with dashes, and what
    each of them does with a plus sign is of the work. A label of something else ends a part."""
    if item is not None and here is not item.parts[Column.CONTENT] and is_other_label(text):
        here = item.parts.setdefault(Column.NOTE, [])
    named = item is not None and here is item.parts.get(Column.LEAD)
    if item is not None and named and text.startswith("+"):
        item.parts[Column.CONTENT].append(text)
    elif named and (listed := re.match(r"[-–—] ?(?=\S)", text)):
        here.append(f"{';' * any(here)} {text[listed.end() :].rstrip(':.; ')}")
    else:
        here.append(text)
    return here


def _whole_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without page numbers, each label's joined: one of them may hold the next label."""
    label: list[Line] = []
    for line in lines:
        if PAGE_NUMBER.fullmatch(line.text):
            continue
        opens = GROUP.fullmatch(line.text) or ITEM.fullmatch(line.text) or _lettered(line.text)
        labelled = label_of(line.text) is not None
        listed = line.text.startswith(("-", "–", "+"))
        if label and (opens or labelled or listed):
            yield replace(label[0], text=join_lines([one.text for one in label]))
            label = []
        if labelled or (label and not listed):
            label.append(line)
        else:
            yield line
    if label:
        yield replace(label[0], text=join_lines([one.text for one in label]))


def _lettered(text: str) -> re.Match[str] | None:
    return LETTERED.fullmatch(text) if label_of(text) is None else None


def _lettered_tasks(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lettered lines that are tasks: under a heading each of them has labels
    of its own below it."""
    tasks: set[int] = set()
    block: list[tuple[int, bool]] = []
    for line in [*lines, Line(0, "I. ", 0)]:
        if GROUP.fullmatch(line.text) or ITEM.fullmatch(line.text) or not line.text.strip("I. "):
            if all(labelled for _, labelled in block):
                tasks.update(number for number, _ in block)
            block = []
        elif _lettered(line.text):
            block.append((line.number, False))
        elif block and label_of(line.text):
            block[-1] = (block[-1][0], True)
    return tasks


def _take_headings(items: list[Item]) -> list[Item]:
    """The items without those that only head others: "1." without a label before "1.1."."""
    kept: list[Item] = []
    heading: Item | None = None
    followers = [*items[1:], None]
    for item, after in zip(items, followers, strict=False):  # none where there is no item
        bare = set(item.parts) == {Column.CONTENT}
        if bare and after is not None and _is_under(after, item):
            heading = item
        elif heading is not None and _is_under(item, heading):
            title = heading.parts[Column.CONTENT]
            kept.append(replace(item, group=heading.number, group_title=title))
        else:
            kept.append(item)
    return kept


def _is_under(item: Item, heading: Item) -> bool:
    """Whether the heading's number goes on in the item's: 1.2 under 1, or a letter."""
    return item.number.startswith(f"{heading.number}.") or (
        item.number.isalpha() and heading.number.isdigit()
    )
