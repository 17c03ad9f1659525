"""Builds what restoring knows: `python -m plans.restore.build`.

It takes in
- every sentence of sources/*.txt, written for this purpose, and the plan in plans/examples;
- every phrase of sources/phrases/*.txt, written for this purpose: what offices of all kinds deal
  with, as lists, which say what words go together and not how sentences run;
- sources/damage.tsv, which plans.restore.learn_damage made, and sources/damage_known.tsv;
- wordfreq's Vietnamese list (how common a syllable is; the data is CC BY-SA 4.0);
- underthesea's dictionary Viet22K (which syllables make a word) and its list of communes; both
  Apache-2.0.
wordfreq and underthesea are needed for building alone: `pip install wordfreq underthesea`.
"""

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from plans.restore.language import BREAK
from plans.restore.model import MODEL, tokens
from plans.restore.spelling import is_syllable, settle_tone

SOURCES = Path(__file__).parent / "sources"
_CUT = re.compile("[,;:.]")
EXAMPLE = Path(__file__).parents[1] / "examples" / "vinh-lai.txt"


def common_syllables() -> dict[str, float]:
    """How often each syllable comes in a million words of everyday Vietnamese."""
    wordfreq = import_module("wordfreq")  # needed for building alone
    found: Counter[str] = Counter()
    for word, share in wordfreq.get_frequency_dict("vi", wordlist="best").items():
        if is_syllable(word):
            found[settle_tone(word)] += share * 1e6
    return {syllable: round(count, 2) for syllable, count in sorted(found.items())}


def dictionary_words(known: set[str]) -> list[str]:
    """The dictionary's words of several syllables, as far as each syllable is known."""
    file = _underthesea() / "corpus" / "data" / "Viet22K.txt"
    return _known_words(file.read_text(encoding="utf-8").splitlines(), known)


def set_phrases() -> list[str]:
    """What plans of every kind speak of, phrase by phrase."""
    found = set()
    for file in sorted((SOURCES / "phrases").glob("*.txt")):
        for line in _lines(file):
            found |= {" ".join(tokens(phrase)).strip(BREAK + " ") for phrase in _CUT.split(line)}
    return sorted(phrase for phrase in found if " " in phrase)


def place_names(known: set[str]) -> list[str]:
    """The names of provinces, old and new, and of today's communes and wards."""
    file = _underthesea() / "address" / "data" / "mapping.json"
    facts = json.loads(file.read_text(encoding="utf-8"))
    names = [place["new_ward"].partition(" ")[2] for place in facts["ward_mapping"]]
    for table in ("province_names", "old_province_names"):
        for place in facts[table].values():
            names += [place["short"], place["name"]]  # "Hải Dương", "Tỉnh Hải Dương"
    return _known_words(names, known)


def _underthesea() -> Path:
    package = find_spec("underthesea")
    if package is None or package.origin is None:
        raise SystemExit("underthesea is not installed: pip install wordfreq underthesea")
    return Path(package.origin).parent


def _known_words(lines: Iterable[str], known: set[str]) -> list[str]:
    words = set()
    for line in lines:
        parts = [settle_tone(part) for part in line.split()]
        if 2 <= len(parts) <= 4 and all(part in known for part in parts):
            words.add(" ".join(parts))
    return sorted(words)


def domain_texts() -> Iterator[str]:
    """Our domain's text, as strings of tokens."""
    for file in sorted(SOURCES.glob("*.txt")):
        for line in _lines(file):
            yield " ".join(tokens(line))
    text = unicodedata.normalize("NFC", EXAMPLE.read_text(encoding="utf-8"))
    yield " ".join(tokens(text))


def _lines(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def damage_table(name: str) -> dict[str, dict[str, float]]:
    """How often, or in what share, each letter is read as what."""
    counts: dict[str, dict[str, float]] = {}
    for line in (SOURCES / name).read_text(encoding="utf-8").splitlines()[1:]:
        letters, seen, count = line.split("\t")
        for letter in letters:
            row = counts.setdefault(letter, {})
            row[seen] = row.get(seen, 0.0) + float(count)
    return counts


def build() -> None:
    """Write the model file, the same to the byte from the same sources."""
    common = common_syllables()
    texts = list(domain_texts())
    ours = {token for text in texts for token in text.split() if is_syllable(token)}
    facts = {
        "common": common,
        "words": dictionary_words({*common, *ours}),
        "places": place_names({*common, *ours}),
        "phrases": set_phrases(),
        "texts": texts,
        "read_as": damage_table("damage.tsv"),
        "known": damage_table("damage_known.tsv"),
    }
    packed = gzip.compress(json.dumps(facts, ensure_ascii=False).encode(), 9, mtime=0)
    MODEL.write_bytes(packed)
    sys.stdout.write(f"{MODEL.name}: {len(packed) // 1024} KiB, {len(common)} syllables\n")


if __name__ == "__main__":
    build()
