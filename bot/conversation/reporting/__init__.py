"""What officers report: progress, readings, proof, slips.

- Of tasks: `typed` takes what is left of typed words, `reports` records what is plain and asks
  about the rest (`one_task`, `several`, `by_place`, `passed_over`); `recording` writes it, `said`
  words it, `telling` tells others. Buttons: `buttons`, `nothing_new`; answers to our questions:
  `answers`, `until`, `wish_reasons`.
- Slips: `undoing`, `mistaken`. In an agency's stead: `instead`. Another agency's task:
  `handing_over`.
- Proof: `evidence`, `evidence_files`, `proving`.
- Of indicators: `indicators` shows them, `reading_words` and `reading_by_name` read what is
  typed, `readings` records it, `reading_buttons` has the buttons.
"""
