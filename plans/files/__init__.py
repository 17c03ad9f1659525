"""A plan's file, of whatever kind an office has it in, as a document: see `read`.

`kinds` tells what it is; `docx`, `xlsx`, `pdf`, `picture` and `text` read it, within `limits`.
What they give is one `document` of paragraphs and tables, which `plans/tables/read.py` reads.

- A text whose columns still stand under one another: `aligned`, with its header
  (`aligned_headers`), rows (`aligned_rows`, `unnumbered`) and the `gutters` between columns; a
  scan's header is first put right (`damaged_headers`).
- A PDF's page is words (`letters`) and ruled lines, whose `grids` part it into cells; one without
  lines is laid out as text (`unruled`). `printed` puts both together.
- A picture of a page: `sheet` turns and cleans it, `ruled_lines` finds its lines, `scan` has
  `tesseract` read its words; `numerals` counts the strokes of quarters, and a `second_look` at
  times doubts those whose figures come out otherwise.
- `secrecy` knows a marked paper.

A kind of file: one more reader of bytes, and its line in `read`.
"""
