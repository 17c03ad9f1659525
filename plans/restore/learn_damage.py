"""How a scanner's reader misreads Vietnamese: learned once from pages printed and read back.

    python -m plans.restore.learn_damage FONT_FOLDER [PAGES]

Clean text (the plan in plans/examples, and syllables at random) is drawn as pages in a serif
face, blurred and tilted a little like a scan, and read by Tesseract with its English data, which
is what stands behind most text layers of scanned Vietnamese papers. Each printed word beside what
was read teaches how every letter is misread; the counts go to sources/damage.tsv, which
`plans.restore.build` takes in. Needs Pillow, wordfreq, Tesseract and a serif face with Vietnamese
letters (Tinos, from Debian's fonts-croscore); nothing of it is needed to restore a text.
"""

import difflib
import io
import os
import random
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from plans.restore.build import common_syllables
from plans.words import fold

SOURCES = Path(__file__).parent / "sources"
LONGEST = 3
"""The most letters that one letter is read as ("ti" for "h", "rn" for "m", "iti")."""
ROUNDS = 8
"""Rounds of counting after which the counts no longer move."""
MARKS = " \"“”'‘’(),.;:!?…-–"

Pairs = Counter[tuple[str, str]]
"""How often a word was printed and what was read for it."""
Segments = dict[str, defaultdict[str, float]]
"""How often a letter was read as a string of letters."""


def learn_pages(pages: int, fonts: Path, clean: str, syllables: list[str]) -> Pairs:
    """What was printed beside what was read, word by word, over that many pages."""
    chance = random.Random(57)  # noqa: S311 - the same pages each time, no secret
    pairs: Pairs = Counter()
    for _ in range(pages):
        printed, read = _print_and_read(chance, fonts, clean.split(), syllables)
        pairs.update(_pair_words(printed, read))
    return pairs


def _print_and_read(
    chance: random.Random, fonts: Path, words: list[str], syllables: list[str]
) -> tuple[list[str], list[str]]:
    from PIL import Image, ImageDraw, ImageFilter, ImageFont  # needed for learning alone

    if chance.random() < 0.7:
        start = chance.randrange(len(words) - 700)
        chosen = words[start : start + 600]
    else:
        chosen = [
            word.capitalize() if chance.random() < 0.1 else word
            for word in chance.choices(syllables, k=450)
        ]
    width = chance.choice([82, 82, 60, 40])
    if chance.random() < 0.12:
        chosen, width = [word.upper() for word in chosen], 60
    lines = _fill_lines(chosen, width)[:46]
    style = chance.choices(["Regular", "Bold", "Italic", "BoldItalic"], [7, 1.5, 1, 0.7])[0]
    dots = chance.choice([150, 170, 200, 200, 250, 300])
    size = chance.choice([12, 13, 14, 14]) * dots // 72
    face = ImageFont.truetype(str(fonts / f"Tinos-{style}.ttf"), size)
    wide = int(max(face.getlength(line) for line in lines) + dots)
    page = Image.new("L", (wide, int(len(lines) * size * 1.4 + dots)), 255)
    pen = ImageDraw.Draw(page)
    for at, line in enumerate(lines):
        pen.text((dots // 2, dots // 2 + at * size * 1.4), line, font=face, fill=20)
    page = page.rotate(chance.uniform(-0.3, 0.3), fillcolor=255, resample=Image.Resampling.BICUBIC)
    page = page.filter(ImageFilter.GaussianBlur(chance.choice([0.2, 0.5, 0.8, 1]) * dots / 200))
    stored = io.BytesIO()
    page.save(stored, "JPEG", quality=chance.choice([20, 35, 50, 80]), dpi=(dots, dots))
    done = subprocess.run(
        ["tesseract", "-", "-", "-l", "eng", "--psm", "6"],  # noqa: S607 - found on the path
        input=stored.getvalue(),
        capture_output=True,
        check=True,
        timeout=120,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return lines, [line for line in done.stdout.decode().splitlines() if line.strip()]


def _fill_lines(words: list[str], width: int) -> list[str]:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _pair_words(printed: list[str], read: list[str]) -> Iterator[tuple[str, str]]:
    """The words of lines that are plainly the same line and have as many words."""
    for line in printed:
        match = max(read, key=lambda other: _alike(line, other), default="")
        words, seen = line.split(), match.split()
        if len(words) == len(seen) and _alike(line, match) > 0.5:
            for word, misread in zip(words, seen, strict=True):
                bare = unicodedata.normalize("NFC", word.strip(MARKS))
                left = unicodedata.normalize("NFC", misread.strip(MARKS))
                if bare.isalpha() and left:
                    yield bare, left


def _alike(one: str, other: str) -> float:
    matcher = difflib.SequenceMatcher(None, fold(one), fold(other), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > 0.5 else 0


def count_segments(pairs: Pairs) -> Segments:
    """How often each letter is read as each string, by rounds of fractional counting."""
    cost: dict[str, dict[str, float]] = {}
    counts: Segments = {}
    for _ in range(ROUNDS):
        counts = defaultdict(lambda: defaultdict(float))
        for (word, seen), times in pairs.items():
            if abs(len(word) - len(seen)) <= 3:
                _share_out(word, seen, times, cost, counts)
        cost = {
            letter: {seen: count / sum(read.values()) for seen, count in read.items()}
            for letter, read in counts.items()
        }
    return counts


def _chance(letter: str, seen: str, learned: dict[str, dict[str, float]]) -> float:
    if learned:
        return learned.get(letter, {}).get(seen, 0.0)
    if seen and fold(seen[0]) == fold(letter):
        return 0.5 if len(seen) == 1 else 0.01
    return {0: 0.005, 1: 0.01, 2: 0.002, 3: 0.0002}[len(seen)]


def _share_out(
    word: str,
    seen: str,
    times: int,
    learned: dict[str, dict[str, float]],
    counts: Segments,
) -> None:
    """Add this pair to the counts, shared over every way its letters can have been read."""
    rows, columns = len(word) + 1, len(seen) + 1
    ahead = [[0.0] * columns for _ in range(rows)]
    ahead[0][0] = 1.0
    behind = [[0.0] * columns for _ in range(rows)]
    behind[-1][-1] = 1.0
    for i in range(rows - 1):
        for j in range(columns):
            if ahead[i][j]:
                for to in range(j, min(j + LONGEST, columns - 1) + 1):
                    ahead[i + 1][to] += ahead[i][j] * _chance(word[i], seen[j:to], learned)
    total = ahead[-1][-1]
    if total <= 0:
        return
    for i in range(rows - 2, -1, -1):
        for j in range(columns):
            for to in range(j, min(j + LONGEST, columns - 1) + 1):
                if behind[i + 1][to]:
                    step = _chance(word[i], seen[j:to], learned) * behind[i + 1][to]
                    behind[i][j] += step
                    if ahead[i][j]:
                        counts[word[i]][seen[j:to]] += times * ahead[i][j] * step / total


def write_counts(counts: Segments, path: Path) -> None:
    """One line a letter and what it was read as, the rare ones left out."""
    lines = ["# printed, read as, times; from plans.restore.learn_damage"]
    for letter, read in sorted(counts.items()):
        lines += [
            f"{letter}\t{seen}\t{count:.2f}"
            for seen, count in sorted(read.items(), key=lambda item: (-item[1], item[0]))
            if count >= 0.25
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Iterable[str]) -> None:
    """Print and read the pages, and write what they teach."""
    fonts, *more = arguments
    clean = (SOURCES.parents[1] / "examples" / "vinh-lai.txt").read_text(encoding="utf-8")
    pairs = learn_pages(
        int(more[0]) if more else 250,
        Path(fonts),
        unicodedata.normalize("NFC", clean),
        sorted(common_syllables()),
    )
    write_counts(count_segments(pairs), SOURCES / "damage.tsv")


if __name__ == "__main__":
    main(sys.argv[1:])
