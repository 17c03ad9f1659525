"""The numbers that Word itself puts before paragraphs, which are nowhere in the text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from plans.files.packages import attribute, local

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
DEEPEST = 9
"""Word's lists have nine levels."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `template` is as "%1.%2.", `form` Word's name."""

    start: int = 1
    form: str = "decimal"
    template: str = ""
    restart_after: int | None = None


@dataclass(slots=True)
class _List:
    """One list and how far it has counted, level by level."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counting on with each paragraph that is asked for in order."""

    def __init__(
        self, numbering: ElementTree.Element | None, styles: ElementTree.Element | None
    ) -> None:
        self._styles = _numbered_styles(styles)
        self._lists: dict[str, _List] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._linked: dict[tuple[str, str], tuple[str, int]] = {}
        if numbering is not None:
            self._read(numbering)

    def label(self, number_id: str | None, level: int | None, style: str | None) -> str:
        """The number or sign before a paragraph, "" for none; each call counts it.

        `number_id` and `level` are the paragraph's own; where it has none its style decides.
        """
        if number_id is None:
            number_id, by_style = self._styles.get(style or "", (None, None))
            level = by_style if level is None else level
            if number_id is not None and level is None:
                level = self._linked.get((number_id, style or ""), (number_id, 0))[1]
        counted = self._lists.get(number_id or "")
        level = min(level or 0, DEEPEST - 1)
        if counted is None or level not in counted.levels:
            return ""
        self._begin_anew(number_id or "", counted)
        _count(counted, level)
        return _printed(counted, level)

    def _begin_anew(self, number_id: str, counted: _List) -> None:
        """Lists may share their counting; one that sets its own start does so when first used."""
        for level, start in self._starts.pop(number_id, {}).items():
            counted.counts[level] = start - 1
            for deeper in range(level + 1, DEEPEST):
                counted.counts.pop(deeper, None)

    def _read(self, numbering: ElementTree.Element) -> None:
        abstract: dict[str, _List] = {}
        by_style: dict[str, str] = {}
        to_style: dict[str, str] = {}
        linked: list[tuple[str, str, int]] = []
        for element in _children(numbering, "abstractNum"):
            name = attribute(element, "abstractNumId") or ""
            abstract[name] = _List(dict(_levels(element)))
            for link, kept in (("styleLink", by_style), ("numStyleLink", to_style)):
                style = _value(element, link)
                if style is not None:
                    kept.update({style: name} if kept is by_style else {name: style})
            for level in _children(element, "lvl"):
                style = _value(level, "pStyle")
                if style is not None:
                    linked.append((name, style, _integer(attribute(level, "ilvl"), 0)))
        for element in _children(numbering, "num"):
            number_id = attribute(element, "numId") or ""
            name = _value(element, "abstractNumId") or ""
            name = by_style.get(to_style.get(name, ""), name)
            if number_id == "0" or name not in abstract:
                continue
            self._lists[number_id] = self._overridden(number_id, element, abstract[name])
            for _, style, depth in (link for link in linked if link[0] == name):
                self._linked[number_id, style] = number_id, depth

    def _overridden(self, number_id: str, element: ElementTree.Element, shared: _List) -> _List:
        """The list with what this use of it changes; counted together with the other uses."""
        levels = dict(shared.levels)
        for override in _children(element, "lvlOverride"):
            level = _integer(attribute(override, "ilvl"), 0)
            start = _value(override, "startOverride")
            if start is not None:
                self._starts.setdefault(number_id, {})[level] = _integer(start, 1)
            levels.update(_levels(override))
        return _List(levels, shared.counts)


def _count(counted: _List, level: int) -> None:
    for higher in range(level):
        if higher in counted.levels:
            counted.counts.setdefault(higher, counted.levels[higher].start)
    before = counted.counts.get(level, counted.levels[level].start - 1)
    counted.counts[level] = before + 1
    for deeper in range(level + 1, DEEPEST):
        after = counted.levels[deeper].restart_after if deeper in counted.levels else None
        if after is None or level < after:
            counted.counts.pop(deeper, None)


def _printed(counted: _List, level: int) -> str:
    shown = counted.levels[level]
    if shown.form == "none":
        return ""
    if shown.form == "bullet":
        return _sign(shown.template)

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = counted.levels[at].form if at in counted.levels else "decimal"
        return in_form(counted.counts.get(at, 1), form)

    return re.sub(r"%([1-9])", number, shown.template).strip()


def _sign(template: str) -> str:
    """The sign of an item: "+" says a level below a dash, every other is a dash to us."""
    return "+" if template.strip() == "+" else "-"


def in_form(number: int, form: str) -> str:
    """The number in one of Word's forms, as `1`, `01`, `I`, `i`, `A` or `a`.

    >>> in_form(4, "upperRoman"), in_form(28, "lowerLetter")
    ('IV', 'bb')
    """
    if form in ("upperRoman", "lowerRoman"):
        text, rest = "", number
        for value, letters in ROMAN:
            text += letters * (rest // value)
            rest %= value
        return text if form == "upperRoman" else text.lower()
    if form in ("upperLetter", "lowerLetter") and number > 0:
        times, letter = divmod(number - 1, 26)
        text = chr(ord("A") + letter) * (times + 1)
        return text if form == "upperLetter" else text.lower()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _levels(element: ElementTree.Element) -> Iterable[tuple[int, Level]]:
    for level in _children(element, "lvl"):
        restart = _value(level, "lvlRestart")
        yield (
            _integer(attribute(level, "ilvl"), 0),
            Level(
                start=_integer(_value(level, "start"), 1),
                form=_value(level, "numFmt") or "decimal",
                template=_value(level, "lvlText") or "",
                restart_after=None if restart is None else _integer(restart, 0),
            ),
        )


def _numbered_styles(
    styles: ElementTree.Element | None,
) -> Mapping[str, tuple[str | None, int | None]]:
    """The list and level of every style that numbers its paragraphs, its own or an elder's."""
    own: dict[str, tuple[str | None, int | None]] = {}
    elders: dict[str, str | None] = {}
    for style in _children(styles, "style") if styles is not None else ():
        name = attribute(style, "styleId") or ""
        elders[name] = _value(style, "basedOn")
        for numbers in (part for part in style.iter() if local(part.tag) == "numPr"):
            number_id, level = _value(numbers, "numId"), _value(numbers, "ilvl")
            own[name] = number_id, None if level is None else _integer(level, 0)
    found: dict[str, tuple[str | None, int | None]] = {}
    for name in elders:
        elder: str | None = name
        for _ in range(len(elders)):  # a circle of styles ends here
            if elder is None or elder in own:
                break
            elder = elders.get(elder)
        if elder is not None and elder in own:
            found[name] = own[elder]
    return found


def _children(element: ElementTree.Element, name: str) -> Iterable[ElementTree.Element]:
    return (child for child in element if local(child.tag) == name)


def _value(element: ElementTree.Element, name: str) -> str | None:
    """What the child of that name says; None without one."""
    found = next(iter(_children(element, name)), None)
    return None if found is None else attribute(found, "val")


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else otherwise
