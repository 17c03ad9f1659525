"""Tesseract, a program of its own that reads the words in a picture."""

import os
import re
import shutil
import subprocess
from functools import cache

from plans.files.errors import NoOcrError, OcrFailedError

PROGRAM = "tesseract"
LANGUAGE = "vie"
INSTALL = "apt install tesseract-ocr tesseract-ocr-vie"
DOTS = 300
"""Dots an inch at which pages are read: what Tesseract was taught with."""
LONGEST_PAGE = 120
"""In seconds; a closely printed page takes six."""


def need_ocr() -> None:
    """Raise `NoOcrError` unless Tesseract is here with its Vietnamese data."""
    if LANGUAGE not in _languages(shutil.which(PROGRAM)):
        raise NoOcrError(INSTALL)


@cache
def _languages(program: str | None) -> frozenset[str]:
    if program is None:
        return frozenset()
    told = subprocess.run(  # noqa: S603 (found on the path, no word of it from outside)
        [program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False
    )
    return frozenset(told.stdout.split())


def run(picture: bytes, page: int) -> str:
    """What Tesseract prints of a picture, word by word; the picture goes through a pipe."""
    try:
        return _told(picture, "-l", LANGUAGE, "--psm", "6", "--dpi", str(DOTS), "tsv")
    except FileNotFoundError as error:
        raise NoOcrError(INSTALL) from error
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise OcrFailedError(page) from error


def quarters_to_turn(picture: bytes) -> int:
    """By how many quarters a picture is to be turned, as a clock's hand goes, so that its words
    stand upright; 0 too where that cannot be told."""
    try:
        told = _told(picture, "-l", "osd", "--psm", "0", "--dpi", str(DOTS))
    except (FileNotFoundError, subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r"^Rotate: (\d+)$", told, re.MULTILINE)
    return int(found[1]) // 90 if found else 0


def _told(picture: bytes, *how: str) -> str:
    done = subprocess.run(  # noqa: S603 (its words are ours, the picture is its input)
        [PROGRAM, "stdin", "stdout", *how],
        input=picture,
        capture_output=True,
        timeout=LONGEST_PAGE,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return done.stdout.decode("utf-8", "replace")
