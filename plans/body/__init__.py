"""The tasks of a plan without an annex, from its body: see `measures`.

Numbered measures, lettered and dashed paragraphs (`prose`), tables within the body (`tables`).
Who leads (`sentence_leads`, `named_first`) and until when (`sentence_times`) is taken out of a
sentence by `assigning_sentences`, out of closing brackets by `in_brackets`, out of the labels that
close it by `inline_labels`.

A way to assign work: a rule in `assigning_sentences`.
"""
