"""Tables whose cells stand on a text's lines with single spaces between them: see `table`.

1. `damaged` restores a scan's words first, so that they tell whose cell they are in.
2. `page` reads the header; `stretches` tells headings of groups and rows' numbers from the rest.
3. `spans` says where rows end, by their numbers; ruined ones are told by their order (`counted`).
4. `row` lays a row's words into cells by which words follow one another (`words`, and the
   language that restoring knows). Which column stands first, where no line shows it: `order`,
   `swapped`.
5. `mended_times` frees times of stains. Rows unlike their neighbours are doubted
   (`plans/cell_doubts.py`).
"""
