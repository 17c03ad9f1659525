"""Vietnamese text that lost its diacritics and letters to scanning, made readable again.

A damaged word is looked up among all syllables by how each letter is misread (damage), and of
the readings of a whole text the one is taken that offices would most likely have written
(language). What both know lies in model.json.gz, which `python -m plans.restore.build` makes
from named sources; restoring itself needs the standard library alone.
"""

from plans.restore.judge import is_damaged
from plans.restore.repair import Restored, Word, restore_text

__all__ = ["Restored", "Word", "is_damaged", "restore_text"]
