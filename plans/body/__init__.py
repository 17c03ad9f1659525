"""The tasks of a plan without an annex, from its body: see `measures`.

Numbered measures, lettered and dashed paragraphs (`prose`), tables within the body (`tables`).
Who leads and until when is taken out of a sentence (`assigning_sentences`, `named_first`), out of
closing brackets (`in_brackets`) or out of the labels that close it (`inline_labels`).

A way to assign work: a rule in `assigning_sentences`.
"""
