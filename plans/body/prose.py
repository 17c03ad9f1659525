"""The body's sentences that assign work: "a) Sở Tài chính chủ trì: - Xây dựng ..., hoàn thành ...".

Some plans say in prose what their annex says again in a table; where a scan has ruined the table
the prose can mend it (`plans.mixed.mend_rows`). It assigns nothing of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from plans.agencies.heads import begins_agency
from plans.body.in_brackets import Bracketed, part_brackets
from plans.body.named_first import names_first
from plans.body.sentence_leads import (
    GIVEN,
    agency_heading,
    names_only,
    part_given,
    part_lead,
    part_sound_lead,
)
from plans.body.sentence_times import part_time
from plans.source import Line
from plans.words import join_lines

LETTER = re.compile(r"(?:[a-zđ¢]\S?)?\) ?(?P<text>\S.*)")
DASH = re.compile(r"[-–+] ?(?P<text>\S.*)")
SECTION = re.compile(
    r"(?:Điều \d{1,2}[.:] ?|(?:\d{1,2}\.\d{1,2}\.?|[IVX]{1,4}\.|\d{1,2}\.) ?|\d{1,2}[-–—] )\S.*"
)
LEADING = re.compile(r"^Ch\w{1,3} tr\w{1,2},? (?=[a-zđ])")
"""How a sentence begins that leaves its lead to the heading above it: "Chủ trì, phối hợp ..."."""
FEWEST_WORDS = 5
"""Of work; less only opens a list: "chủ trì:", "chủ trì, tham mưu thành lập:"."""


Kind = Literal["section", "letter", "given", "dash"]


class Paragraph(NamedTuple):
    """A paragraph by the mark that it had, and the line on which it begins."""

    kind: Kind
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Saying:
    """One piece of work as the prose tells it: who leads, what, until when, each as printed.

    `section` is the heading above it, and `line` where its paragraph begins. Who helps is told
    apart where closing brackets say it; elsewhere it stands among the words. `unsure` where
    brackets name an agency and do not say that it leads.
    """

    lead: str | None
    content: str
    deadline: str | None
    section: str = ""
    line: int = 0
    helpers: str | None = None
    bracketed: bool = False
    unsure: bool = False


def read_sayings(
    body: Sequence[Line],
    counted_from: date,
    *,
    headings_lead: bool = False,
    scanned: bool = True,
) -> list[Saying]:
    """Every piece of work that the body's lettered and dashed paragraphs assign, in order.

    Words of times are put right where they are `scanned`, and taken as they are where not. With
    `headings_lead` a heading that is an agency's name leads what is listed under it.
    """
    paragraphs = list(_paragraphs(body, given=headings_lead))
    bracketed_in = frozenset(_bracketed_sections(paragraphs, counted_from))
    reader = _Sayings(counted_from, bracketed_in, headings_lead=headings_lead, scanned=scanned)
    after = [paragraph.kind for paragraph in paragraphs[1:]]
    for paragraph, follows in zip(paragraphs, [*after, None], strict=True):
        if paragraph.kind == "section":
            reader.begin_section(paragraph, heads_list=follows in ("dash", "letter"))
        elif bracketed := part_brackets(paragraph.text, counted_from):
            reader.take_bracketed(bracketed, paragraph.line)
        elif paragraph.kind in ("letter", "given"):
            reader.take_letter(paragraph, heads_list=follows == "dash")
        else:
            reader.take_dash(paragraph)
    return reader.found


class _Sayings:
    """What the paragraphs assign as they come, and what the next one stands under."""

    def __init__(
        self,
        counted_from: date,
        bracketed_in: frozenset[str],
        *,
        headings_lead: bool,
        scanned: bool,
    ) -> None:
        self.counted_from = counted_from
        self.headings_lead = headings_lead
        self.scanned = scanned
        self.found: list[Saying] = []
        self.bracketed_in = bracketed_in
        """The headings under which something says in brackets who leads."""
        self.section = ""
        self.heading: str | None = None
        """The agency that the heading is."""
        self.lead: str | None = None
        """Who leads what is listed from here on."""
        self.common: str | None = None
        """The time of all that is listed from here on."""
        self.lists = False
        """The last saying goes on in dashed paragraphs."""

    def begin_section(self, paragraph: Paragraph, *, heads_list: bool) -> None:
        """Read on under a heading; one that is a sentence assigns work itself."""
        self.common, self.lists, self.section = None, False, paragraph.text
        self.lead = self.heading = agency_heading(paragraph.text) if self.headings_lead else None
        said = self._given_by_heading(paragraph, heads_list=heads_list)
        if said is not None:
            self.found.append(said)

    def _given_by_heading(self, paragraph: Paragraph, *, heads_list: bool) -> Saying | None:
        """The work that a numbered sentence gives ("3. Giao Công an xã mở đợt cao điểm ..."), which
        stands among headings over lists of such; one without a list below it may begin with its
        lead ("3. Công an xã chủ trì ...")."""
        numbered = re.match(r"(?:Điều )?(\d{1,2})(?:[.:] ?|[-–—] )(?=\D)", paragraph.text)
        opens = paragraph.text.rstrip().endswith(":")
        if not self.headings_lead or numbered is None or opens:
            return None
        said = paragraph.text[numbered.end() :]
        if GIVEN.match(said):
            named, rest = part_given(GIVEN.sub("", said))
        elif heads_list or self.scanned:
            return None
        else:
            named, rest = part_sound_lead(said)
            named, rest = (named, rest) if named is not None else names_first(said, said)
        if named is None or len(rest.split()) < FEWEST_WORDS:
            return None
        content, until = self._part_time(rest)
        return Saying(named, content, until, numbered[1], paragraph.line)

    def take_bracketed(self, bracketed: Bracketed, line: int) -> None:
        """Work that says in brackets who leads it."""
        said = Saying(bracketed.lead, bracketed.content, bracketed.until, self.section, line)
        self.found.append(
            replace(said, helpers=bracketed.helpers, bracketed=True, unsure=bracketed.unsure)
        )
        self.lead, self.lists = self.heading, False

    def take_letter(self, paragraph: Paragraph, *, heads_list: bool) -> None:
        """A lettered paragraph: work, or what opens a list of it."""
        self.common, self.lists = None, False
        if heads_list and not self.scanned and (name := names_only(paragraph.text)):
            self.lead = name
            return
        own = paragraph.kind == "given" or self.heading is None
        given = own and not self.scanned and GIVEN.match(paragraph.text)
        text = GIVEN.sub("", paragraph.text)
        if given:
            named, rest = part_given(text)
        else:
            named, rest = part_lead(text, alone=self.heading is None, scanned=self.scanned)
        self.lead = named or self.heading
        rest = LEADING.sub("", rest) if named is None and self.lead else rest
        rest, until = self._part_time(rest.rstrip(":( )"))
        if len(rest.split()) < FEWEST_WORDS:
            self.common = until
            return
        self.lists = text.rstrip().endswith(":")
        self._say(self.lead, rest, until, paragraph.line)

    def take_dash(self, paragraph: Paragraph) -> None:
        """A dashed paragraph: work of its own, or a part of what opened the list."""
        content, until = self._part_time(paragraph.text)
        content = LEADING.sub("", content)
        own, rest = (None, content) if self.scanned else part_sound_lead(content)
        if self.headings_lead and own is not None:
            self._say(own, rest, until or self.common, paragraph.line)
        elif self.lists and until is None and self.found:
            last = self.found[-1]
            self.found[-1] = replace(last, content=f"{last.content} - {content}")
        elif self.lead is not None or self.section in self.bracketed_in:
            self._say(self.lead, content, until or self.common, paragraph.line)
        elif not self.scanned and self.headings_lead:
            first, rest = names_first(content, content)
            if first:
                self._say(first, rest, until, paragraph.line)

    def _say(self, lead: str | None, content: str, until: str | None, line: int) -> None:
        self.found.append(Saying(lead, content, until, self.section, line))

    def _part_time(self, text: str) -> tuple[str, str | None]:
        return part_time(text, self.counted_from, scanned=self.scanned)


def _bracketed_sections(paragraphs: Sequence[Paragraph], counted_from: date) -> Iterator[str]:
    """The headings under which some of what is listed says in brackets who leads."""
    section = ""
    for kind, text, _ in paragraphs:
        if kind == "section":
            section = text
        elif part_brackets(text, counted_from):
            yield section


def _paragraphs(body: Sequence[Line], *, given: bool) -> Iterator[Paragraph]:
    """The paragraphs, their marks taken off; what has no mark goes on with
    the one before, but for one that is `given` to an agency by its first word."""
    kind: Kind = "section"
    lines, begun = list[str](), 0
    for line in body:
        if re.fullmatch(r"\d{1,3}", line.text):  # a page number
            continue
        opened: tuple[Kind, str] | None = None
        if SECTION.fullmatch(line.text) and not re.match(r"\d{1,2}/", line.text):
            opened = "section", line.text
        elif found := LETTER.fullmatch(line.text):
            opened = "letter", found["text"]
        elif found := DASH.fullmatch(line.text):
            gives = given and GIVEN.match(found["text"])
            opened = "given" if gives else "dash", found["text"]
        elif given and GIVEN.match(line.text) and begins_agency(GIVEN.sub("", line.text)):
            opened = "given", line.text
        if opened is None:
            lines.append(line.text)
            continue
        yield Paragraph(kind, join_lines(lines), begun)
        kind, lines, begun = opened[0], [opened[1]], line.number
    yield Paragraph(kind, join_lines(lines), begun)
