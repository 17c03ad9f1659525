"""The indicators of a plan and their targets: see `read`.

Tables that kept their cells are read by `sheets`. Of text, `tables` finds where they stand;
`rows` cuts the lines into rows (`lines` takes each apart), `blocks` those parted by blank lines.
A row's lines become its `cells` by how they run: `cell_by_cell`, `line_by_line` or, with results
in words, `worded_results` (`results`, `results_above`). Behind the targets stand agencies and
product (`tail`, of a scan `scanned_tail`). Ruined names and results are known by the `usual`
ones, by their `order`, or by their like in the same table (`alike_results`).

A form of target: a rule in `targets`.
"""
